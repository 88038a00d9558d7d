/// Collects the levels that may be the parts of a total (收集分项).
extension RelationSearch {
    /// 其他0辆: a list that ends with the rest leaves nothing out.
    func isRest(_ index: Int32) -> Bool {
        let label = label(of: index)
        let head = label.lowerBound..<min(label.upperBound, label.lowerBound + 9)
        let tail = max(label.lowerBound, label.upperBound - 9)..<label.upperBound
        return holdsAny(["及其他", "和其他"], in: tail) || reading.text.holds("其他", in: head)
            || reading.text.holds("其它", in: head)
            || reading.text.holds("其余", in: head) || reading.text.holds("空编", in: head)
            || reading.text.holds("空缺", in: head) || reading.text.holds("空置", in: head)
            || reading.text.holds("剩余", in: head) || reading.text.holds("未", in: head)
            || reading.text.holds("欠", in: head) || reading.text.holds("不合格", in: head)
    }

    /// Collects the levels that may be parts, up to the end of the sentence or bracket.
    ///
    /// - Returns: how clearly a word in the list's own text states it; nil where no word does.
    mutating func gather(
        from start: Int, depth: UInt8, untilClose: Bool, isFlat: Bool = false,
        mostParts: Int = PartList.most, takesAnyCount: Bool = false
    ) -> Relation.Clarity? {
        let total = figure(parts.total)
        var place = start
        var level = 0
        var opensGroup = false
        var isNested = false
        var isInner = false
        var clarity: Relation.Clarity?
        let end = tokenEnd(behind: place)
        while place < end, !parts.isFull, parts.count < mostParts {
            let token = token(place)
            switch token.kind {
            case .open: level += 1
            case .close:
                level -= 1
                if level < 0 { return clarity }
            case .comma where level == 0 && parts.count > 0:
                if splitsPart(at: place) { isNested = true }
            case .semicolon where level == 0:
                opensGroup = true
                isNested = false
            case .period where level == 0 && !untilClose: return clarity
            case .line:
                // A list whose items stand on lines of their own.
                guard !untilClose, place > 0,
                    self.token(place - 1).kind == .semicolon || self.token(place - 1).kind == .colon
                else { return clarity }
            case .word where level == 0:
                switch Word(rawValue: token.detail) {
                case .ofWhich?, .parts?:
                    if parts.count > 0, token.word == .ofWhich { isInner = true }
                    if parts.count > 0 { isNested = true } else { clarity = .likely }
                case .someParts?:
                    if parts.count == 0 { parts.isOpen = true } else { isNested = true }
                case .andSoOn?: if isAfterLastPart(place) { parts.isOpen = true }
                default: break
                }
            case .figure where level == 0:
                let index = token.value
                let statement = statement(index)
                guard statement.role == .level,
                    figure(index).adds(with: total)
                        || takesAnyCount && addsInBracket(index, to: parts.total)
                else { break }
                if statement.marks.contains(.total), isFlat || parts.count >= 2,
                    !reading.text.holds("小计", in: label(of: index))
                {
                    return clarity
                }
                if isBase(index, beside: parts.total),
                    isFlat || !statement.marks.contains(.yearLabelled)
                {
                    break
                }
                if total.kind == .number, figure(index).decimals == 0 { break }
                parts.add(index, figure(index), opensGroup: opensGroup, isNested: isNested)
                if isInner { parts.hasInnerList = true }
                if isRest(index) { parts.isClosed = true }
                opensGroup = false
            default: break
            }
            place += 1
        }
        return clarity
    }

    /// 社区设施按城乡分，…: what follows splits a part anew.
    func splitsPart(at comma: Int) -> Bool {
        guard comma > 0 else { return false }
        let name = Int(token(comma - 1).end)..<Int(token(comma).start)
        guard name.count >= 9, name.count <= 60 else { return false }
        let tail = name.upperBound - 3..<name.upperBound
        return reading.text.holds("按", in: name)
            && (reading.text.holds("分", in: tail) || reading.text.holds("看", in: tail))
    }

    /// 等 closes a list where no further part follows in the sentence.
    func isAfterLastPart(_ place: Int) -> Bool {
        var next = place + 1
        let end = tokenEnd(behind: next)
        while next < end, !token(next).endsSentence, token(next).kind != .semicolon {
            if token(next).kind == .figure, statement(token(next).value).role == .level {
                return false
            }
            next += 1
        }
        return true
    }
}
