import Performance

/// Totals of rows (合计列).
extension RelationSearch {
    /// 合计 | 出国 | 公车 | 接待: one column is the sum of its neighbours, in most rows.
    mutating func checkRowSums(_ column: Int, _ body: Int, _ isPercent: ContiguousArray<Bool>) {
        checkDifferences(column, body, isPercent)
        guard header(column, holds: "计") || header(column, holds: "总额"), !isCumulative(column)
        else { return }
        var best = (held: 0, failed: 0, from: 0, to: 0)
        for (from, to) in spans(beside: column, isPercent) {
            var held = 0
            var failed = 0
            for row in body..<table.rows.count {
                guard gatherRow(row, column, from, to, isPercent) else { continue }
                var holds = false
                for choice in [PartList.Choice.all, .unexplained] {
                    if parts.fit(choice, upTo: parts.count) != .error { holds = true }
                }
                if holds { held += 1 } else { failed += 1 }
            }
            if held > best.held || held == best.held && failed < best.failed {
                best = (held, failed, from, to)
            }
        }
        guard best.held > 0, best.held >= best.failed else {
            settleLoneRow(column, body, isPercent)
            return
        }
        for row in body..<table.rows.count {
            guard gatherRow(row, column, best.from, best.to, isPercent) else { continue }
            settleRowSum()
        }
    }

    /// 累计执行数 runs on over the months; it adds up no neighbours. 累计 alone may close a row of months.
    func isCumulative(_ column: Int) -> Bool {
        ["累计执行", "累计支出", "累计支付", "累计完成"].contains { header(column, holds: $0) }
    }

    mutating func settleRowSum() {
        for choice in [PartList.Choice.all, .unexplained] {
            let verdict = parts.fit(choice, upTo: parts.count)
            if verdict != .error {
                noteParts(parts.total, .stated, verdict, isSlip: false)
                return
            }
        }
        _ = parts.fit(.all, upTo: parts.count)
        let isSlip = parts.isSlip(reading.lexer.figures)
        if parts.isNear || isSlip { noteParts(parts.total, .stated, .error, isSlip: isSlip) }
    }

    /// One row of figures only: a slip shows which columns belong to the total.
    mutating func settleLoneRow(
        _ column: Int, _ body: Int, _ isPercent: ContiguousArray<Bool>
    ) {
        for row in body..<table.rows.count {
            for (from, to) in spans(beside: column, isPercent) where to - from >= 1 {
                guard gatherRow(row, column, from, to, isPercent) else { continue }
                for choice in [PartList.Choice.all, .unexplained] {
                    _ = parts.fit(choice, upTo: parts.count)
                    if parts.fitted.count >= 2, parts.isSlip(reading.lexer.figures),
                        Slip.digits(figure(parts.total)) >= 2
                    {
                        noteParts(parts.total, .likely, .error, isSlip: true)
                        return
                    }
                }
            }
        }
    }

    /// Runs of columns right behind or right before a column.
    func spans(
        beside column: Int, _ isPercent: ContiguousArray<Bool>
    ) -> [(Int, Int)] {
        var result: [(Int, Int)] = []
        var to = table.columnCount - 1
        while to > column + 1 {
            result.append((column + 1, to))
            to -= 1
        }
        var from = 0
        while from < column - 1 {
            result.append((from, column - 1))
            from += 1
        }
        return result
    }

    mutating func gatherRow(
        _ row: Int, _ column: Int, _ from: Int, _ to: Int, _ isPercent: ContiguousArray<Bool>
    ) -> Bool {
        let index = table.figure(row, column)
        guard index >= 0 else { return false }
        parts.start(index, figure(index))
        for other in from...to where !isPercent[other] {
            let part = table.figure(row, other)
            guard part >= 0, figure(part).kind == figure(index).kind else { continue }
            parts.add(part, figure(part), opensGroup: false, isNested: false)
        }
        guard parts.count >= 2 else { return false }
        parts.align(reading.lexer.figures)
        return true
    }
}
