import Quantities

/// Turns the stored text of a cell into its content, by type, format and date system.
struct CellValues {
    let file: String
    let sharedTexts: [String]
    let formats: [NumberFormat]
    let dates: DateSystem
    /// How each style shows a number; nil where the numbers themselves are wanted.
    var shown: [ShownFormat]?

    /// The type of a cell as the file states it.
    enum Kind {
        case number
        case sharedText
        /// Text in the cell itself, or the text that a formula gave.
        case text
        case boolean
        case error
        case isoDay

        @inline(__always)
        init(_ bytes: UnsafeBufferPointer<UInt8>) {
            self =
                switch (bytes.first ?? 0, bytes.count) {
                case (UInt8(ascii: "s"), 1): .sharedText
                case (UInt8(ascii: "s"), _), (UInt8(ascii: "i"), _): .text
                case (UInt8(ascii: "b"), _): .boolean
                case (UInt8(ascii: "e"), _): .error
                case (UInt8(ascii: "d"), _): .isoDay
                default: .number
                }
        }
    }

    struct Value {
        let content: CellContent
        var isPercent = false
        var hasTime = false
    }

    /// The content of a cell; nil where its text is longer than a cell can hold.
    @inline(__always)
    func content(_ stored: TextCollector, kind: Kind, style: Int) -> Value? {
        if stored.isEmpty { return Value(content: .blank) }
        switch kind {
        case .number: return number(stored, style: style)
        case .sharedText: return sharedText(stored)
        case .text: return stored.text.map { Value(content: $0.isEmpty ? .blank : .text($0)) }
        case .boolean:
            return stored.text.map { Value(content: .boolean($0 == "1" || $0 == "true")) }
        case .error: return stored.text.map { Value(content: .error($0)) }
        case .isoDay: return stored.text.map(isoDay)
        }
    }

    private func sharedText(_ stored: TextCollector) -> Value? {
        let index = stored.withBytes { bytes -> Int? in
            guard bytes.count <= 9 else { return nil }
            var index = 0
            for byte in bytes {
                guard byte &- 48 <= 9 else { return nil }
                index = index * 10 + Int(byte &- 48)
            }
            return index
        }
        guard let index, index < sharedTexts.count else {
            return stored.text.map { Value(content: .unreadable(.missingSharedText($0))) }
        }
        let text = sharedTexts[index]
        return Value(content: text.isEmpty ? .blank : .text(text))
    }

    private func number(_ stored: TextCollector, style: Int) -> Value? {
        let format = style < formats.count ? formats[style] : .general
        switch stored.withBytes({ SpreadsheetNumber($0) }) {
        case .notANumber: return stored.text.map { Value(content: .unreadable(.notANumber($0))) }
        case .tooLarge: return stored.text.map { Value(content: .unreadable(.numberTooLarge($0))) }
        case .number(let number):
            let isDay =
                switch format {
                case .general, .percent: false
                case .day: true
                case .time: number.mantissa >= 0 && number.isOneOrMore
                }
            guard isDay else {
                if let shown {
                    let own = style < shown.count ? shown[style] : .general
                    return Value(content: .text(own.text(of: number)))
                }
                return Value(content: .number(number), isPercent: format == .percent)
            }
            let (content, hasTime) = dates.content(number) { stored.text ?? number.text }
            if let shown, style < shown.count, case .day(let day) = content {
                return Value(content: .text(shown[style].text(of: day)), hasTime: hasTime)
            }
            return Value(content: content, hasTime: hasTime)
        }
    }

    private func isoDay(_ text: String) -> Value {
        guard let (day, hasTime) = Day.iso8601(text) else {
            return Value(content: .unreadable(.noSuchDay(text)))
        }
        return Value(content: .day(day), hasTime: hasTime)
    }
}

extension ExactDecimal {
    fileprivate var isOneOrMore: Bool {
        var rest = mantissa
        for _ in 0..<scale { rest /= 10 }
        return rest >= 1
    }
}
