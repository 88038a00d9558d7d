import Performance

/// Figures of a table that stand the other way round in the text (表文互换).
extension RelationSearch {
    /// 购置费50、运行费25 in the table, 运行费50、购置费25 in the text behind it.
    mutating func checkSwaps(_ body: Int) {
        guard table.rows.count - body <= 2, table.columnCount <= 12, body > 0 else { return }
        let last = table.figure(body, table.columnCount - 1)
        guard last >= 0 else { return }
        for first in 0..<table.columnCount {
            for second in first + 1..<max(table.columnCount, first + 1) {
                checkSwap(body, first, second, behind: last)
            }
        }
    }

    private mutating func checkSwap(_ row: Int, _ first: Int, _ second: Int, behind last: Int32) {
        let (a, b) = (table.figure(row, first), table.figure(row, second))
        guard a >= 0, b >= 0, figure(a).mantissa != figure(b).mantissa else { return }
        var index = last + 1
        while index + 1 < figureCount, index - last < 40 {
            if isTold(a, atHead: second, by: index), let other = next(after: index),
                isTold(b, atHead: first, by: other)
            {
                note(.repeat, .stated, .error, stated: index, b)
                note(.repeat, .stated, .error, stated: other, a)
                return
            }
            index += 1
        }
    }

    /// The next level of the sentence.
    private func next(after index: Int32) -> Int32? {
        var other = index + 1
        while other < figureCount, other - index < 8,
            statement(other).sentence == statement(index).sentence
        {
            if statement(other).role == .level { return other }
            other += 1
        }
        return nil
    }

    /// Whether a level of the text bears the value of one cell and the name of another's column.
    private func isTold(_ cell: Int32, atHead column: Int, by level: Int32) -> Bool {
        guard statement(level).role == .level, figure(level).mantissa == figure(cell).mantissa,
            figure(level).decimals == figure(cell).decimals, figure(level).mantissa > 0
        else { return false }
        let name = subjectName(of: level).isEmpty ? label(of: level) : subjectName(of: level)
        guard name.count >= 9, name.count <= 60 else { return false }
        for row in 0..<table.firstBodyRow {
            guard let head = table.cell(row, column) else { continue }
            if overlap(name, Int(head.start)..<Int(head.end)) >= name.count { return true }
        }
        return false
    }
}
