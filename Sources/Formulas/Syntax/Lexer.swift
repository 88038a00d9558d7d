import Quantities

/// Cuts a formula into tokens; full-width signs are folded outside strings and 「」.
struct Lexer {
    private let text: String
    /// As written.
    private let source: [Unicode.Scalar]
    /// Folded to half width, scalar by scalar.
    private let folded: [Unicode.Scalar]
    private var position = 0

    /// - Throws: ``FormulaError`` at the first character that begins no token.
    static func tokens(of text: String) throws(FormulaError) -> [Token] {
        guard text.unicodeScalars.count <= Formula.Limit.characters
        else { throw FormulaError(.tooLong, in: text, at: 0..<0) }
        var lexer = Lexer(text: text)
        var tokens: [Token] = []
        repeat { tokens.append(try lexer.next()) } while tokens.last?.kind != .end
        return tokens
    }

    private init(text: String) {
        self.text = text
        source = Array(text.unicodeScalars)
        folded = source.map(\.foldedToHalfWidth)
    }

    private mutating func next() throws(FormulaError) -> Token {
        while position < folded.count, folded[position].properties.isWhitespace { position += 1 }
        guard position < folded.count
        else { return Token(kind: .end, range: position..<position) }
        let start = position
        switch folded[position] {
        case "0"..."9": return try number()
        case "\"", "“": return try string()
        case "「": return try quotedName()
        case let letter where letter.isNameStart:
            while position < folded.count, folded[position].isNamePart { position += 1 }
            return token(.name(string(folded[start..<position]), isQuoted: false), from: start)
        default:
            let sign = try sign()
            return token(.sign(sign), from: start)
        }
    }

    // MARK: Signs

    private mutating func sign() throws(FormulaError) -> Sign {
        let first = folded[position]
        switch first {
        case "≥": return single(.greaterOrEqual)
        case "≤": return single(.lessOrEqual)
        case "≠": return single(.unequal)
        case "×": return single(.times)
        case "÷": return single(.divide)
        default: break
        }
        if position + 1 < folded.count,
            let double = Sign(rawValue: string(folded[position..<position + 2]))
        {
            position += 2
            return double
        }
        guard let sign = Sign(rawValue: String(Character(first))) else {
            throw error(
                .unexpectedCharacter(string(source[position...position])),
                at: position..<position + 1)
        }
        return single(sign)
    }

    private mutating func single(_ sign: Sign) -> Sign {
        position += 1
        return sign
    }

    // MARK: Texts and names

    private mutating func string() throws(FormulaError) -> Token {
        let start = position
        let closing: Unicode.Scalar = folded[position] == "“" ? "”" : "\""
        position += 1
        while position < source.count, source[position] != "\n" {
            // A straight quote may be closed in full width, since input methods mix them.
            if source[position] == closing || (closing == "\"" && source[position] == "＂") {
                position += 1
                return token(
                    .literal(.text(string(source[start + 1..<position - 1]))), from: start)
            }
            position += 1
        }
        throw error(.unterminatedText, at: start..<start + 1)
    }

    private mutating func quotedName() throws(FormulaError) -> Token {
        let start = position
        while position < source.count, source[position] != "」", source[position] != "\n" {
            position += 1
        }
        guard position < source.count, source[position] == "」"
        else { throw error(.unterminatedName, at: start..<start + 1) }
        position += 1
        let name = string(source[start + 1..<position - 1])
        guard name.unicodeScalars.contains(where: { !$0.properties.isWhitespace })
        else { throw error(.emptyName, at: start..<position) }
        return token(.name(name, isQuoted: true), from: start)
    }

    // MARK: Days and numbers

    private mutating func number() throws(FormulaError) -> Token {
        let start = position
        if let day = try day() { return token(.literal(.day(day)), from: start) }
        try refuseSeparatedDay()
        var digits = digits()
        if position < folded.count, folded[position] == "." {
            position += 1
            let decimals = self.digits()
            let isMalformed =
                decimals.isEmpty || (position < folded.count && folded[position] == ".")
            while isMalformed, position < folded.count,
                folded[position] == "." || ("0"..."9").contains(folded[position])
            {
                position += 1
            }
            guard !isMalformed
            else { throw error(.malformedNumber(string(source[start..<position])), from: start) }
            digits += "." + decimals
        }
        guard digits.utf8.count(where: { $0 != UInt8(ascii: ".") }) <= Formula.Limit.digits,
            let decimal = ExactDecimal(digits)
        else { throw error(.numberTooLong, from: start) }
        let numberEnd = position
        while position < folded.count, folded[position] == " " { position += 1 }
        guard let symbol = try unit() else {
            position = numberEnd
            return token(.literal(.number(decimal.fraction, .one, isBare: true)), from: start)
        }
        guard let value = try? decimal.fraction.multiplied(by: symbol.factor)
        else { throw error(.numberTooLong, from: start) }
        return token(.literal(.number(value, symbol.unit, isBare: false)), from: start)
    }

    /// Reads `2021年7月31日`; nil, and stays, where no such thing stands here.
    private mutating func day() throws(FormulaError) -> Day? {
        let start = position
        var numbers: [Int] = []
        for sign: Unicode.Scalar in ["年", "月", "日"] {
            let digits = digits()
            guard (1...9).contains(digits.utf8.count), let number = Int(digits),
                position < folded.count, folded[position] == sign
            else {
                position = start
                return nil
            }
            numbers.append(number)
            position += 1
        }
        guard let day = Day(year: numbers[0], month: numbers[1], day: numbers[2])
        else { throw error(.noSuchDay(string(source[start..<position])), from: start) }
        return day
    }

    /// Refuses `2021-07-31`, `2021/7/31` and `2021.7.31`, which would be arithmetic.
    private mutating func refuseSeparatedDay() throws(FormulaError) {
        let start = position
        defer { position = start }
        guard let year = Int(digits()), position < folded.count,
            ["-", "/", "."].contains(folded[position])
        else { return }
        let separator = folded[position]
        position += 1
        guard let month = Int(digits()), position < folded.count, folded[position] == separator
        else { return }
        position += 1
        guard let number = Int(digits()), let day = Day(year: year, month: month, day: number)
        else { return }
        let written = string(source[start..<position])
        throw error(.dayWithSeparators(written, day: day.chinese), from: start)
    }

    private mutating func digits() -> String {
        let start = position
        while position < folded.count, ("0"..."9").contains(folded[position]) { position += 1 }
        return string(folded[start..<position])
    }

    /// Takes the longest unit that stands here; nil where no letter or percent sign follows.
    private mutating func unit() throws(FormulaError) -> UnitSymbol? {
        guard position < folded.count else { return nil }
        let start = position
        // A second number may follow after a space; the parser says what should stand between.
        if ("0"..."9").contains(folded[position]) { return nil }
        let symbol = Self.units.first { folded[position...].starts(with: $0.scalars) }
        if let symbol { position += symbol.scalars.count }
        let symbolEnd = position
        let isWord = symbol?.scalars.allSatisfy(\.isNamePart) ?? true
        while isWord, position < folded.count, folded[position].isNamePart { position += 1 }
        if position == symbolEnd { return symbol?.symbol }
        let word = string(source[start..<position])
        if symbol == nil, Keyword.isOne(word) {
            position = start
            return nil
        }
        let isDay = word.first == "年" || word.first == "月"
        throw error(isDay ? .incompleteDay(word) : .unknownUnit(word), from: start)
    }

    private static let units = UnitSymbol.all.map {
        (scalars: Array($0.text.unicodeScalars), symbol: $0)
    }

    // MARK: Pieces

    private func token(_ kind: Token.Kind, from start: Int) -> Token {
        Token(kind: kind, range: start..<position)
    }

    private func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }

    private func error(_ problem: FormulaError.Problem, from start: Int) -> FormulaError {
        error(problem, at: start..<position)
    }

    private func error(_ problem: FormulaError.Problem, at range: Range<Int>) -> FormulaError {
        FormulaError(problem, in: text, at: range)
    }
}

/// The words that are no names, in any case of letters.
enum Keyword: String, CaseIterable {
    case and, or, not, `in`, `true`, `false`, tiers, `else`

    init?(_ word: String) { self.init(rawValue: word.lowercased()) }

    static func isOne(_ word: String) -> Bool { Keyword(word) != nil }
}

extension Unicode.Scalar {
    /// `；` as `;`, `＞` as `>`, `、` as `,`; any other scalar as it is.
    var foldedToHalfWidth: Unicode.Scalar {
        switch self {
        case "\u{FF01}"..."\u{FF5E}": Unicode.Scalar(value - 0xFEE0) ?? self
        case "\u{3000}", "\u{00A0}": " "
        case "、": ","
        case "−": "-"
        default: self
        }
    }

    var isNameStart: Bool { properties.isAlphabetic && !("0"..."9").contains(self) }
    var isNamePart: Bool { properties.isAlphabetic || ("0"..."9").contains(self) || self == "_" }
}
