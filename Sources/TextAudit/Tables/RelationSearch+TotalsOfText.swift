import Performance

/// Totals that the text tells of a table (表外合计).
extension RelationSearch {
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

    mutating func findTextTotal(
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
                if !lent.isEmpty, count > 1 || !isBehindColon(table.cell(0, 0)?.start ?? 0) {
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
    mutating func lendUnit(
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
    mutating func compareToldBefore(_ total: Int32) -> Bool {
        guard figure(total).kind == .number, Slip.digits(figure(total)) >= 3 else { return false }
        let first = table.figure(table.firstBodyRow, 1)
        guard first > 0, isTotalLike(first - 1), figure(first - 1).kind == .amount,
            statement(first - 1).marks.contains(.total) || Slip.digits(figure(total)) >= 5,
            isBehindColon(table.cell(0, 0)?.start ?? 0),
            statement(first - 1).line >= statement(first).line - 2
        else { return false }
        reading.lexer.makeAmount(Int(total), like: Int(first - 1))
        if noteTwice(total, first - 1, digits: 3) { return true }
        reading.lexer.makeNumber(Int(total))
        return false
    }

    /// Whether a colon ends the line before the table.
    func isBehindColon(_ start: Int32) -> Bool {
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

    mutating func compareTold(_ total: Int32) {
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
    func isNamelessTotal(_ index: Int32) -> Bool {
        let name = label(of: index)
        return name.count <= 12
            && (name.isEmpty || holdsAny(["安排", "合计", "共计", "总额", "预算"], in: name))
    }
}
