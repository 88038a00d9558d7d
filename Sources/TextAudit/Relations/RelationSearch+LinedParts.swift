import Performance

/// Parts on lines of their own (分行构成).
extension RelationSearch {
    /// 基本支出2787.71万元，其中：⏎人员经费2486.19万元，主要包括…。⏎公用经费301.52万元，…: the first level of
    /// each line behind the colon.
    mutating func findLinedParts(of total: Int32, from place: Int) -> Bool {
        guard place > 0, place < tokenCount, token(place - 1).kind == .colon,
            token(place).kind == .line
        else { return false }
        parts.start(total, figure(total))
        var next = place + 1
        let end = tokenEnd(behind: next)
        var isOpen = true
        while next < end, !parts.isFull {
            let token = token(next)
            if token.kind == .enumerator { break }
            if token.kind == .line {
                // A line without a part ends the list.
                if isOpen { break }
                isOpen = true
            } else if isOpen, token.kind == .figure, figure(token.value).kind != .year {
                guard addsAsLine(token.value, to: total) else { break }
                parts.add(
                    token.value, figure(token.value), opensGroup: true, isNested: false)
                isOpen = false
            }
            next += 1
        }
        guard parts.count >= 2 else { return false }
        return settleLines(total)
    }

    private func addsAsLine(_ index: Int32, to total: Int32) -> Bool {
        statement(index).role == .level && statement(index).depth == statement(total).depth
            && statement(index).comparand != .prior && figure(index).adds(with: figure(total))
            && !statement(index).marks.contains(.total)
    }

    /// As many lines as make up the total; where none do, as many as one slip explains.
    private mutating func settleLines(_ total: Int32) -> Bool {
        parts.align(reading.lexer.figures)
        for end in 2...parts.count where parts.mayFit(.all, upTo: end) {
            let verdict = parts.fit(.all, upTo: end)
            noteSum(total, .stated, verdict)
            return true
        }
        for end in 2...min(parts.count, 6) {
            _ = parts.fit(.all, upTo: end)
            if parts.isSlip(reading.lexer.figures), Slip.digits(figure(total)) >= 3 {
                noteSum(total, .likely, .error, isSlip: true)
                return true
            }
        }
        return false
    }
}
