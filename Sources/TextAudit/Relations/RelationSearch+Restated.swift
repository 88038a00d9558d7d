import Performance

/// A figure that the text tells again at once (重述): 十二个（12个）, 上述1840.25万元, 与上年10.5万元持平.
extension RelationSearch {
    mutating func findRestated() {
        for index in 1..<max(figureCount, 1) {
            if spellsOut(index) {
                _ = noteTwice(index - 1, index, digits: 2)
            } else if isTotalLike(index), let before = pointedAt(by: index) {
                _ = noteTwice(before, index, digits: 3)
            } else if isRestated(index), let before = namedInFull(before: index) {
                _ = noteTwice(before, index, digits: 2)
            }
        }
        findLevelled()
    }

    /// 人民币壹佰贰拾叁万伍仟元整（￥1235000元）: one amount in two spellings.
    private func spellsOut(_ index: Int32) -> Bool {
        let (other, place) = (index - 1, Int(figure(index).token))
        return place >= 2 && token(place - 1).kind == .open && token(place - 2).kind == .figure
            && token(place - 2).value == other
            && token(place - 1).start - figure(other).end <= 3
            && figure(index).marks.contains(.chinese) != figure(other).marks.contains(.chinese)
            && figure(index).adds(with: figure(other)) && label(of: index).count <= 3
    }

    /// 车辆运行维护8.2万元 for 车辆运行（8.2万元）: the one level before whose name holds the bracket's.
    private func namedInFull(before index: Int32) -> Int32? {
        let name = nameBeforeBracket(of: index)
        guard name.count >= 12, isTotalLike(index), statement(index).comparand == .none else {
            return nil
        }
        var found: Int32?
        var other = index - 1
        while other >= nearest(before: index), statement(other).line >= statement(index).line - 3 {
            let label = label(of: other)
            if isTotalLike(other), figure(other).adds(with: figure(index)),
                statement(other).comparand == .none,
                statement(other).year == statement(index).year,
                overlap(name, label) == name.count
            {
                guard found == nil else { return nil }
                found = other
            }
            other -= 1
        }
        return found
    }

    /// 上述1840.25万元: the one level of its unit in the sentence before, or the one that is named.
    private func pointedAt(by index: Int32) -> Int32? {
        let name = label(of: index)
        guard name.count >= 6, name.count <= 60,
            reading.text.stands("上述", at: name.lowerBound)
                || reading.text.stands("该笔", at: name.lowerBound)
        else { return nil }
        let rest = name.lowerBound + 6..<name.upperBound
        var found: ContiguousArray<Int32> = []
        var other = index - 1
        while other >= nearest(before: index),
            statement(other).sentence >= statement(index).sentence - 1
        {
            if isTotalLike(other), figure(other).adds(with: figure(index)),
                rest.count < 6 || overlap(rest, label(of: other)) >= min(rest.count, 12)
            {
                found.append(other)
            }
            other -= 1
        }
        return found.count == 1 ? found[0] : nil
    }

    /// 预算10.5万元，与上年预算10.5万元持平.
    private mutating func findLevelled() {
        for place in 2..<max(tokenCount, 2) where token(place).word == .level {
            guard token(place - 1).kind == .figure,
                token(place).start - token(place - 1).end <= 3
            else { continue }
            let base = token(place - 1).value
            guard base > 0, statement(base).role == .level, statement(base).comparand == .prior,
                statement(base - 1).role == .level, statement(base - 1).comparand != .prior,
                statement(base - 1).sentence == statement(base).sentence,
                figure(base).adds(with: figure(base - 1))
            else { continue }
            _ = noteTwice(base - 1, base, digits: 2)
        }
    }
}
