/// Reads one figure at a place of a text.
struct FigureReader {
    /// Where the figure stands: alone in a cell, or in running text (prose), where punctuation is
    /// punctuation.
    enum Setting { case cell, prose }

    var scanner: ByteScanner
    let setting: Setting

    init(_ scanner: ByteScanner, in setting: Setting) {
        self.scanner = scanner
        self.setting = setting
    }

    /// One figure that fills its cell.
    mutating func cell() throws(FigureSyntaxError) -> FigureReading {
        scanner.skipSpaces()
        let reading = try figure()
        scanner.skipSpaces()
        guard scanner.isAtEnd else {
            let comma = scanner.next == "," && scanner.digit(at: scanner.offset + 1) != nil
            throw comma
                ? .malformedGrouping(offset: scanner.offset) : .trailingText(offset: scanner.offset)
        }
        return reading
    }

    mutating func figure() throws(FigureSyntaxError) -> FigureReading {
        let start = scanner.offset
        guard FigureStart.scalars.contains(scanner.next) else {
            throw .missingDigits(offset: start)
        }
        var qualifier = prefix()
        var term: FigureTerm
        var upper: StatedNumber?
        if setting == .cell, scanner.take("(") {
            term = try bracketedTerm()
        } else {
            term = try self.term()
            if let range = rangeUpper(after: term) {
                (term, upper) = (range.lower, range.upper.number)
            }
        }
        if let suffix = suffix() { qualifier = qualifier ?? suffix }
        return FigureReading(
            term, to: upper, qualifier: qualifier, range: start..<scanner.offset)
    }

    private mutating func prefix() -> FigureQualifier? {
        guard
            let found = FigureQualifier.prefixIndex.longest(in: scanner.bytes, at: scanner.offset)
        else { return nil }
        scanner.advance(by: found.count)
        scanner.skipSpaces()
        return FigureQualifier.prefixes[found.number].qualifier
    }

    private mutating func suffix() -> FigureQualifier? {
        guard
            let found = FigureQualifier.suffixIndex.longest(in: scanner.bytes, at: scanner.offset)
        else { return nil }
        scanner.advance(by: found.count)
        return FigureQualifier.suffixes[found.number].qualifier
    }

    /// `(1,234.00)`: a negative number as accountants write it.
    private mutating func bracketedTerm() throws(FigureSyntaxError) -> FigureTerm {
        scanner.skipSpaces()
        let start = scanner.offset
        var term = try self.term()
        guard term.number.stated.mantissa >= 0, sign(at: start) == nil
        else { throw .twoSigns(offset: start) }
        scanner.skipSpaces()
        guard scanner.take(")") else { throw .unclosedBracket(offset: scanner.offset) }
        term.number = StatedNumber(
            stated: term.number.stated.negated, power: term.number.power, unit: term.number.unit)
        return term
    }

    /// The rest of a range after its lower end; consumes nothing where there is none.
    private mutating func rangeUpper(after lower: FigureTerm) -> (
        lower: FigureTerm, upper: FigureTerm
    )? {
        let end = scanner.offset
        scanner.skipSpaces()
        switch scanner.next {
        case "-", "–", "—", "~", "至", "到":
            scanner.advance(by: scanner.glyph(at: scanner.offset).width)
            scanner.skipSpaces()
            // What cannot be read here is no upper end; the text after the figure is left as it was.
            if sign(at: scanner.offset) == nil, let upper = try? term(),
                let lower = lower.completed(upTo: upper), !continuesAsCode
            {
                return (lower, upper)
            }
        default: break
        }
        scanner.move(to: end)
        return nil
    }

    /// 2021-03-05 and 020-8888-6666 are no ranges.
    private var continuesAsCode: Bool {
        let glyph = scanner.glyph(at: scanner.offset)
        return (glyph.scalar == "-" || glyph.scalar == "/")
            && scanner.digit(at: scanner.offset + glyph.width) != nil
    }

    /// −1 or 1 where a sign stands; `—` is a minus only at the start of a cell.
    func sign(at place: Int) -> (factor: Int128, width: Int)? {
        let glyph = scanner.glyph(at: place)
        return switch glyph.scalar {
        case "-", "负": (-1, glyph.width)
        case "—", "–": setting == .cell ? (-1, glyph.width) : nil
        case "+": (1, glyph.width)
        default: nil
        }
    }
}
