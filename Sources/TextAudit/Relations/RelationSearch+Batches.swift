import Performance

/// Payments told one by one (分批下达): 第一批…第二批, 一笔…另一笔.
extension RelationSearch {
    mutating func findBatches() {
        var index = Int32(0)
        while index < figureCount {
            if isTotalLike(index), opensBatches(index) {
                settleBatches(from: index)
            }
            index += 1
        }
    }

    /// 第一批21.5亿元, 首期20万元, 一笔1.5万元.
    private func opensBatches(_ index: Int32) -> Bool {
        holdsAny(Self.firstBatches, in: label(of: index)) && !continuesBatches(index)
    }

    private func continuesBatches(_ index: Int32) -> Bool {
        holdsAny(Self.laterBatches, in: label(of: index))
    }

    private static let firstBatches: [StaticString] = [
        "第一批", "首批", "第一笔", "首笔", "一笔", "第一期", "首期", "第一次", "首付", "一部分", "首款",
    ]
    private static let laterBatches: [StaticString] = [
        "第二批", "第三批", "第四批", "第二笔", "第三笔", "另一笔", "第二期", "第三期", "二期", "三期", "第二次", "第三次", "另一部分",
        "另一批", "尾款", "余款", "其余", "二批", "三批",
    ]

    func holdsAny(_ words: [StaticString], in range: Range<Int>) -> Bool {
        reading.text.holdsAny(words, in: range)
    }

    private mutating func settleBatches(from first: Int32) {
        guard wholes[Int(first)] < 0 else { return }
        var batches: ContiguousArray<Int32> = [first]
        var other = first + 1
        while other < nearest(behind: first), statement(other).line == statement(first).line,
            statement(other).sentence <= statement(first).sentence + 1
        {
            if isTotalLike(other) {
                guard figure(other).adds(with: figure(first)), continuesBatches(other) else {
                    break
                }
                batches.append(other)
            }
            other += 1
        }
        guard batches.count >= 2 else { return }
        settleBatches(batches)
    }

    private mutating func settleBatches(_ batches: ContiguousArray<Int32>) {
        var wrong = Int32(-1)
        var other = batches[0] - 1
        var count = 0
        while other >= nearest(before: batches[0]), count < 6,
            statement(other).line == statement(batches[0]).line
        {
            if isTotalLike(other), figure(other).adds(with: figure(batches[0])),
                statement(other).comparand != .prior, !statement(other).marks.contains(.ofWhich)
            {
                count += 1
                if gather(batches, for: other) != .error {
                    noteSum(other, .likely, .exact)
                    return
                }
                if wrong < 0 { wrong = other }
            }
            other -= 1
        }
        guard wrong >= 0, gather(batches, for: wrong) == .error,
            parts.isSlip(reading.lexer.figures)
        else { return }
        noteSum(wrong, .likely, .error, isSlip: true)
    }

    private mutating func gather(
        _ batches: ContiguousArray<Int32>, for total: Int32
    ) -> FindingVerdict {
        parts.start(total, figure(total))
        for batch in batches {
            parts.add(batch, figure(batch), opensGroup: false, isNested: false)
        }
        parts.align(reading.lexer.figures)
        let verdict = parts.fit(.all, upTo: batches.count)
        // 3万元 of 1.1万元 and 1.5万元: payments are not rounded to the whole number.
        return verdict == .rounding && figure(total).decimals == 0 ? .error : verdict
    }
}
