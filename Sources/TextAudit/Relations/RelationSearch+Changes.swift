/// Which level each change belongs to (增减归属).
extension RelationSearch {
    /// Notes each level's change against last year and the budget, and what is 持平.
    mutating func attachChanges() {
        for index in 0..<figureCount where statement(index).role == .change {
            let statement = statement(index)
            var named = namedSubject(of: index)
            if named < 0, let before = changeInClauses(before: index) { named = before }
            let subject = named >= 0 ? named : statement.subject
            guard subject >= 0, figure(subject).adds(with: figure(index)) else { continue }
            reading.statements[Int(index)].subject = subject
            if statement.comparand == .budget {
                if budgetChange[Int(subject)] < 0 { budgetChange[Int(subject)] = index }
            } else if priorChange[Int(subject)] < 0 {
                priorChange[Int(subject)] = index
            }
        }
        markUnchanged()
    }

    /// 公车较上年减少1.33万元，较年初预算减少0.07万元: the second change is about the same level.
    private func changeInClauses(before index: Int32) -> Int32? {
        guard subjectName(of: index).count < 6 else { return nil }
        var other = index - 1
        while other >= nearest(before: index), statement(other).part == statement(index).part {
            if statement(other).role == .change { return statement(other).subject }
            if statement(other).role == .level { return nil }
            other -= 1
        }
        return nil
    }

    private mutating func markUnchanged() {
        var open: ContiguousArray<Int32> = [-1]
        for place in 0..<tokenCount {
            let token = token(place)
            switch token.kind {
            case .figure:
                if statement(token.value).role == .level { open[open.count - 1] = token.value }
            case .open: open.append(-1)
            case .close: if open.count > 1 { open.removeLast() }
            case .period, .line:
                open.removeAll(keepingCapacity: true)
                open.append(-1)
            case .word:
                let last = open[open.count - 1]
                if token.word == .level, last >= 0 { isUnchanged[Int(last)] = true }
            default: break
            }
        }
    }

    /// The level that the words before a change name: 公务接待较上年减少 → the 公务接待 before; −1 for none.
    func namedSubject(of index: Int32) -> Int32 {
        let statement = statement(index)
        let name = subjectName(of: index)
        guard name.count >= 6 else {
            // Nothing is named: the sentence has no level of its own, so it goes on about the last total.
            guard statement.subject < 0, statement.depth == 0, changeInClauses(before: index) == nil
            else { return -1 }
            return topic(before: index)
        }
        return namedLevel(name, before: index, like: index)
    }

    /// The last total before a figure, or the first level of the line before; −1 for none.
    private func topic(before index: Int32) -> Int32 {
        let line = statement(index).line
        var candidate = index - 1
        var first = Int32(-1)
        var budget = Int32(-1)
        var ofLine = Int32(-1)
        while candidate >= farthest(before: index) {
            let other = statement(candidate)
            guard other.line >= line - 4 else { break }
            if other.role == .level, other.depth == 0, figure(candidate).adds(with: figure(index)),
                other.comparand != .prior, !isHeldAgainst(candidate)
            {
                if other.comparand == .budget { budget = candidate } else { first = candidate }
                if other.line == line, !other.marks.contains(.bareBudget) { ofLine = candidate }
            }
            candidate -= 1
        }
        // 收入预算72979.99万元，其中：…。较2023年增加3852.16万元: what the line tells first.
        if ofLine >= 0, statement(index).comparand != .budget { return ofLine }
        return first >= 0 || statement(index).comparand == .budget ? first : budget
    }

    /// 与年初预算10980万元相比: what something is held against.
    private func isHeldAgainst(_ index: Int32) -> Bool {
        let start = label(of: index).lowerBound
        return statement(index).comparand != .none
            && reading.text.first(of: ["与", "比", "较", "同"], at: start) != nil
    }

    /// The bytes that name what changes: from the label's start to its first relation word.
    func subjectName(of index: Int32) -> Range<Int> {
        let statement = statement(index)
        var place = Int(figure(index).token) - 1
        var start = Int(statement.labelStart)
        var end = Int(statement.labelEnd)
        var next = end
        while place >= 0, token(place).start >= statement.labelStart {
            if token(place).kind == .word {
                next = end
                end = Int(token(place).start)
                // 其中非化石能源占…: 其中 leads the name.
                if end == start, token(place).word == .ofWhich {
                    start = Int(token(place).end)
                    end = next
                }
            }
            place -= 1
        }
        return trimmed(behindBracket(start..<max(start, end)))
    }

    /// 较2023年（69127.83万元）增加: a bracket behind the year names nothing.
    private func behindBracket(_ name: Range<Int>) -> Range<Int> {
        guard reading.text.stands("（", at: name.lowerBound),
            let close = reading.text.find("）", in: name)
        else { return name }
        return close + 3..<name.upperBound
    }

    /// The bytes that name a figure, without blanks and particles at the ends.
    @inline(__always)
    func label(of index: Int32) -> Range<Int> { labels[Int(index)] }

    /// Trims the labels of all figures once, since nearly every search reads them.
    mutating func trimLabels() {
        labels.removeAll(keepingCapacity: true)
        for statement in reading.statements {
            labels.append(trimmed(Int(statement.labelStart)..<Int(statement.labelEnd)))
        }
    }

    /// Without blanks and the particles 比、较、同、与、而 at the ends.
    private func trimmed(_ range: Range<Int>) -> Range<Int> {
        var (start, end) = (range.lowerBound, range.upperBound)
        return reading.text.bytes.withUnsafeBufferPointer { bytes in
            while end > start, bytes[end - 1] == 0x20 { end -= 1 }
            while start < end, bytes[start] == 0x20 { start += 1 }
            while end - start >= 3, bytes[end - 3] >= 0xE0 {
                switch Lexer.scalar(bytes, end - 3) {
                case 0x6BD4, 0x8F83, 0x540C, 0x4E0E, 0x800C, 0x4E3A: end -= 3
                default: return start..<end
                }
            }
            return start..<end
        }
    }

    /// The bytes of the longest common run of scalars of two labels; 0 where less than two match.
    func overlap(_ lhs: Range<Int>, _ rhs: Range<Int>) -> Int {
        reading.text.bytes.withUnsafeBufferPointer { bytes in
            var best = 0
            var i = lhs.lowerBound
            while lhs.upperBound - i > best {
                var j = rhs.lowerBound
                while rhs.upperBound - j > best {
                    var length = 0
                    while i + length < lhs.upperBound, j + length < rhs.upperBound,
                        bytes[i + length] == bytes[j + length]
                    {
                        length += 1
                    }
                    best = max(best, length)
                    j += bytes[j] >= 0xE0 ? 3 : 1
                }
                i += bytes[i] >= 0xE0 ? 3 : 1
            }
            return best - best % 3
        }
    }
}
