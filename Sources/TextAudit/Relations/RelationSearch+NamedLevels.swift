/// Levels that a rate or a change names (指称的数额).
extension RelationSearch {
    /// The one level of its unit that the sentence tells before `subject`; nil where there are more.
    func onlyLevel(before subject: Int32) -> Int32? {
        let before = levels(before: subject, like: subject).filter {
            statement($0).depth <= statement(subject).depth
        }
        let beside = before.filter { statement($0).part == statement(subject).part }
        if beside.count == 1 { return beside[0] }
        return before.count == 1 ? before[0] : nil
    }

    /// The earlier budget whose label holds the words after 完成; −1 where they name none.
    func namedBudget(of index: Int32, like subject: Int32) -> Int32 {
        let name = nameAfterWord(of: index)
        guard name.count >= 12 else { return -1 }
        var other = subject - 1
        while other >= 0, other > subject - 60 {
            if statement(other).role == .level, figure(other).adds(with: figure(subject)),
                statement(other).comparand == .budget,
                !statement(other).marks.contains(.bareBudget),
                overlap(name, label(of: other)) >= name.count
            {
                return other
            }
            other -= 1
        }
        return -1
    }

    /// The label of a rate without 完成 or 占 before it and 的 behind it.
    func nameAfterWord(of index: Int32) -> Range<Int> {
        let statement = statement(index)
        var place = Int(figure(index).token) - 1
        var start = Int(statement.labelStart)
        var stop = Int(statement.labelEnd)
        var lastStart = 0
        while place >= 0, token(place).start >= statement.labelStart {
            let token = token(place)
            if token.kind == .word, token.word == .completion || token.word == .share {
                // 占能源消费总量比重: what stands between the two words is the whole.
                if lastStart > 0 { stop = lastStart }
                start = Int(token.end)
                lastStart = Int(token.start)
            }
            place -= 1
        }
        return reading.text.bytes.withUnsafeBufferPointer { bytes in
            var end = stop
            while end > start, bytes[end - 1] == 0x20 { end -= 1 }
            while end - start >= 3, bytes[end - 3] >= 0xE0 {
                switch Lexer.scalar(bytes, end - 3) {
                case 0x7684, 0x4E3A, 0x8FBE: end -= 3  // 的 为 达
                default: return start..<end
                }
            }
            return start..<end
        }
    }

    /// The level that is put in percent of the base right before: named in the clause, or the nearest.
    func explicitSubject(of index: Int32, base: Int32) -> Int32 {
        let name = subjectName(of: base)
        if name.count >= 6 {
            let named = namedLevel(name, before: base, like: base, without: .bareBudget)
            if named >= 0 { return named }
        }
        var other = base - 1
        let sentence = statement(index).sentence
        while other >= nearest(before: base), statement(other).sentence == sentence {
            if statement(other).role == .level, figure(other).adds(with: figure(base)),
                !statement(other).marks.contains(.bareBudget)
            {
                return other
            }
            other -= 1
        }
        return -1
    }

    /// The nearest level before whose label holds most of `name`; −1 for none.
    func namedLevel(
        _ name: Range<Int>, before index: Int32, like: Int32, without marks: Statement.Marks = []
    ) -> Int32 {
        var best = Int32(-1)
        var bestLength = 5
        var other = index - 1
        var seen = 0
        while other >= farthest(before: index), seen < 40 {
            if statement(other).role == .level, figure(other).adds(with: figure(like)),
                statement(other).marks.isDisjoint(with: marks)
            {
                seen += 1
                let length = overlap(name, label(of: other))
                if length > bestLength, length >= 12 || 2 * length >= name.count {
                    best = other
                    bestLength = length
                }
            }
            other -= 1
        }
        return best
    }
}
