import Documents
import Performance
import Quantities

/// What stands in the cells of a form: words, answers of their type, formulas over other answers.
struct FormCellValues {
    private let plan: FormPlan
    private let page: Int
    private let computation: FormComputation

    init(_ plan: FormPlan, page: Int) {
        self.plan = plan
        self.page = page
        computation = FormComputation(plan.form, plan.content)
    }

    func value(_ cell: FormPlan.Cell) -> WorksheetCell.Value {
        guard let only = cell.text.onlyAnswer, let field = plan.field(only, in: cell.row)
        else { return words(cell) }
        let answer = plan.answer(only, in: cell.row)
        return formula(field, cell.row, stated: answer) ?? Self.value(answer, field.type)
    }

    private func words(_ cell: FormPlan.Cell) -> WorksheetCell.Value {
        let text = cell.text.pieces.map { piece in
            switch piece {
            case .words(let words): words
            case .answer(let answer): plan.answer(answer, in: cell.row) ?? ""
            }
        }.joined()
        return text.isEmpty ? .blank : .text(text)
    }

    /// An answer that could not be read as its type stays the text that it was.
    static func value(_ answer: String?, _ type: FormFieldType) -> WorksheetCell.Value {
        guard let answer, !answer.isEmpty else { return .blank }
        switch type {
        case .money, .percent, .number, .score, .year:
            return ExactDecimal(answer).map(WorksheetCell.Value.number) ?? .text(answer)
        case .day: return Day(iso: answer).map(WorksheetCell.Value.day) ?? .text(answer)
        case .text, .target, .choice, .tick: return .text(answer)
        }
    }

    /// The formula of a computed cell; nil where it computes nothing, or where what is stated there
    /// contradicts it: that must not vanish behind a formula.
    private func formula(
        _ field: FormField, _ row: FormBlockRow?, stated: String?
    ) -> WorksheetCell.Value? {
        guard let formula = field.formula else { return nil }
        let computed = computation.answer(field, in: contentRow(row, field))
        guard stated == nil || stated == computed else { return nil }
        guard let text = FormFormulaText.text(of: formula, { reference($0, row) })
        else { return nil }
        let number = computed.flatMap { ExactDecimal($0) }
        return .formula(text, cached: number.map { .number($0) } ?? .text(computed ?? ""))
    }

    private func contentRow(_ row: FormBlockRow?, _ field: FormField) -> FormRow? {
        guard let row else { return nil }
        for table in row.tables where plan.form.table(table)?.column(field.name) != nil {
            let rows = plan.content.rows(table)
            if let index = row.index(in: table), rows.indices.contains(index) {
                return rows[index]
            }
        }
        return FormRow()
    }

    private func reference(_ operand: FormFormula.Operand, _ row: FormBlockRow?) -> String? {
        switch operand {
        case .answer(let name):
            let own = row?.places(of: .field(name), plan.form).lazy.compactMap { place in
                place.flatMap { plan.places[$0] }
            }.first
            let place = own ?? plan.places[FormPlace(name, of: plan.form)]
            return place.map { prefix($0.page) + $0.range.first.a1 }
        case .total(let table, let column):
            return plan.range(ofColumn: column, table: table).map {
                prefix($0.page)
                    + CellRange(
                        $0.range.first,
                        CellPlace(row: $0.range.last.row, column: $0.range.first.column)
                    ).a1
            }
        }
    }

    private func prefix(_ other: Int) -> String {
        other == page ? "" : "'\(plan.pages[other].page.name)'!"
    }
}
