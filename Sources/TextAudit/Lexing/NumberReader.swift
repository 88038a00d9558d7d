import Quantities

/// Reads one number with its unit (读数).
///
/// The common spellings are read here, byte by byte, since a text has millions of them; Chinese
/// numerals are left to ``FigureReading``.
struct NumberReader {
    let bytes: UnsafeBufferPointer<UInt8>
    var place: Int

    private var mantissa: Int64 = 0
    private var decimals = 0
    private var digits = 0

    init(bytes: UnsafeBufferPointer<UInt8>, place: Int) {
        self.bytes = bytes
        self.place = place
    }

    /// The figure at the place; nil where its digits are too many, with the place behind them.
    mutating func figure(_ table: borrowing ScalarTable) -> Figure? {
        let start = place
        run()
        groups()
        let whole = digits
        if isPoint, digit(at: place + pointWidth) != nil {
            place += pointWidth
            run()
            decimals = digits - whole
            // 1.2.3 and 2021.3.5 are versions and days.
            if isPoint, digit(at: place + pointWidth) != nil {
                while digit(at: place) != nil || isPoint { place += 1 }
                return nil
            }
        }
        guard digits <= 17 else { return nil }
        var figure = Figure(
            mantissa: mantissa, decimals: UInt8(decimals), scale: 0, kind: .number, unit: 0,
            marks: [], start: Int32(start), digitsEnd: Int32(place), end: Int32(place), token: 0)
        unit(&figure, table)
        return figure
    }

    // MARK: Digits

    private mutating func run() {
        while let digit = digit(at: place) {
            if digits < 18 { mantissa = mantissa * 10 + Int64(digit.value) }
            digits += 1
            place += digit.width
        }
    }

    /// `,234,567`: groups of exactly three.
    private mutating func groups() {
        guard digits <= 3 else { return }
        while place < bytes.count, bytes[place] == UInt8(ascii: ",") {
            var next = place + 1
            var count = 0
            while let digit = digit(at: next) {
                next += digit.width
                count += 1
            }
            guard count == 3 else { return }
            place += 1
            run()
        }
    }

    @inline(__always)
    private func digit(at place: Int) -> (value: UInt8, width: Int)? {
        guard place < bytes.count else { return nil }
        let byte = bytes[place]
        if byte &- 0x30 < 10 { return (byte &- 0x30, 1) }
        guard byte == 0xEF, place + 2 < bytes.count, bytes[place + 1] == 0xBC,
            bytes[place + 2] &- 0x90 < 10
        else { return nil }
        return (bytes[place + 2] &- 0x90, 3)
    }

    private var isPoint: Bool {
        guard place < bytes.count else { return false }
        if bytes[place] == UInt8(ascii: ".") { return true }
        return bytes[place] == 0xEF && place + 2 < bytes.count && bytes[place + 1] == 0xBC
            && bytes[place + 2] == 0x8E
    }

    private var pointWidth: Int { bytes[place] == UInt8(ascii: ".") ? 1 : 3 }

    // MARK: Units

    private mutating func unit(_ figure: inout Figure, _ table: borrowing ScalarTable) {
        var next = skipBlanks(place)
        guard next < bytes.count else { return }
        if bytes[next] == UInt8(ascii: "%") {
            close(&figure, .percent, at: next + 1)
            return suffix(&figure)
        }
        guard bytes[next] >= 0xE0, next + 2 < bytes.count else { return }
        var scalar = Lexer.scalar(bytes, next)
        if scalar == 0xFF05 {
            close(&figure, .percent, at: next + 3)
            return suffix(&figure)
        }
        // 百万亿千 before the unit, with 余 or 多 between.
        var scale = 0
        while let power = Self.power(scalar), next + 2 < bytes.count {
            // 3千克 and 5千米 are units of their own.
            // 2百分点 is no hundred.
            if power == 2, points(at: next) != nil { break }
            if power == 3, table.countUnits.begins(scalar), count(at: next, table) != nil { break }
            scale += power
            next = skipBlanks(next + 3)
            guard next + 2 < bytes.count, bytes[next] >= 0xE0 else { break }
            scalar = Lexer.scalar(bytes, next)
        }
        if scale > 0, scalar == 0x4F59 || scalar == 0x591A {  // 余 多
            figure.marks.insert(.over)
            next += 3
            guard next + 2 < bytes.count, bytes[next] >= 0xE0 else {
                return scaled(&figure, scale, at: next)
            }
            scalar = Lexer.scalar(bytes, next)
        } else if scale == 0, scalar == 0x4F59 || scalar == 0x591A && isMany(next, table) {
            // 300余人 30多万元
            figure.marks.insert(.over)
            next += 3
            guard next + 2 < bytes.count, bytes[next] >= 0xE0 else { return }
            scalar = Lexer.scalar(bytes, next)
            while let power = Self.power(scalar), next + 5 < bytes.count, bytes[next + 3] >= 0xE0 {
                scale += power
                next += 3
                scalar = Lexer.scalar(bytes, next)
            }
        }
        figure.scale = UInt8(min(scale, 18))
        named(&figure, scalar, next, table)
        suffix(&figure)
    }

    /// 30多万元, 20多人: a unit follows 多.
    private func isMany(_ next: Int, _ table: borrowing ScalarTable) -> Bool {
        guard next + 5 < bytes.count, bytes[next + 3] >= 0xE0 else { return false }
        let scalar = Lexer.scalar(bytes, next + 3)
        return scalar == 0x5143 || Self.power(scalar) != nil || count(at: next + 3, table) != nil
    }

    private mutating func named(
        _ figure: inout Figure, _ scalar: UInt32, _ next: Int, _ table: borrowing ScalarTable
    ) {
        switch scalar {
        case 0x5143, 0x5706:  // 元 圆
            close(&figure, .amount, at: next + 3)
        case 0x5E74:  // 年
            let isYear =
                figure.decimals == 0 && figure.scale == 0
                && (1900...2100).contains(figure.mantissa)
            figure.unit = isYear ? 0 : CountUnit.year
            close(&figure, isYear ? .year : .count, at: next + 3)
        case 0x6708, 0x65E5:  // 月 日
            close(&figure, .date, at: next + 3)
        case 0x53F7 where figure.scale == 0:  // 号
            figure.marks.insert(.name)
            close(&figure, .date, at: next + 3)
        case 0x5206:  // 分: points, unless 分钟, 分之, 分别
            if isScore(after: next + 3) {
                close(&figure, .score, at: next + 3)
            } else if let found = count(at: next, table) {
                figure.unit = found.unit
                close(&figure, .count, at: found.end)
            }
        case 0x4E2A where points(at: next) != nil:
            close(&figure, .points, at: points(at: next) ?? next)
        case 0x767E where points(at: next) != nil:
            close(&figure, .points, at: points(at: next) ?? next)
        default:
            if let found = count(at: next, table) {
                figure.unit = found.unit
                close(&figure, .count, at: found.end)
            } else if figure.scale > 0 {
                scaled(&figure, Int(figure.scale), at: bytes[next - 1] < 0x80 ? next : next)
            }
        }
    }

    /// `1000.86万` without a unit counts money: nothing else is written so.
    private mutating func scaled(_ figure: inout Figure, _ scale: Int, at end: Int) {
        figure.scale = UInt8(min(scale, 18))
        close(&figure, .amount, at: end)
    }

    private mutating func close(_ figure: inout Figure, _ kind: Figure.Kind, at end: Int) {
        figure.kind = kind
        figure.end = Int32(end)
        place = end
    }

    private func count(
        at next: Int, _ table: borrowing ScalarTable
    ) -> (unit: UInt8, end: Int)? {
        guard next + 2 < bytes.count, bytes[next] >= 0xE0 else { return nil }
        let scalar = Lexer.scalar(bytes, next)
        guard table.countUnits.begins(scalar),
            let entry = table.countUnits.first(scalar, at: next, of: bytes, where: { _ in true })
        else { return nil }
        return (entry.meaning, next + Int(entry.length))
    }

    /// The end of 个百分点 or 百分点.
    private func points(at next: Int) -> Int? {
        var place = next
        if place + 2 < bytes.count, Lexer.scalar(bytes, place) == 0x4E2A { place += 3 }
        guard place + 8 < bytes.count, bytes[place] >= 0xE0,
            Lexer.scalar(bytes, place) == 0x767E, Lexer.scalar(bytes, place + 3) == 0x5206,
            Lexer.scalar(bytes, place + 6) == 0x70B9
        else { return nil }
        return place + 9
    }

    private func isScore(after next: Int) -> Bool {
        guard next + 2 < bytes.count, bytes[next] >= 0xE0 else { return true }
        switch Lexer.scalar(bytes, next) {
        case 0x949F, 0x4E4B, 0x522B, 0x4E3A, 0x6210, 0x6279, 0x6B65, 0x9879, 0x7C7B, 0x5C40:
            return false  // 分钟 分之 分别 分为 分成 分批 分步 分项 分类 分局
        default: return true
        }
    }

    private func skipBlanks(_ place: Int) -> Int {
        var place = place
        var count = 0
        while place < bytes.count, bytes[place] == 0x20, count < 2 {
            place += 1
            count += 1
        }
        return place
    }

    /// The power of ten of 十百千万亿.
    static func power(_ scalar: UInt32) -> Int? {
        switch scalar {
        case 0x767E: 2
        case 0x5343: 3
        case 0x4E07: 4
        case 0x4EBF: 8
        default: nil
        }
    }

    /// 余、左右、以上 behind the unit.
    private func suffix(_ figure: inout Figure) {
        let next = Int(figure.end)
        guard next + 5 < bytes.count, bytes[next] >= 0xE0 else { return }
        switch (Lexer.scalar(bytes, next), Lexer.scalar(bytes, next + 3)) {
        case (0x4EE5, 0x4E0A): figure.marks.formUnion([.limit, .atLeast])  // 以上
        case (0x4EE5, 0x4E0B), (0x4EE5, 0x5185), (0x4E4B, 0x5185):
            figure.marks.formUnion([.limit, .atMost])  // 以下 以内 之内
        case (0x5DE6, 0x53F3), (0x4E0A, 0x4E0B): figure.marks.insert(.about)  // 左右 上下
        case (0x4F59, let after), (0x591A, let after):
            // 5年多， but 598万元多收 and 20万元余额.
            if !(0x4E00...0x9FFF).contains(after) { figure.marks.insert(.over) }  // 余 多
        default: break
        }
    }

    // MARK: Chinese numerals

    /// A figure in Chinese numerals with a unit: 三个, 一百二十万元, 百分之五, 三分之二, 两成.
    mutating func chineseFigure(_ table: borrowing ScalarTable) -> Figure? {
        let start = place
        var next = place
        var length = 0
        while next + 2 < bytes.count, bytes[next] >= 0xE0, length < 16 {
            let scalar = Lexer.scalar(bytes, next)
            guard
                table[scalar] & ScalarTable.numeral != 0 || scalar == 0x4E07 || scalar == 0x4EBF
            else { break }
            next += 3
            length += 1
        }
        guard next + 2 < bytes.count, bytes[next] >= 0xE0 else { return nil }
        let unit = Lexer.scalar(bytes, next)
        let isUnit =
            unit == 0x5143 || unit == 0x5206 || unit == 0x70B9
            || (table.countUnits.begins(unit) && count(at: next, table) != nil)
        guard isUnit, !isOneOfAny(start, length, unit),
            let read = try? FigureReading(at: start, of: bytes),
            read.upper == nil, read.range.lowerBound == start
        else { return nil }
        return chinese(read, start: start, unitAt: next, length: length, table)
    }

    /// 一个, 一次: counts nothing, and is no amount, share or score either.
    private func isOneOfAny(_ start: Int, _ length: Int, _ unit: UInt32) -> Bool {
        guard length == 1, Lexer.scalar(bytes, start) == 0x4E00 else { return false }
        switch unit {
        case 0x5143, 0x5206, 0x70B9, 0x6210, 0x89D2: return false  // 元 分 点 成 角
        case 0x4E2A: return points(at: start + 3) == nil  // 个百分点
        default: return true
        }
    }

    private mutating func chinese(
        _ read: FigureReading, start: Int, unitAt next: Int, length: Int,
        _ table: borrowing ScalarTable
    ) -> Figure? {
        let stated = read.number.stated
        guard let mantissa = Int64(exactly: stated.mantissa), stated.scale <= 6,
            mantissa.magnitude < Arithmetic.smallPower(17)
        else { return nil }
        var figure = Figure(
            mantissa: mantissa, decimals: UInt8(stated.scale), scale: 0, kind: .number, unit: 0,
            marks: .chinese, start: Int32(start), digitsEnd: Int32(next),
            end: Int32(read.range.upperBound), token: 0)
        switch read.kind {
        case .percent:
            figure.kind = .percent
            figure.digitsEnd = figure.end
        case .percentagePoints: figure.kind = .points
        case .number:
            var scale = read.number.power
            if unit(at: next) == 0x5206, length > 0, isScore(after: next + 3),
                read.unit?.text == "分"
            {
                figure.kind = .score
            } else if let symbol = read.unit, symbol.unit.isMoney {
                figure.kind = .amount
                scale += Self.factorPower(symbol)
            } else if let found = count(at: next, table) {
                // 一个、一次 in running text seldom counts anything.
                guard length > 1 || mantissa > 1, !CountUnit.isOrdinal(found.unit) else {
                    return nil
                }
                figure.kind = .count
                figure.unit = found.unit
                figure.end = Int32(found.end)
            } else {
                return nil
            }
            guard (0...18).contains(scale) else { return nil }
            figure.digitsEnd = Int32(digitsEnd(next, power: scale))
            figure.scale = UInt8(scale)
        default: return nil
        }
        place = Int(figure.end)
        return figure
    }

    private func unit(at place: Int) -> UInt32 { Lexer.scalar(bytes, place) }

    /// 三百万元 is 300 of 万元: the multipliers behind the digits belong to the unit.
    private func digitsEnd(_ end: Int, power: Int) -> Int {
        var (end, power) = (end, power)
        while power > 0, end >= 6, let last = Self.power(Lexer.scalar(bytes, end - 3)),
            last <= power
        {
            power -= last
            end -= 3
        }
        return end
    }

    private static func factorPower(_ symbol: UnitSymbol) -> Int {
        switch symbol.text {
        case "千元": 3
        case "万元": 4
        case "亿元": 8
        default: 0
        }
    }
}
