import Documents
import Quantities

/// Reads the days (日期) of one column: `2021-03-05`, `2021/3/5`, `2021年3月5日`, `20210305`.
struct DayCell {
    /// The year in which each day must lie; nil where any day will do.
    let year: FiscalYear?
    /// The days of one year as text, made once: most rows of a file share them.
    private var texts: [String?] = Array(repeating: nil, count: 13 * 32)
    private var textsYear: Int

    init(year: FiscalYear?) {
        self.year = year
        textsYear = year?.number ?? 0
    }

    mutating func read(_ bytes: CellBytes) -> CellReading {
        if bytes.isEmpty || bytes.saysNotApplicable { return .missing }
        switch Self.parts(of: bytes) {
        case .day(let year, let month, let day):
            return value(Day(year: year, month: month, day: day))
        case .problem(let problem): return .refused(problem)
        }
    }

    /// Reads a number without a date format: only `20210305` says a day.
    mutating func read(_ number: ExactDecimal) -> CellReading {
        var text = number.text
        return text.withUTF8 { read($0) }
    }

    mutating func value(_ day: Day?) -> CellReading {
        guard let day else { return .refused(.noSuchDay) }
        if let year, !year.contains(day) { return .refused(.dayOutsideYear(year.number)) }
        if textsYear != day.year {
            guard textsYear == 0 else { return .text(day.iso) }
            textsYear = day.year
        }
        let index = day.month * 32 + day.day
        if let text = texts[index] { return .text(text) }
        let text = day.iso
        texts[index] = text
        return .text(text)
    }

    /// Excel counts days from 1899-12-30.
    private static let daysFromSerialZeroToEpoch = 25_569

    private enum Parts {
        case day(year: Int, month: Int, day: Int)
        case problem(CellProblem)
    }

    private static func parts(of bytes: CellBytes) -> Parts {
        var scanner = FigureScanner(bytes)
        if scanner.countDigits() == 8, let number = scanner.whole(8...8) {
            guard endsWithTime(&scanner) else { return .problem(problem(of: bytes)) }
            return .day(year: number / 10000, month: number / 100 % 100, day: number % 100)
        }
        guard let year = scanner.whole(4...4) else { return .problem(problem(of: bytes)) }
        scanner.skipSpaces()
        if scanner.take("年") {
            scanner.skipSpaces()
            guard let month = scanner.whole(1...2) else { return .problem(.dayWithoutDay) }
            scanner.skipSpaces()
            guard scanner.take("月") else { return .problem(.notADay) }
            scanner.skipSpaces()
            guard let day = scanner.whole(1...2) else { return .problem(.dayWithoutDay) }
            scanner.skipSpaces()
            guard scanner.take("日") || scanner.take("号"), endsWithTime(&scanner)
            else { return .problem(.notADay) }
            return .day(year: year, month: month, day: day)
        }
        guard let separator = scanner.next, "-/.".utf8.contains(separator)
        else { return .problem(problem(of: bytes)) }
        scanner.index += 1
        scanner.skipSpaces()
        guard let month = scanner.whole(1...2) else { return .problem(problem(of: bytes)) }
        guard scanner.take(separator) else {
            return .problem(scanner.isAtEnd ? .dayWithoutDay : problem(of: bytes))
        }
        scanner.skipSpaces()
        guard let day = scanner.whole(1...2), endsWithTime(&scanner)
        else { return .problem(problem(of: bytes)) }
        return .day(year: year, month: month, day: day)
    }

    /// A time of day may follow, as programs write it: `2021-03-05 00:00:00`, `2021-03-05T08:30`.
    private static func endsWithTime(_ scanner: inout FigureScanner) -> Bool {
        if scanner.isAtEnd { return true }
        guard scanner.take(0x20) || scanner.take(UInt8(ascii: "T")) else { return false }
        scanner.skipSpaces()
        guard let hour = scanner.whole(1...2), hour < 24, scanner.take(UInt8(ascii: ":")),
            let minute = scanner.whole(2...2), minute < 60
        else { return false }
        guard !scanner.isAtEnd else { return true }
        guard scanner.take(UInt8(ascii: ":")), let second = scanner.whole(2...2), second < 60
        else { return false }
        guard scanner.take(UInt8(ascii: ".")) else { return scanner.isAtEnd }
        return scanner.whole(1...9) != nil && scanner.isAtEnd
    }

    /// Why a text is no day.
    private static func problem(of bytes: CellBytes) -> CellProblem {
        if let problem = FigureProblem.problem(of: bytes) { return problem }
        var scanner = FigureScanner(bytes)
        if scanner.countDigits() == bytes.count, let serial = scanner.whole(1...6) {
            guard (20_000...80_000).contains(serial),
                let day = Day(daysSinceEpoch: serial - daysFromSerialZeroToEpoch)
            else { return serial <= 60 ? .noSuchDay : .notADay }
            return .serialDay(day.iso)
        }
        scanner = FigureScanner(bytes)
        guard let first = scanner.whole(1...2) else { return .notADay }
        if scanner.take("月") { return .dayWithoutYear }
        guard let separator = scanner.next, "-/.".utf8.contains(separator) else { return .notADay }
        scanner.index += 1
        guard first > 0, scanner.whole(1...2) != nil else { return .notADay }
        return scanner.isAtEnd ? .dayWithoutYear : .dayWithoutFullYear
    }
}
