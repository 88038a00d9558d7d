import Performance
import Quantities
import Seeds

/// Makes sensible answers for any form, drawn from a seeded source (随机填报内容).
struct SampleAnswers {
    let form: FormDefinition
    var random: RandomSource

    /// A content that fills exactly the rows which the empty form offers.
    mutating func content() -> FormContent {
        var content = FormContent(
            form: form.id, version: form.version, unitCode: "201001", fiscalYear: 2021,
            fields: form.fixedDefaults)
        for field in form.fields where field.formula == nil && !field.isFixed {
            content[field.name] = answer(field)
        }
        for block in form.pages.flatMap(\.sections).compactMap(\.block) {
            for table in block.tables {
                let columns = form.table(table)?.columns ?? []
                content.tables[table] = block.offeredRows.map { offered in
                    var row = offered
                    for column in columns where column.formula == nil && row[column.name] == nil {
                        row[column.name] = answer(column)
                    }
                    return row
                }
            }
        }
        if let name = form.subjectField { content.subject = content[name] ?? "" }
        return FormComputation(form, form.canonical(content)).completed()
    }

    private mutating func answer(_ field: FormField) -> String {
        let number = Int.random(in: 1...99_999, using: &random)
        switch field.type {
        case .text:
            return ["困难职工帮扶", "A & B <公司>", "第一行\n第二行", "目标“甲”"][number % 4] + String(number)
        case .money: return ExactDecimal(mantissa: Int128(number), scale: 2).text
        case .percent: return ExactDecimal(mantissa: Int128(number % 10_000), scale: 4).text
        case .number: return String(number)
        case .score: return ExactDecimal(mantissa: Int128(number % 2_000 + 1), scale: 2).text
        case .day: return Day(year: 2021, month: number % 12 + 1, day: number % 28 + 1)?.iso ?? ""
        case .year: return String(2020 + number % 5)
        case .target: return ["≥\(number)人次", "＝100%", "2021年12月20日前", "有效缓解"][number % 4]
        case .choice(let choices): return choices[number % choices.count]
        case .tick: return "√"
        }
    }
}
