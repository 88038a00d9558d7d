/// What stands beside a figure: its label, the figure before, its year (上下文).
extension StatementReader {
    /// The figure before, if only words stand between; −1 otherwise.
    func figureBehindWords(_ index: Int, _ tokens: borrowing ContiguousArray<Token>)
        -> Int32
    {
        var place = index - 1
        let end = max(index - Self.mostLabel, 0)
        while place >= end, tokens[place].kind == .word || isYear(tokens[place]) { place -= 1 }
        if place >= 2, isBehindBracket(place + 1, tokens) { place -= 1 }
        return place >= end && tokens[place].kind == .figure ? tokens[place].value : -1
    }

    func isYear(_ token: Token) -> Bool {
        token.kind == .figure && token.detail == Figure.Kind.year.rawValue
    }

    /// Whether the line that begins at `start` has columns.
    static func isRow(
        from start: Int, _ tokens: borrowing ContiguousArray<Token>
    ) -> Bool {
        var index = start
        while index < tokens.count, tokens[index].kind != .line {
            if tokens[index].kind == .tab { return true }
            index += 1
        }
        return false
    }

    /// The figure that ends right where the bracket at `index` opens; −1 for none.
    func owner(
        before index: Int, _ tokens: borrowing ContiguousArray<Token>,
        _ bytes: UnsafeBufferPointer<UInt8>
    ) -> Int32 {
        guard index > 0, tokens[index - 1].kind == .figure else { return -1 }
        let gap = tokens[index].start - tokens[index - 1].end
        return gap <= 6 ? tokens[index - 1].value : -1
    }

    /// 比2021年（92.5分）, 与2021年预算2886.1万元相比: a level of another year that something is held against.
    func comparesYears(
        _ index: Int, _ tokens: borrowing ContiguousArray<Token>,
        _ bytes: UnsafeBufferPointer<UInt8>
    ) -> Bool {
        var place = index - 1
        var hasYear = false
        let end = max(index - 12, 0)
        while place >= end, !tokens[place].endsClause, tokens[place].kind != .semicolon {
            if tokens[place].kind == .figure {
                guard isYear(tokens[place]), !hasYear else { return false }
                hasYear = true
            }
            place -= 1
        }
        guard hasYear else { return false }
        var start = place >= 0 ? Int(tokens[place].end) : 0
        while start < bytes.count, bytes[start] == 0x20 { start += 1 }
        guard start + 2 < Int(tokens[index].start), bytes[start] >= 0xE0 else { return false }
        switch Lexer.scalar(bytes, start) {
        case 0x6BD4, 0x8F83, 0x4E0E: return true  // 比 较 与
        default: return false
        }
    }

    /// 2010年133972万人 beside 2020: a level of an earlier year.
    func isEarlierYear(
        _ index: Int, _ figure: Figure, _ tokens: borrowing ContiguousArray<Token>,
        _ figures: borrowing ContiguousArray<Figure>
    ) -> Bool {
        guard year > 0, year < mainYear, index > 0, tokens[index - 1].kind == .figure else {
            return false
        }
        let before = figures[Int(tokens[index - 1].value)]
        return before.kind == .year && figure.start - before.end <= 6
    }

    /// 完成预算（95.40亿元）的72.8%: the base stands in a bracket of its own.
    func isBehindBracket(
        _ index: Int, _ tokens: borrowing ContiguousArray<Token>
    ) -> Bool {
        index > 2 && tokens[index - 1].kind == .close && tokens[index - 2].kind == .figure
            && tokens[index - 3].kind == .open
    }

    /// The label reaches back over words, brackets and enumerations to the last sign or figure.
    func labelStart(
        _ index: Int, _ tokens: borrowing ContiguousArray<Token>,
        _ bytes: UnsafeBufferPointer<UInt8>
    ) -> Int32 {
        var place = index - 1
        var closed = 0
        let least = max(tokens[index].start - Int32(Self.mostLabel), 0)
        while place >= 0 {
            let token = tokens[place]
            if token.end <= least { break }
            switch token.kind {
            case .word: break
            case .pause: break
            case .close: closed += 1
            case .open:
                if closed == 0 { return token.end }
                closed -= 1
            case .figure:
                // A figure inside a closed bracket is part of the name before it.
                if closed == 0 { return token.end }
            default:
                if closed == 0 { return token.end }
            }
            place -= 1
        }
        // A label that is cut begins with a whole scalar.
        var start = least
        while start > 0, start < tokens[index].start, bytes[Int(start)] & 0xC0 == 0x80 {
            start += 1
        }
        return start
    }
}
