package import Quantities

/// What a form's formulas give for its answers.
package struct FormComputation: Sendable {
    private let form: FormDefinition
    private let content: FormContent

    package init(_ form: FormDefinition, _ content: FormContent) {
        self.form = form
        self.content = content
    }

    /// The computed answer, spelled as its type says; nil where the form computes none, or none of
    /// its answers is given.
    package func answer(_ field: FormField, in row: FormRow? = nil) -> String? {
        switch field.formula {
        case nil: return nil
        case .quotient(let one, let other)?:
            guard let divisor = number(other, row), !divisor.isZero,
                let quotient = try? (number(one, row) ?? .zero).divided(by: divisor),
                let rounded = try? quotient.rounded(to: 4)
            else { return number(one, row) == nil ? nil : FormContent.notApplicable }
            return rounded.text
        case .sum(let terms)?:
            let numbers = terms.map { number($0.operand, row) }
            guard numbers.contains(where: { $0 != nil }) else { return nil }
            var sum = Fraction.zero
            for (term, number) in zip(terms, numbers) {
                guard let number else { continue }
                guard let next = try? sum.adding(term.isNegative ? number.negated : number)
                else { return nil }
                sum = next
            }
            guard let decimal = try? sum.rounded(to: 12) else { return nil }
            return field.type.read(decimal.trimmed().text, isShownAsPercent: true).text
        }
    }

    /// The content with every computed answer that was not given.
    package func completed() -> FormContent {
        var completed = content
        // A formula may build on what another has computed: rows first, then fields, parts first.
        for table in form.tables {
            let columns = table.columns.filter { $0.formula != nil }
            guard !columns.isEmpty, let rows = completed.tables[table.name] else { continue }
            completed.tables[table.name] = rows.map { row in
                var row = row
                for column in columns where row[column.name] == nil {
                    row[column.name] = FormComputation(form, completed).answer(column, in: row)
                }
                return row
            }
        }
        var pending = form.fields.filter { $0.formula != nil && completed[$0.name] == nil }
        while !pending.isEmpty {
            let waiting = Set(pending.map(\.name))
            let ready = pending.filter { field in
                !(field.formula?.operands ?? []).contains { operand in
                    if case .answer(let name) = operand { waiting.contains(name) } else { false }
                }
            }
            // A definition whose formulas go in a circle computes none of them.
            guard !ready.isEmpty else { break }
            for field in ready {
                completed[field.name] = FormComputation(form, completed).answer(field)
            }
            pending.removeAll { field in ready.contains { $0.name == field.name } }
        }
        return completed
    }

    /// The exact value of an operand; nil where nothing stands or what stands is no number.
    package func number(_ operand: FormFormula.Operand, _ row: FormRow?) -> Fraction? {
        switch operand {
        case .answer(let name):
            return (row?[name] ?? content[name]).flatMap { ExactDecimal($0) }?.fraction
        case .total(let table, let column):
            let numbers = content.rows(table).compactMap { row in
                row[column].flatMap { ExactDecimal($0) }?.fraction
            }
            guard !numbers.isEmpty else { return nil }
            var sum = Fraction.zero
            for number in numbers {
                guard let next = try? sum.adding(number) else { return nil }
                sum = next
            }
            return sum
        }
    }
}
