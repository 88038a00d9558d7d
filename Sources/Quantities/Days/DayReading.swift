/// A day as read from a text, and where it stood.
package struct DayReading: Hashable, Sendable {
    package let day: Day
    package let range: Range<Int>

    /// Reads the day that begins at `offset` of a running text and leaves what follows alone.
    ///
    /// - Throws: ``DaySyntaxError`` where none begins there.
    package init(at offset: Int, of bytes: [UInt8]) throws(DaySyntaxError) {
        self = try bytes.withUnsafeBufferPointer { bytes throws(DaySyntaxError) in
            try DayReading(at: offset, of: bytes)
        }
    }

    package init(at offset: Int, of bytes: UnsafeBufferPointer<UInt8>) throws(DaySyntaxError) {
        var reader = DayReader(scanner: ByteScanner(bytes, at: offset))
        let start = reader.scanner.offset
        day = try reader.day()
        range = start..<reader.scanner.offset
    }
}

extension Day {
    /// Reads a cell that holds one day: `2021-03-05`, `2021/3/5`, `2021.3.5`, `20210305`, `2021年3月5日`,
    /// `二〇二一年三月五日`, full-width digits likewise.
    ///
    /// A time of day behind it is passed over: databases export `2021-03-05 00:00:00`.
    ///
    /// - Throws: ``DaySyntaxError``, at the first byte that fits no day.
    package init(reading text: some StringProtocol) throws(DaySyntaxError) {
        self = try Array(text.utf8).withUnsafeBufferPointer { bytes throws(DaySyntaxError) in
            try Day(cell: bytes)
        }
    }

    package init(cell bytes: UnsafeBufferPointer<UInt8>) throws(DaySyntaxError) {
        var reader = DayReader(scanner: ByteScanner(bytes))
        reader.scanner.skipSpaces()
        self = try reader.day()
        reader.skipTime()
        reader.scanner.skipSpaces()
        guard reader.scanner.isAtEnd else { throw .trailingText(offset: reader.scanner.offset) }
    }
}

/// Reads one day at a place of a text.
struct DayReader {
    var scanner: ByteScanner

    mutating func day() throws(DaySyntaxError) -> Day {
        let start = scanner.offset
        if let compact = compactDay() {
            return try self.checked(compact.year, compact.month, compact.day, at: start)
        }
        guard let year = year() else { throw .missingYear(offset: start) }
        scanner.skipSpaces()
        let separator = scanner.next
        guard scanner.take("年") || scanner.take("-") || scanner.take("/") || scanner.take(".")
        else { throw .missingMonth(offset: scanner.offset) }
        let isChinese = separator == "年"
        scanner.skipSpaces()
        let monthOffset = scanner.offset
        guard let month = smallNumber() else { throw .missingMonth(offset: monthOffset) }
        scanner.skipSpaces()
        guard scanner.take(isChinese ? "月" : separator)
        else { throw .missingDay(offset: scanner.offset) }
        scanner.skipSpaces()
        let dayOffset = scanner.offset
        guard let day = smallNumber() else { throw .missingDay(offset: dayOffset) }
        if isChinese {
            scanner.skipSpaces()
            guard scanner.take("日") || scanner.take("号")
            else { throw .missingDay(offset: scanner.offset) }
        }
        let wrong = (1...12).contains(month) ? dayOffset : monthOffset
        return try checked(year, month, day, at: (1900...2199).contains(year) ? wrong : start)
    }

    private func checked(
        _ year: Int, _ month: Int, _ day: Int, at offset: Int
    ) throws(DaySyntaxError) -> Day {
        guard let day = Day(year: year, month: month, day: day) else {
            throw .noSuchDay(offset: offset)
        }
        return day
    }

    /// 20210305: exactly eight digits.
    private mutating func compactDay() -> (year: Int, month: Int, day: Int)? {
        let start = scanner.offset
        var (value, count) = (0, 0)
        while count < 9, let digit = scanner.digit(at: scanner.offset) {
            value = value * 10 + Int(digit.value)
            count += 1
            scanner.advance(by: digit.width)
        }
        guard count == 8 else {
            scanner.move(to: start)
            return nil
        }
        return (value / 10_000, value / 100 % 100, value % 100)
    }

    /// Four digits, Arabic or Chinese (二〇二一).
    private mutating func year() -> Int? {
        let start = scanner.offset
        var (value, count) = (0, 0)
        while count < 5, let digit = yearDigit() {
            value = value * 10 + digit
            count += 1
        }
        guard count == 4 else {
            scanner.move(to: start)
            return nil
        }
        return value
    }

    private mutating func yearDigit() -> Int? {
        if let digit = scanner.digit(at: scanner.offset) {
            scanner.advance(by: digit.width)
            return Int(digit.value)
        }
        guard case .digit(let value)? = NumeralSign(scanner.next) else { return nil }
        scanner.advance(by: 3)
        return Int(value)
    }

    /// One or two digits, or 一 to 三十一.
    private mutating func smallNumber() -> Int? {
        if let first = scanner.digit(at: scanner.offset) {
            scanner.advance(by: first.width)
            guard let second = scanner.digit(at: scanner.offset) else { return Int(first.value) }
            scanner.advance(by: second.width)
            guard scanner.digit(at: scanner.offset) == nil else { return nil }
            return Int(first.value * 10 + second.value)
        }
        guard let numeral = try? scanner.chineseInteger(), numeral.value < 100 else { return nil }
        return Int(numeral.value)
    }

    /// ` 00:00`, ` 09:30:15.250` or `T09:30:15`.
    mutating func skipTime() {
        let start = scanner.offset
        if !scanner.take("T") { scanner.skipSpaces() }
        guard scanner.offset > start, let hour = smallNumber(), hour < 24, scanner.take(":"),
            let minute = smallNumber(), minute < 60
        else { return scanner.move(to: start) }
        guard scanner.take(":") else { return }
        guard let second = smallNumber(), second < 60 else { return scanner.move(to: start) }
        guard scanner.take(".") else { return }
        while let digit = scanner.digit(at: scanner.offset) { scanner.advance(by: digit.width) }
    }
}
