import Performance

/// Signs, ordinals and sentences (文字与结构).
extension RelationSearch {
    private static let mostTextNotes = 20

    // MARK: CC-090, CC-091

    func checkSigns(into result: inout [TextFinding]) {
        var told = 0
        for place in 0..<max(tokenCount - 1, 0) where told < Self.mostTextNotes {
            let (first, second) = (token(place), token(place + 1))
            guard first.end == second.start, isPlainSign(second) else { continue }
            if isPlainSign(first), first.end - first.start == 3, second.end - second.start == 3,
                !reading.text.stands("！", at: Int(first.start)),
                !reading.text.stands("？", at: Int(first.start)),
                !reading.text.stands("！", at: Int(second.start)),
                !reading.text.stands("？", at: Int(second.start))
            {
                let range = Int(first.start)..<Int(second.end)
                let text = reading.string(first.start, second.end)
                result.append(
                    remark("CC-091", .style, at: [range], text, "标点“\(text)”重复。", "请删去多余的标点。"))
                told += 1
            } else if first.word == .cause, second.kind == .period {
                let text = reading.string(first.start, second.start)
                result.append(
                    remark(
                        "CC-091", .style, at: [Int(first.start)..<Int(second.end)], text,
                        "“\(text)”后面没有写出原因。", "请补充原因。"))
                told += 1
            }
        }
        checkPlaceholders(into: &result)
    }

    private func isPlainSign(_ token: Token) -> Bool {
        switch token.kind {
        case .comma, .pause, .semicolon, .period, .colon: true
        default: false
        }
    }

    /// ××万元, XX%, ___ and words of a template.
    private func checkPlaceholders(into result: inout [TextFinding]) {
        var told = 0
        var place = 0
        while told < Self.mostTextNotes, let start = suspect(from: place) {
            let byte = reading.text.bytes[start]
            let end = run(of: byte, from: start)
            if isPlaceholder(start..<end, byte) {
                let text = reading.string(Int32(start), Int32(end))
                result.append(
                    remark(
                        "CC-090", .style, at: [start..<end], text,
                        "“\(text)”像是没有填写的占位符号。", "请填写内容，或删去。"))
                told += 1
            }
            place = max(end, start + 1)
        }
    }

    /// The next X, _ or first byte of ×; nil for none.
    private func suspect(from start: Int) -> Int? {
        reading.text.bytes.withUnsafeBufferPointer { bytes in
            var place = start
            while let found = LineScan.first(of: 0x58, 0x5F, 0xC3, in: bytes, from: place) {
                guard found + 1 < bytes.count else { return nil }
                if bytes[found] != 0xC3 || bytes[found + 1] == 0x97 { return found }
                place = found + 1
            }
            return nil
        }
    }

    private func run(of byte: UInt8, from start: Int) -> Int {
        let bytes = reading.text.bytes
        var end = start
        if byte == 0xC3 {
            while end + 1 < bytes.count, bytes[end] == 0xC3, bytes[end + 1] == 0x97 { end += 2 }
        } else {
            while end < bytes.count, bytes[end] == byte { end += 1 }
        }
        return end
    }

    private func isPlaceholder(_ range: Range<Int>, _ byte: UInt8) -> Bool {
        if byte == 0x5F { return range.count >= 3 }
        guard range.count >= (byte == 0xC3 ? 4 : 2) else { return false }
        let next = reading.text.skipBlanks(range.upperBound)
        return reading.text.first(
            of: ["万元", "亿元", "元", "%", "人", "个", "项", "户", "分", "年", "月", "次"], at: next) != nil
    }

    // MARK: CC-092

    /// 一、二、四: an ordinal is missing.
    func checkOrdinals(into result: inout [TextFinding]) {
        var told = 0
        let items = reading.outline.items
        for index in items.indices where items[index].previous >= 0 && told < Self.mostTextNotes {
            let item = items[index]
            let before = items[Int(item.previous)]
            guard item.number == before.number + 2, beginsLine(item), beginsLine(before) else {
                continue
            }
            let own = token(Int(item.token))
            let earlier = token(Int(before.token))
            let text = reading.string(own.start, own.end)
            let last = reading.string(earlier.start, earlier.end)
            result.append(
                remark(
                    "CC-092", .style,
                    at: [Int(own.start)..<Int(own.end), Int(earlier.start)..<Int(earlier.end)],
                    "\(last) \(text)", "序号不连续：“\(last)”之后是“\(text)”。", "请核对序号，或补上缺少的内容。"))
            told += 1
        }
    }

    private func beginsLine(_ item: ListItem) -> Bool {
        item.token == 0 || token(Int(item.token) - 1).kind == .line
    }

    // MARK: CC-094

    private struct Sentence {
        var key: UInt64
        var range: Range<Int>
    }

    /// One closing sentence, without a figure, three times or more.
    func checkConclusions(into result: inout [TextFinding]) {
        var sentences = plainSentences()
        guard sentences.count >= 3 else { return }
        sentences.sort { ($0.key, $0.range.lowerBound) < ($1.key, $1.range.lowerBound) }
        var repeated: [[Range<Int>]] = []
        var start = 0
        while start < sentences.count {
            var end = start + 1
            while end < sentences.count, sentences[end].key == sentences[start].key { end += 1 }
            if end - start >= 3 {
                let alike = sentences[start..<end].filter {
                    isSameText($0.range, sentences[start].range)
                }
                if alike.count >= 3 { repeated.append(alike.map(\.range)) }
            }
            start = end
        }
        repeated.sort { $0[0].lowerBound < $1[0].lowerBound }
        for places in repeated.prefix(5) { tell(places, into: &result) }
    }

    /// The sentences of some length that have no figure.
    private func plainSentences() -> ContiguousArray<Sentence> {
        var sentences: ContiguousArray<Sentence> = []
        var start = 0
        var hasFigure = false
        for place in 0..<tokenCount {
            let token = token(place)
            if token.kind == .figure { hasFigure = true }
            guard token.endsSentence || token.kind == .enumerator else { continue }
            let range = start..<Int(token.start)
            if token.kind == .period, !hasFigure, range.count >= 36, range.count <= 300 {
                sentences.append(Sentence(key: key(of: range), range: range))
            }
            start = Int(token.end)
            hasFigure = false
        }
        return sentences
    }

    /// Whether two stretches of one length hold the same bytes.
    func isSameText(_ first: Range<Int>, _ second: Range<Int>) -> Bool {
        guard first.count == second.count else { return false }
        return reading.text.bytes.withUnsafeBufferPointer {
            $0[first].elementsEqual($0[second])
        }
    }

    /// The length and eight bytes in the middle and at the end: equal for equal sentences.
    private func key(of range: Range<Int>) -> UInt64 {
        reading.text.bytes.withUnsafeBufferPointer { bytes in
            var key = UInt64(range.count)
            let middle = range.lowerBound + range.count / 2
            for offset in 0..<8 {
                key = key &* 0x100_0000_01b3 ^ UInt64(bytes[middle + offset])
                key = key &* 0x100_0000_01b3 ^ UInt64(bytes[range.upperBound - 1 - offset])
            }
            return key
        }
    }

    private func tell(_ places: [Range<Int>], into result: inout [TextFinding]) {
        let range = places[0]
        let text = reading.string(Int32(range.lowerBound), Int32(range.upperBound))
        for word: StaticString in ["完成", "达到", "目标", "成效", "效果", "良好", "较好"]
        where reading.text.holds(word, in: range) {
            result.append(
                remark(
                    "CC-094", .style, at: Array(places.prefix(10)), text,
                    "同一结论写了 \(places.count) 次，都没有数据支撑：“\(Self.trimmed(text))”。", "请分别写明完成的指标和数值。"))
            return
        }
    }
}
