import Performance

/// The same figure told twice (同一数据多处出现).
extension RelationSearch {
    /// A level under the hash of its label.
    struct Named {
        var key: UInt64
        var figure: Int32
        /// The bytes of the name that was hashed.
        var length: Int32
    }

    mutating func findRepeats() {
        named.removeAll(keepingCapacity: true)
        for index in 0..<figureCount where statement(index).role == .level {
            guard statement(index).comparand != .prior, figure(index).mantissa != 0 else {
                continue
            }
            let (key, length) = nameKey(of: index)
            if key != 0 { named.append(Named(key: key, figure: index, length: length)) }
        }
        named.sort { ($0.key, $0.figure) < ($1.key, $1.figure) }
        var start = 0
        while start < named.count {
            var end = start + 1
            while end < named.count, named[end].key == named[start].key { end += 1 }
            if end - start > 1, end - start <= 6 { compare(start, end) }
            start = end
        }
        findRepeatedChanges()
    }

    private mutating func compare(_ start: Int, _ end: Int) {
        for first in start..<end - 1 {
            for second in first + 1..<end {
                compare(
                    named[first].figure, named[second].figure,
                    isShort: min(named[first].length, named[second].length) < 9)
            }
        }
    }

    private mutating func compare(_ first: Int32, _ second: Int32, isShort: Bool) {
        let (a, b) = (figure(first), figure(second))
        let (own, other) = (statement(first), statement(second))
        guard a.adds(with: b), own.year == other.year, own.comparand == other.comparand,
            own.sentence != other.sentence || own.depth != other.depth
        else { return }
        let exponent = min(a.exponent, b.exponent)
        let (x, y) = (Arithmetic.steps(a, exponent), Arithmetic.steps(b, exponent))
        if x == y {
            note(.repeat, .likely, .exact, stated: second, first)
            return
        }
        let (fine, coarse) = a.exponent < b.exponent ? (a, b) : (b, a)
        let step = Arithmetic.power(min(coarse.exponent - fine.exponent, 20))
        let off = Arithmetic.magnitude(x - y)
        if step > 1, 2 * off <= step {
            note(.repeat, .likely, .rounding, stated: second, first)
            return
        }
        let isTail = step > 1 && off < step
        let digits = min(Slip.digits(a), Slip.digits(b))
        // Goals and results bear one name; short counts of them are often alike by chance.
        let isLong = a.kind == .amount && label(of: second).count >= 12
        if isShort, !headsItem(first), !headsItem(second) { return }
        let isHead =
            a.kind == .amount
            && (headsItem(first) != headsItem(second) || isRestated(first) || isRestated(second))
        let isSlip = digits >= (isHead ? 2 : isLong ? 3 : 4) && isOneSlip(a, b, exponent)
        guard isTail || isSlip else { return }
        note(.repeat, .likely, .error, stated: second, first, isSlip: isSlip)
    }

    /// （二）省级85.8万元: the level that an item of a list begins with.
    private func headsItem(_ index: Int32) -> Bool {
        let item = statement(index).item
        guard item >= 0 else { return false }
        return statement(index).labelStart
            == token(Int(reading.outline.items[Int(item)].token)).end
    }

    func isOneSlip(_ a: Figure, _ b: Figure, _ exponent: Int) -> Bool {
        let delta = Arithmetic.steps(b, exponent) - Arithmetic.steps(a, exponent)
        return Slip.explains(a, by: delta, exponent: exponent, slack: 0)
            || Slip.explains(b, by: -delta, exponent: exponent, slack: 0)
    }

    /// A hash of the label without blanks, quotes and words that do not name; 0 where nothing is named.
    private func nameKey(of index: Int32) -> (key: UInt64, length: Int32) {
        var range = label(of: index)
        let figure = figure(index)
        if range.count < 6, let change = changeInPart(before: index) {
            // 公务接待减少4.65万元，为16.55万元.
            range = subjectName(of: change)
        } else if range.isEmpty {
            range = nameBeforeBracket(of: index)
        }
        range = withoutCause(range)
        return reading.text.bytes.withUnsafeBufferPointer { bytes in
            let name = NameEdges.trimmed(range, of: bytes)
            var hash: UInt64 = 0xcbf2_9ce4_8422_2325
            var count = 0
            var place = name.lowerBound
            while place < name.upperBound {
                let byte = bytes[place]
                place += 1
                if byte == 0x20 || byte == 0x09 { continue }
                hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
                count += 1
            }
            guard count >= 9 || count >= 6 && (headsItem(index) || wholes[Int(index)] >= 0) else {
                return (0, 0)
            }
            hash = (hash ^ UInt64(figure.kind.rawValue)) &* 0x100_0000_01b3
            return ((hash ^ UInt64(figure.unit)) &* 0x100_0000_01b3, Int32(count))
        }
    }

    /// Whether a figure stands alone in brackets behind its name.
    func isRestated(_ index: Int32) -> Bool {
        label(of: index).isEmpty && !nameBeforeBracket(of: index).isEmpty
    }

    /// 车辆运行（8.2万元）: what a lone figure in brackets is called before them; empty for none.
    func nameBeforeBracket(of index: Int32) -> Range<Int> {
        let open = Int(figure(index).token) - 1
        guard open > 0, open + 2 < tokenCount, token(open).kind == .open,
            token(open + 2).kind == .close
        else { return 0..<0 }
        var place = open - 1
        while place >= 0, token(place).kind == .word { place -= 1 }
        guard place >= 0, token(place).kind != .figure else { return 0..<0 }
        let range = Int(token(place).end)..<Int(token(open).start)
        return range.count <= 60 ? range : 0..<0
    }

    /// 公务接待由于从严控制: the name ends where the cause begins.
    private func withoutCause(_ range: Range<Int>) -> Range<Int> {
        guard range.count > 6 else { return range }
        let tail = range.lowerBound + 6..<range.upperBound
        guard let place = reading.text.findAny(["由于", "因为", "主要"], in: tail) else { return range }
        return range.lowerBound..<place
    }

    private func changeInPart(before index: Int32) -> Int32? {
        let other = index - 1
        guard other >= 0, statement(other).role == .change || statement(other).role == .growth,
            statement(other).part == statement(index).part
        else { return nil }
        return other
    }

    /// Two changes of one level against the same year are one figure told twice.
    private mutating func findRepeatedChanges() {
        var seen: ContiguousArray<Int32> = []
        for index in 0..<figureCount where statement(index).role == .change {
            let own = statement(index)
            guard own.subject >= 0, own.comparand != .none else { continue }
            for other in seen.suffix(8) {
                let before = statement(other)
                guard before.comparand == own.comparand, before.sentence != own.sentence,
                    isSameLevel(before.subject, own.subject),
                    figure(other).adds(with: figure(index))
                else { continue }
                compareChanges(other, index)
            }
            seen.append(index)
        }
    }

    /// Whether two levels are one, or have one value with digits enough to tell.
    func isSameLevel(_ first: Int32, _ second: Int32) -> Bool {
        first == second
            || first >= 0 && second >= 0 && figure(first).mantissa == figure(second).mantissa
                && figure(first).exponent == figure(second).exponent
                && figure(first).adds(with: figure(second)) && Slip.digits(figure(first)) >= 4
    }

    private mutating func compareChanges(_ first: Int32, _ second: Int32) {
        let exponent = min(figure(first).exponent, figure(second).exponent)
        let isEqual =
            Arithmetic.steps(figure(first), exponent)
            == Arithmetic.steps(figure(second), exponent)
        let isSlip =
            !isEqual && min(Slip.digits(figure(first)), Slip.digits(figure(second))) >= 3
            && isOneSlip(figure(first), figure(second), exponent)
        guard isEqual || isSlip else { return }
        note(
            .repeat, .likely, isEqual ? .exact : .error, stated: second, first, isSlip: isSlip)
    }
}
