import Documents
import Performance

/// Reads the repeated rows of a block.
struct FormBlockScan {
    let form: FormDefinition
    let block: FormBlock
    let grid: FormGrid
    let rows: Range<Int>
    /// Where each column of the layout stands on the sheet.
    let columns: [Int: Int]

    private typealias Answers = [String: FormAnswerSheet.Answer]

    func read(into sheet: inout FormAnswerSheet) {
        for table in block.tables { sheet.tables[table] = sheet.tables[table] ?? [] }
        var above: [String: FormAnswerSheet.Answer] = [:]
        for row in rows where grid.rows[row] != nil {
            for table in block.tables {
                var answers = answers(of: table, in: row, &sheet)
                guard answers.contains(where: { isFilled($0.key, $0.value, table) })
                else {
                    for (name, answer) in answers { above["\(table).\(name)"] = answer }
                    continue
                }
                for name in block.mergedColumns {
                    let key = "\(table).\(name)"
                    if let own = answers[name] {
                        above[key] = own
                    } else {
                        answers[name] = above[key]
                    }
                }
                sheet.tables[table, default: []].append(answers)
            }
        }
    }

    /// Levels that the form offers and formulas that it counts make no row.
    private func isFilled(
        _ column: String, _ answer: FormAnswerSheet.Answer, _ table: String
    ) -> Bool {
        let isComputed = form.table(table)?.column(column)?.formula != nil
        return !block.mergedColumns.contains(column) && (!isComputed || !answer.cell.hasFormula)
    }

    /// The answers of a row that are not blank.
    private func answers(
        of table: String, in row: Int, _ sheet: inout FormAnswerSheet
    ) -> Answers {
        var answers: Answers = [:]
        for cell in block.row.cells {
            let wanted = cell.text.answers.compactMap { $0.column(of: table) }
            guard !wanted.isEmpty else { continue }
            let place = CellPlace(row: row, column: columns.actual(cell.columns.lowerBound))
            let isLevel = wanted.contains { block.mergedColumns.contains($0) }
            let head = grid.head(of: place)
            // Only levels hold for the rows that they are merged over.
            guard head.row == row || isLevel else { continue }
            let content = grid[head]
            for (name, text) in parts(cell.text, content.text, table) {
                let trimmed = text.trimmedAnswer
                guard !trimmed.isEmpty || grid.formulas[head] != nil || content.hasFormula
                else { continue }
                answers[name] = .init(
                    cell: content, sheet: grid.sheet, text: text,
                    formula: cell.text.onlyAnswer == nil ? nil : grid.formulas[head])
                if isLevel, text.statedWeight != nil {
                    sheet.note(text, table: table, at: head, on: grid.sheet)
                }
            }
        }
        return answers
    }

    /// A cell's text as its answers; where the words around them are gone all of it is the last one.
    private func parts(_ text: FormText, _ written: String, _ table: String) -> [(String, String)] {
        if let only = text.onlyAnswer?.column(of: table) { return [(only, written)] }
        guard let match = FormTextMatch(text, written) else {
            let last = text.answers.compactMap { $0.column(of: table) }.last
            return last.map { [($0, written)] } ?? []
        }
        return match.answers.compactMap { answer, words in
            answer.column(of: table).map { ($0, words) }
        }
    }
}

extension FormText.Answer {
    fileprivate func column(of table: String) -> String? {
        switch self {
        case .fiscalYear, .rowNumber: nil
        case .field(let name): name
        case .column(let own, let name): own == table ? name : nil
        }
    }
}

extension FormAnswerSheet {
    fileprivate mutating func note(
        _ text: String, table: String, at place: CellPlace, on sheet: String
    ) {
        guard !weights.contains(where: { $0.place == place && $0.table == table }) else { return }
        weights.append(
            LevelWeight(
                table: table, level: text.compactAnswer.withoutWeight, text: text, sheet: sheet,
                place: place))
    }
}
