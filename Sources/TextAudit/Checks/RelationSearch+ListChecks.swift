import Performance

/// Numbers of names and the names listed (个数与列举): CC-045 and TA-LIST.
extension RelationSearch {
    func checkLists(into result: inout [TextFinding]) {
        for index in 0..<figureCount where countsNames(index) && !isQuoted(index) {
            if let start = ListCount.start(behind: Int(figure(index).end), in: reading.text) {
                if let items = items(from: start) {
                    tell(index, items, isComplete: true, into: &result)
                } else if let names = ListCount(from: start, in: reading.text) {
                    tell(index, names, isComplete: true, into: &result)
                }
            } else if figure(index).unit == 0, figure(index).mantissa >= 3,
                let names = ListCount(before: Int(figure(index).start), in: reading.text)
            {
                tell(index, names, isComplete: false, into: &result)
            }
        }
    }

    /// A small whole count of things that can be named.
    private func countsNames(_ index: Int32) -> Bool {
        let own = figure(index)
        return own.kind == .count && own.decimals == 0 && own.scale == 0
            && (2...30).contains(own.mantissa) && own.unit != CountUnit.personTimes
            && own.unit != CountUnit.multiple && own.unit != CountUnit.tenths
            && own.unit != CountUnit.year
            && own.marks.subtracting(.chinese).isEmpty
    }

    /// “四级三类”: a slogan, no count of what follows.
    private func isQuoted(_ index: Int32) -> Bool {
        reading.text.stands("”", at: Int(figure(index).end))
            || reading.text.stands("“", at: Int(figure(index).start) - 3)
    }

    /// The numbered items that begin right at `start`: 1.…；2.…；3.….
    private func items(from start: Int) -> ListCount? {
        var place = start
        if reading.text.stands("\n", at: place) { place += 1 }
        guard let first = firstItem(at: place) else { return nil }
        var count = 1
        var item = first
        while reading.outline.items[item].next >= 0, count < 40 {
            item = Int(reading.outline.items[item].next)
            count += 1
            guard reading.outline.items[item].number == Int32(count) else { return nil }
        }
        let end = min(
            Int(reading.outline.items[item].endToken), tokenCount - 1,
            Int(reading.outline.items[item].token) + 60)
        guard count >= 2, end >= 0 else { return nil }
        let own = Int(token(Int(reading.outline.items[item].token)).end)
        let rest = own..<max(own, Int(token(end).start))
        guard !holdsOrdinal(count + 1, in: rest) else { return nil }
        let least = ListCount(count: count, range: start..<own)
        return least
    }

    private func firstItem(at place: Int) -> Int? {
        let items = reading.outline.items
        var low = 0
        var high = items.count
        while low < high {
            let middle = (low + high) / 2
            if Int(token(Int(items[middle].token)).start) < place {
                low = middle + 1
            } else {
                high = middle
            }
        }
        guard low < items.count, Int(token(Int(items[low].token)).start) == place,
            items[low].number == 1
        else { return nil }
        return low
    }

    /// Whether the next ordinal stands in the last item, unseen by the outline.
    private func holdsOrdinal(_ number: Int, in range: Range<Int>) -> Bool {
        let ordinals: [StaticString] = [
            "一是", "二是", "三是", "四是", "五是", "六是", "七是", "八是", "九是", "十是",
        ]
        guard number <= 10 else { return true }
        let digits = Array("\(number)".utf8)
        if reading.text.holds(ordinals[number - 1], in: range) { return true }
        for place in range
        where reading.text.bytes[place] == digits[0] && place > range.lowerBound
            && reading.text.bytes[place - 1] &- 0x30 >= 10
        {
            let next = place + digits.count
            if reading.text.first(of: [".", "．", "、", "）", ")"], at: next) != nil { return true }
        }
        return false
    }

    private func tell(
        _ index: Int32, _ names: ListCount, isComplete: Bool, into result: inout [TextFinding]
    ) {
        let told = Int(figure(index).mantissa)
        guard told < names.least || told > names.most else { return }
        let isOffice = isOffice(index)
        let count = names.least == names.most ? "\(names.least)" : "\(names.least)—\(names.most)"
        let off = told < names.least ? names.least - told : told - names.most
        result.append(
            remark(
                isOffice ? "CC-045" : "TA-LIST", .compare,
                at: [
                    place(index),
                    names.range
                        .lowerBound..<min(names.range.upperBound, names.range.lowerBound + 60),
                ],
                "\(words(index)) = \(count)", computed: count, stated: words(index),
                difference: "\(off)", severity: isComplete ? .error : .warning,
                "文中说有“\(words(index))”，列举的是 \(count) 个。", "请核对个数和列举的名称。"))
    }

    private func isOffice(_ index: Int32) -> Bool {
        let end = Int(figure(index).end)
        let range = Int(statement(index).labelStart)..<min(end + 18, reading.text.bytes.count)
        for word: StaticString in ["机构", "科室", "处室", "股室", "部门"]
        where reading.text.holds(word, in: range) {
            return true
        }
        return false
    }
}

extension ListCount {
    init(count: Int, range: Range<Int>) {
        self.least = count
        self.most = count
        self.range = range
    }
}
