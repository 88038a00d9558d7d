import Performance

/// Totals of columns (合计行).
extension RelationSearch {
    mutating func checkTotals(_ body: Int, _ isPercent: ContiguousArray<Bool>) {
        for total in body..<table.rows.count where table.rows[total].isTotal {
            var rows: ContiguousArray<Int> = []
            if total == body || !hasRowsAbove(total, body) {
                for row in total + 1..<table.rows.count {
                    // A row of words begins another block of the form.
                    if table.rows[row].isTotal || !table.rows[row].hasFigures { break }
                    rows.append(row)
                }
            } else {
                var row = total - 1
                while row >= body, !table.rows[row].isTotal, table.rows[row].hasFigures {
                    rows.insert(row, at: 0)
                    row -= 1
                }
            }
            settleRows(total, rows, isPercent)
        }
    }

    func hasRowsAbove(_ total: Int, _ body: Int) -> Bool {
        total > body && !table.rows[total - 1].isTotal
    }

    /// 2.公务用车 = 其中：购置费 + 运行维护费.
    mutating func checkSubtotals(_ body: Int, _ isPercent: ContiguousArray<Bool>) {
        var row = body
        while row + 1 < table.rows.count {
            guard !table.rows[row].isNested, table.rows[row + 1].isNested else {
                row += 1
                continue
            }
            var rows: ContiguousArray<Int> = []
            var next = row + 1
            while next < table.rows.count, table.rows[next].isNested {
                rows.append(next)
                next += 1
            }
            if rows.count >= 2, !table.rows[row].isTotal { settleRows(row, rows, isPercent) }
            row = next
        }
    }

    /// Checks one row against the sum of others, column by column; most columns tell what adds up.
    mutating func settleRows(
        _ total: Int, _ rows: ContiguousArray<Int>, _ isPercent: ContiguousArray<Bool>
    ) {
        guard rows.count >= 2 else { return }
        var best: PartList.Choice?
        var bestCount = 0
        var failing = Int.max
        for choice in PartList.Choice.allCases {
            var held = 0
            var failed = 0
            for column in 1..<table.columnCount where !isPercent[column] {
                guard gatherColumn(column, total, rows) else { continue }
                let verdict = parts.fit(choice, upTo: parts.count)
                if parts.fitted.count < 2 { continue }
                if verdict == .error { failed += 1 } else { held += 1 }
            }
            if held > bestCount || held == bestCount && failed < failing && held > 0 {
                best = choice
                bestCount = held
                failing = failed
            }
        }
        for column in 1..<table.columnCount where !isPercent[column] {
            guard gatherColumn(column, total, rows) else { continue }
            settleColumn(best, isAlone: bestCount == 0)
        }
    }

    mutating func settleColumn(_ choice: PartList.Choice?, isAlone: Bool) {
        let total = parts.total
        if let choice {
            let verdict = parts.fit(choice, upTo: parts.count)
            guard parts.fitted.count >= 2 else { return }
            let isSlip = verdict == .error && parts.isSlip(reading.lexer.figures)
            guard verdict != .error || parts.isNear || isSlip else { return }
            noteParts(total, .stated, verdict, isSlip: isSlip)
            return
        }
        for choice in [PartList.Choice.groups, .all, .unnested] {
            _ = parts.fit(choice, upTo: parts.count)
            if parts.fitted.count >= 2, Slip.digits(figure(total)) >= 3,
                parts.isSlip(reading.lexer.figures)
            {
                noteParts(total, .likely, .error, isSlip: true)
                return
            }
        }
    }

    mutating func gatherColumn(
        _ column: Int, _ total: Int, _ rows: ContiguousArray<Int>
    ) -> Bool {
        let index = table.figure(total, column)
        // Percentage points of several rows, like their shares, add up to nothing.
        guard index >= 0, !header(column, holds: "百分点") else { return false }
        parts.start(index, figure(index))
        for row in rows {
            let part = table.figure(row, column)
            guard part >= 0, figure(part).kind == figure(index).kind else { continue }
            parts.add(
                part, figure(part), opensGroup: table.rows[row].isNumbered,
                isNested: table.rows[row].isNested)
        }
        guard parts.count >= 2 else { return false }
        parts.align(reading.lexer.figures)
        return true
    }

    mutating func noteParts(
        _ total: Int32, _ clarity: Relation.Clarity, _ verdict: FindingVerdict, isSlip: Bool
    ) {
        let start = Int32(pool.count)
        for index in parts.fitted { pool.append(parts.parts[Int(index)].figure) }
        relations.append(
            Relation(
                shape: .sum, clarity: clarity, verdict: verdict, stated: total,
                firstOperand: start, operandCount: Int32(pool.count) - start, isSlip: isSlip))
    }
}
