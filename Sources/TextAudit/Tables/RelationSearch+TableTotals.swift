import Performance

/// Totals of columns and rows (合计行与合计列).
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

    /// A table without a total row under a sentence that tells the total.
    mutating func checkTotalsOfText(_ body: Int, _ isPercent: ContiguousArray<Bool>) {
        guard !table.rows.contains(where: { $0.isTotal }), table.rows.count - body >= 3 else {
            return
        }
        for column in 1..<table.columnCount where !isPercent[column] {
            let top = table.figure(body, column)
            guard top >= 0 else { continue }
            for clarity in [Relation.Clarity.guess, .likely] {
                if findTextTotal(above: top, column, body, clarity) { break }
            }
        }
    }

    private mutating func findTextTotal(
        above top: Int32, _ column: Int, _ body: Int, _ clarity: Relation.Clarity
    ) -> Bool {
        let first = table.figure(body, 1)
        let start = first >= 0 ? min(top, first) : top
        var candidate = start - 1
        var count = 0
        while candidate >= farthest(before: start), count < 40 {
            if isTotalLike(candidate), Slip.digits(figure(candidate)) >= 3,
                statement(candidate).comparand != .prior
            {
                count += 1
                let lent = lendUnit(of: candidate, to: column, body)
                var isKept = false
                defer { if !isKept { for cell in lent { reading.lexer.makeNumber(Int(cell)) } } }
                parts.start(candidate, figure(candidate))
                for row in body..<table.rows.count {
                    let part = table.figure(row, column)
                    guard part >= 0 else { continue }
                    parts.add(part, figure(part), opensGroup: false, isNested: false)
                }
                guard parts.count >= 3 else { return false }
                parts.align(reading.lexer.figures)
                let verdict = parts.fit(.all, upTo: parts.count)
                if verdict == .exact {
                    isKept = true
                    noteParts(candidate, .likely, verdict, isSlip: false)
                    return true
                }
                // Bare numbers bear the unit of a total that a colon sets right before them.
                if !lent.isEmpty, count > 1 || !isIntroduced(table.cell(0, 0)?.start ?? 0) {
                    candidate -= 1
                    continue
                }
                if clarity == .likely, Slip.digits(figure(candidate)) >= (count <= 10 ? 5 : 6),
                    parts.isSlip(reading.lexer.figures)
                {
                    isKept = true
                    noteParts(candidate, .likely, .error, isSlip: true)
                    return true
                }
            }
            candidate -= 1
        }
        return false
    }

    /// Reads the bare numbers of a column in the unit of an amount; returns them.
    private mutating func lendUnit(
        of amount: Int32, to column: Int, _ body: Int
    ) -> ContiguousArray<Int32> {
        guard figure(amount).kind == .amount else { return [] }
        var lent: ContiguousArray<Int32> = []
        for row in body..<table.rows.count {
            let cell = table.figure(row, column)
            guard cell >= 0, figure(cell).kind == .number else { continue }
            reading.lexer.makeAmount(Int(cell), like: Int(amount))
            lent.append(cell)
        }
        return lent
    }

    /// 合计 3.1 in a table of one column, and 安排3.1万元 in the first line behind it.
    mutating func checkTotalTold(_ body: Int) {
        var total = Int32(-1)
        for row in body..<table.rows.count where table.rows[row].isTotal {
            for column in 1..<table.columnCount where table.figure(row, column) >= 0 {
                guard total < 0 else { return }
                total = table.figure(row, column)
            }
        }
        guard total >= 0 else { return }
        if !compareToldBefore(total) { compareTold(total) }
    }

    /// 补贴资金共计264万元，明细如下： over a table with one column of amounts.
    private mutating func compareToldBefore(_ total: Int32) -> Bool {
        guard figure(total).kind == .number, Slip.digits(figure(total)) >= 3 else { return false }
        let first = table.figure(table.firstBodyRow, 1)
        guard first > 0, isTotalLike(first - 1), figure(first - 1).kind == .amount,
            statement(first - 1).marks.contains(.total) || Slip.digits(figure(total)) >= 5,
            isIntroduced(table.cell(0, 0)?.start ?? 0),
            statement(first - 1).line >= statement(first).line - 2
        else { return false }
        reading.lexer.makeAmount(Int(total), like: Int(first - 1))
        if noteTwice(total, first - 1, digits: 3) { return true }
        reading.lexer.makeNumber(Int(total))
        return false
    }

    /// Whether a colon ends the line before the table.
    private func isIntroduced(_ start: Int32) -> Bool {
        var place = Int(start)
        while place > 0, reading.text.bytes[place - 1] <= 0x20 { place -= 1 }
        return reading.text.stands("：", at: place - 3) || reading.text.stands(":", at: place - 1)
    }

    /// 合计 3.1 in a line of its own, as tables look whose columns one blank sets apart.
    mutating func findTotalsTold() {
        for index in 0..<figureCount
        where figure(index).kind == .number && statement(index).marks.contains(.summed) {
            let next = Int(figure(index).token) + 1
            guard next < tokenCount, token(next).kind == .line, label(of: index).count <= 9 else {
                continue
            }
            compareTold(index)
        }
    }

    private mutating func compareTold(_ total: Int32) {
        guard figure(total).kind == .number, Slip.digits(figure(total)) >= 2 else {
            return
        }
        var told = total + 1
        while told < figureCount, told < total + 8, !isTotalLike(told) { told += 1 }
        guard told < figureCount, figure(told).kind == .amount, isNamelessTotal(told),
            statement(told).line <= statement(total).line + 3
        else { return }
        reading.lexer.makeAmount(Int(total), like: Int(told))
        if !noteTwice(total, told, digits: 2) { reading.lexer.makeNumber(Int(total)) }
    }

    /// 安排3.1万元, 合计3.1万元: nothing but the total is named.
    private func isNamelessTotal(_ index: Int32) -> Bool {
        let name = label(of: index)
        return name.count <= 12
            && (name.isEmpty || holdsAny(["安排", "合计", "共计", "总额", "预算"], in: name))
    }

    private func hasRowsAbove(_ total: Int, _ body: Int) -> Bool {
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
    private mutating func settleRows(
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

    private mutating func settleColumn(_ choice: PartList.Choice?, isAlone: Bool) {
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

    private mutating func gatherColumn(
        _ column: Int, _ total: Int, _ rows: ContiguousArray<Int>
    ) -> Bool {
        let index = table.figure(total, column)
        guard index >= 0 else { return false }
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

    private mutating func noteParts(
        _ total: Int32, _ clarity: Relation.Clarity, _ verdict: FindingVerdict, isSlip: Bool
    ) {
        let start = Int32(pool.count)
        for index in parts.fitted { pool.append(parts.parts[Int(index)].figure) }
        relations.append(
            Relation(
                shape: .sum, clarity: clarity, verdict: verdict, stated: total,
                firstOperand: start, operandCount: Int32(pool.count) - start, isSlip: isSlip))
    }

    // MARK: Rows

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
    private func isCumulative(_ column: Int) -> Bool {
        ["累计执行", "累计支出", "累计支付", "累计完成"].contains { header(column, holds: $0) }
    }

    private mutating func settleRowSum() {
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
    private mutating func settleLoneRow(
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
    private func spans(
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

    private mutating func gatherRow(
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
