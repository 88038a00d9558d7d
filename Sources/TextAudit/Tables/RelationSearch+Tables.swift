import Performance

/// Reads the tables of a text (表格).
extension RelationSearch {
    mutating func findTables() {
        var place = 0
        table.clear()
        while place < tokenCount {
            var end = place
            var isRow = false
            while end < tokenCount, token(end).kind != .line {
                if token(end).kind == .tab { isRow = true }
                end += 1
            }
            if isRow {
                readRow(place, end)
            } else if end > place || table.rows.count > 0 {
                checkTable()
                table.clear()
            }
            place = end + 1
        }
        checkTable()
        table.clear()
    }

    private mutating func readRow(_ start: Int, _ end: Int) {
        var cells: ContiguousArray<Table.Cell> = []
        let lineStart = start > 0 ? token(start - 1).end : 0
        var cellStart = lineStart
        var row = Table.Row(
            firstCell: 0, cellCount: 0, isNumbered: false, isNested: false, isTotal: false,
            hasFigures: false)
        row.isNumbered = start < end && token(start).kind == .enumerator
        var figure = Int32(-1)
        var figures = 0
        for place in start...end {
            let isEnd = place == end
            if isEnd || token(place).kind == .tab {
                let stop = place < tokenCount ? token(place).start : cellStart
                let fills = figures == 1 && fillsCell(figure, cellStart, stop)
                cells.append(
                    Table.Cell(figure: fills ? figure : -1, start: cellStart, end: stop))
                if fills { row.hasFigures = true }
                if !isEnd { cellStart = token(place).end }
                figure = -1
                figures = 0
            } else if token(place).kind == .figure {
                figure = token(place).value
                figures += 1
            }
        }
        let name = name(of: cells, from: lineStart)
        row.isTotal = isTotalName(name)
        let isOfWhich = reading.text.holds("其中", in: name)
        if row.isTotal, cells.count > 1, cells.count < table.columnCount {
            // 合计 spans the columns of codes and names.
            let empty = Table.Cell(figure: -1, start: cells[0].end, end: cells[0].end)
            cells.insert(
                contentsOf: repeatElement(empty, count: table.columnCount - cells.count), at: 1)
        }
        let previous = table.rows.last
        row.isNested =
            isOfWhich
            || (previous?.isNested ?? false) && row.hasFigures && !row.isNumbered && !row.isTotal
        table.add(row, cells)
    }

    /// The first cell, or the second where the first is empty.
    private func name(of cells: ContiguousArray<Table.Cell>, from start: Int32) -> Range<Int> {
        guard let first = cells.first else { return Int(start)..<Int(start) }
        if cells.count > 2, first.end - first.start <= 1, cells[1].figure < 0 {
            return Int(cells[1].start)..<Int(cells[1].end)
        }
        return Int(start)..<Int(first.end)
    }

    private func isTotalName(_ name: Range<Int>) -> Bool {
        name.count <= 40
            && (reading.text.holds("合计", in: name) || reading.text.holds("总计", in: name)
                || reading.text.holds("共计", in: name) || reading.text.holds("小计", in: name)
                || reading.text.holds("总额", in: name) && name.count <= 9
                || reading.text.holds("合 计", in: name) || reading.text.holds("总 计", in: name))
    }

    /// Whether a figure is all that stands in a cell but its unit, a sign or a bracket.
    private func fillsCell(_ index: Int32, _ start: Int32, _ end: Int32) -> Bool {
        let figure = figure(index)
        guard figure.kind != .year, figure.kind != .date, !figure.marks.contains(.name) else {
            return false
        }
        if (figure.start - start) + (end - figure.end) <= 7 { return true }
        // 26.40（假定）: a remark in brackets behind the figure.
        let next = Int(figure.end)
        return figure.start - start <= 3 && end - figure.end <= 24
            && reading.text.holds("（", in: next..<min(next + 3, Int(end)))
    }

    // MARK: Checks

    private mutating func checkTable() {
        guard table.rows.count >= 2, table.columnCount >= 2 else { return }
        let body = table.firstBodyRow
        guard body < table.rows.count else { return }
        var isPercent: ContiguousArray<Bool> = []
        for column in 0..<table.columnCount { isPercent.append(readsPercent(column, body)) }
        checkTotals(body, isPercent)
        checkTotalsOfText(body, isPercent)
        checkTotalTold(body)
        checkSubtotals(body, isPercent)
        if !isPercent[0], header(0, holds: "合计") || header(0, holds: "总计") {
            checkRowSums(0, body, isPercent)
        }
        for column in 1..<table.columnCount {
            if isPercent[column] {
                checkRatios(column, body, isPercent)
            } else {
                checkRowSums(column, body, isPercent)
                checkProducts(column, body)
            }
        }
        checkSwaps(body)
        checkAcross(isPercent)
    }

    /// 年份 | 2021 | 2022 over 预算, 决算 and 执行率: rates that stand in a row of their own.
    private mutating func checkAcross(_ isPercent: ContiguousArray<Bool>) {
        guard !isPercent.contains(true), table.rows.count <= Table.mostColumns,
            table.columnCount >= 3
        else { return }
        table.transpose()
        let body = table.firstBodyRow
        guard body < table.rows.count else { return }
        var isRate: ContiguousArray<Bool> = []
        for column in 0..<table.columnCount { isRate.append(readsPercent(column, body)) }
        for column in 1..<table.columnCount where isRate[column] {
            checkRatios(column, body, isRate)
        }
    }

    /// Whether a column holds percentages; its plain numbers become percentages.
    private mutating func readsPercent(_ column: Int, _ body: Int) -> Bool {
        var isHeaded = false
        for row in 0..<body {
            guard let cell = table.cell(row, column) else { continue }
            let range = Int(cell.start)..<Int(cell.end)
            if reading.text.holds("%", in: range) || reading.text.holds("％", in: range) {
                isHeaded = true
            }
        }
        var percents = 0
        var others = 0
        for row in body..<table.rows.count {
            let index = table.figure(row, column)
            guard index >= 0 else { continue }
            if figure(index).kind == .percent {
                percents += 1
            } else if isHeaded, figure(index).kind == .number {
                reading.lexer.makePercent(Int(index))
                percents += 1
            } else {
                others += 1
            }
        }
        return percents > others
    }

    func header(_ column: Int, holds word: StaticString) -> Bool {
        for row in 0..<table.firstBodyRow {
            guard let cell = table.cell(row, column) else { continue }
            if reading.text.holds(word, in: Int(cell.start)..<Int(cell.end)) { return true }
        }
        return false
    }
}
