package import Quantities

/// An answer as somebody wrote it, brought to the one spelling of its type (填报值).
///
/// - Source: 表样 §0.4, 导入时数字的读法.
package struct AnswerReading: Hashable, Sendable {
    /// Spelled as ``FormFieldType`` says; as it stood where it could not be read; nil for nothing.
    package let text: String?
    package let problem: AnswerProblem?

    package init(_ text: String?, _ problem: AnswerProblem? = nil) {
        self.text = text
        self.problem = problem
    }
}

/// Why an answer is not what its type asks for.
package enum AnswerProblem: Hashable, Sendable {
    case noNumber
    case noDay
    case noYear
    case noTick
    case noChoice([String])
    /// Read as a percentage though it has no `%`.
    case percentWithoutSign
    /// More than 150, or less than -150, where a rate is asked for.
    case noRate
    case tooManyDecimals
}

/// What a bare figure of money counts (金额单位).
package enum MoneyColumnUnit: Hashable, Sendable {
    case yuan
    case tenThousandYuan
}

extension FormFieldType {
    /// Reads an answer.
    ///
    /// - Parameter isShownAsPercent: the number is a fraction that its cell shows with `%`.
    package func read(
        _ written: String, unit: MoneyColumnUnit = .tenThousandYuan, isShownAsPercent: Bool = false
    ) -> AnswerReading {
        let text = written.trimmedAnswer
        if text.isEmpty { return AnswerReading(nil) }
        if text.meansNotApplicable(of: self) { return AnswerReading(FormContent.notApplicable) }
        let compact = text.compactAnswer
        switch self {
        case .text: return AnswerReading(text)
        case .target: return AnswerReading(text.contains(where: \.isNumber) ? compact : text)
        case .money: return Self.money(compact, written: text, unit)
        case .percent: return Self.percent(compact, written: text, isShownAsPercent)
        case .number:
            let number = ExactDecimal(compact.withoutGrouping)
            return number.map { AnswerReading($0.trimmed().text) } ?? AnswerReading(text, .noNumber)
        case .score: return Self.score(compact, written: text)
        case .day:
            let day = try? Day(reading: text)
            return day.map { AnswerReading($0.iso) } ?? AnswerReading(text, .noDay)
        case .year: return Self.year(compact, written: text)
        case .choice(let choices): return Self.choice(compact, written: text, choices)
        case .tick:
            let isTick = ["√", "✓", "✔", "☑", "是", "1", "V", "v"].contains(compact)
            return isTick ? AnswerReading("√") : AnswerReading(text, .noTick)
        }
    }

    private static func money(
        _ compact: String, written: String, _ unit: MoneyColumnUnit
    ) -> AnswerReading {
        var digits = compact.withoutGrouping
        var decimals = unit == .yuan ? 4 : 0
        if let first = digits.first, first == "¥" || first == "￥" { digits.removeFirst() }
        for (suffix, shift) in [("亿元", -4), ("亿", -4), ("万元", 0), ("万", 0), ("元", 4)]
        where digits.hasSuffix(suffix) {
            digits.removeLast(suffix.count)
            decimals = shift
            break
        }
        guard let number = ExactDecimal(digits), let shifted = number.shifted(by: decimals)
        else { return AnswerReading(written, .noNumber) }
        return AnswerReading(shifted.trimmed(keeping: 2).withDecimals(2).text)
    }

    private static func percent(
        _ compact: String, written: String, _ isShownAsPercent: Bool
    ) -> AnswerReading {
        let hasSign = compact.hasSuffix("%")
        let digits = compact.withoutGrouping.dropLast(hasSign ? 1 : 0)
        guard let number = ExactDecimal(digits) else { return AnswerReading(written, .noNumber) }
        let magnitude = number.fraction.magnitude
        let isFraction =
            !hasSign && (isShownAsPercent || magnitude <= (try? Fraction(3, over: 2)) ?? .one)
        let rate = isFraction ? number : number.shifted(by: 2)
        guard let rate, isFraction || hasSign || magnitude <= Fraction(150)
        else { return AnswerReading(written, .noRate) }
        return AnswerReading(
            rate.trimmed(keeping: 4).withDecimals(4).text,
            isFraction || hasSign ? nil : .percentWithoutSign)
    }

    private static func score(_ compact: String, written: String) -> AnswerReading {
        let digits = compact.hasSuffix("分") ? String(compact.dropLast()) : compact
        guard let number = ExactDecimal(digits.withoutGrouping)
        else { return AnswerReading(written, .noNumber) }
        let text = number.trimmed(keeping: 2).withDecimals(2).text
        return AnswerReading(text, number.trimmed().scale > 2 ? .tooManyDecimals : nil)
    }

    private static func year(_ compact: String, written: String) -> AnswerReading {
        let digits = compact.hasSuffix("年") ? String(compact.dropLast()) : compact
        guard let year = Int(digits), (1900...2999).contains(year)
        else { return AnswerReading(written, .noYear) }
        return AnswerReading(String(year))
    }

    private static func choice(
        _ compact: String, written: String, _ choices: [String]
    ) -> AnswerReading {
        // `产出指标（50分）` and `产出` mean 产出指标; `□新增项目 ☑延续项目` means the ticked one.
        let bare = compact.withoutWeight
        if let choice = choices.first(where: { $0 == bare || $0 == bare + "指标" }) {
            return AnswerReading(choice)
        }
        let ticked = choices.filter { choice in
            ["☑", "√", "■", "✓"].contains {
                bare.contains($0 + choice) || bare.contains(choice + $0)
            }
        }
        if ticked.count == 1 { return AnswerReading(ticked[0]) }
        return AnswerReading(written, .noChoice(choices))
    }
}

extension String {
    /// Without white space around it and with LF as its only line end.
    package var trimmedAnswer: String {
        guard !isTrimmed else { return self }
        var lines = split(omittingEmptySubsequences: false) {
            $0 == "\r\n" || $0 == "\n" || $0 == "\r"
        }
        .map(String.init)[...]
        while let last = lines.last, last.allSatisfy(\.isWhitespace) { lines.removeLast() }
        let text = lines.joined(separator: "\n")
        let start = text.firstIndex { !$0.isWhitespace } ?? text.endIndex
        let end = text.lastIndex { !$0.isWhitespace }.map { text.index(after: $0) } ?? start
        return String(text[start..<end])
    }

    /// Without white space; full-width digits and signs as half-width ones, comparators as they are.
    package var compactAnswer: String {
        isCompact ? self : compacted
    }

    /// Whether no byte begins white space, a sign of full width or another of their kind.
    private var isCompact: Bool {
        var isBehindCJK = false
        for byte in utf8 {
            switch byte {
            case ...0x20, 0x7F, 0xC2, 0xE1, 0xEF: return false
            // Blanks among the general punctuation, and the ideographic one.
            case 0x80...0x81: if isBehindCJK { return false }
            default: break
            }
            isBehindCJK = byte == 0xE2 || byte == 0xE3
        }
        return true
    }

    /// Nearly every cell of a long sheet: nothing to take away.
    private var isTrimmed: Bool {
        guard let first = unicodeScalars.first, let last = unicodeScalars.last else { return true }
        return !first.properties.isWhitespace && !last.properties.isWhitespace
            && utf8.allSatisfy { $0 >= 0x20 }
    }

    private var compacted: String {
        String(
            String.UnicodeScalarView(
                unicodeScalars.compactMap { scalar in
                    if scalar.properties.isWhitespace { return nil }
                    switch scalar.value {
                    case 0xFF1C...0xFF1E: return scalar
                    case 0xFF01...0xFF5E: return Unicode.Scalar(scalar.value - 0xFEE0)
                    default: return scalar
                    }
                }))
    }

    fileprivate var withoutGrouping: String { filter { $0 != "," } }

    fileprivate func meansNotApplicable(of type: FormFieldType) -> Bool {
        guard utf8.count <= 6 else { return false }
        if ["—", "——", "-", "－", "/", "／", "–", "―"].contains(self) { return true }
        switch type {
        case .text, .target, .choice: return false
        default: return self == "无"
        }
    }

    /// `产出指标(50分)` is `产出指标`.
    package var withoutWeight: String {
        guard let open = firstIndex(of: "("), hasSuffix("分)") else { return self }
        return String(self[..<open])
    }

    /// The weight that a level's name carries: 50 of `产出指标（50分）`.
    package var statedWeight: ExactDecimal? {
        let compact = compactAnswer
        guard let open = compact.firstIndex(of: "("), compact.hasSuffix("分)") else { return nil }
        return ExactDecimal(compact[compact.index(after: open)...].dropLast(2))
    }
}

extension ExactDecimal {
    /// Divided by a power of ten; nil where that has more digits than a decimal holds.
    fileprivate func shifted(by decimals: Int) -> ExactDecimal? {
        if decimals >= 0 {
            return scale + decimals <= 38
                ? ExactDecimal(mantissa: mantissa, scale: scale + decimals) : nil
        }
        guard let power = try? powerOfTen(-decimals) else { return nil }
        let (product, overflow) = mantissa.multipliedReportingOverflow(by: power)
        return overflow ? nil : ExactDecimal(mantissa: product, scale: scale)
    }

    /// Padded with zeros to at least so many decimals.
    package func withDecimals(_ count: Int) -> ExactDecimal {
        guard scale < count else { return self }
        return (try? rounded(to: count)) ?? self
    }
}
