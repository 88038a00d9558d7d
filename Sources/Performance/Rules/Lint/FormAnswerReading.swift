import Formulas
import Quantities

/// Reads the single answers of any form, by its definition, into the records that rules judge.
struct FormAnswerReading {
    private let content: FormContent
    private let definition: FormDefinition

    init(_ content: FormContent, _ definition: FormDefinition) {
        self.content = content
        self.definition = definition
    }

    var records: [LintRecord] { structure + answers + totals }

    private var answers: [LintRecord] {
        definition.fields.map { answer($0, content[$0.name] ?? "", place($0.name)) }
            + definition.tables.flatMap { table in
                content.rows(table.name).enumerated().flatMap { row, values in
                    table.columns.map { column in
                        answer(
                            column, values[column.name] ?? "", place(column.name, table.name, row))
                    }
                }
            }
    }

    private func answer(_ field: FormField, _ text: String, _ place: FormPlace) -> LintRecord {
        var facts: Facts = [
            "表": .text(content.form), "栏目": .text(field.label), "类型": .text(field.type.word),
            "内容": .text(text), "必填": .truth(field.isRequired),
            // What the form computes may be a difference.
            "可为负": .truth(field.formula != nil || field.name.contains("调")),
        ]
        if let limit = field.maximumLength { facts["字数上限"] = .number(Fraction(Int64(limit))) }
        if case .choice(let choices) = field.type {
            facts["可选内容"] = .text(choices.joined(separator: "、"))
            facts["在选项内"] = .truth(choices.contains(text))
        }
        return LintRecord(
            subject: FormAnswerFacts.subject, facts: facts, whole: place, places: ["内容": place],
            reason: content["差异说明"])
    }

    private var structure: [LintRecord] {
        definition.tables.map { table in
            LintRecord(
                subject: "表样结构",
                facts: [
                    "表": .text(content.form), "缺少的栏目": .text(""),
                    "数据行数": .number(Fraction(Int64(content.rows(table.name).count))),
                    "最少行数": .number(Fraction(Int64(table.minimumRows))),
                ],
                whole: place(table.name))
        }
    }

    // MARK: Totals

    private var totals: [LintRecord] {
        definition.fields.compactMap { total($0, nil, place($0.name)) }
            + definition.tables.flatMap { table in
                content.rows(table.name).enumerated().flatMap { row, values in
                    table.columns.compactMap { column in
                        total(column, values, place(column.name, table.name, row))
                    }
                }
            }
    }

    /// A total that the form computes as a sum, beside what is written in it.
    private func total(_ field: FormField, _ row: FormRow?, _ place: FormPlace) -> LintRecord? {
        guard field.type == .money, case .sum(let terms)? = field.formula,
            let written = (row?[field.name] ?? content[field.name]).flatMap({ ExactDecimal($0) }),
            let computed = FormComputation(definition, content).answer(field, in: row)
                .flatMap({ ExactDecimal($0) })
        else { return nil }
        let parts = terms.reduce(0) { $0 + partCount($1.operand) }
        return LintRecord(
            subject: "表内合计",
            facts: [
                "表": .text(content.form), "栏目": .text(field.label), "合计": .yuan(written.fraction),
                "分项之和": .yuan(computed.fraction), "项数": .number(Fraction(Int64(parts))),
                "半位": .number(Self.halfPlace),
            ],
            whole: place, places: ["合计": place], reason: content["差异说明"])
    }

    private func partCount(_ operand: FormFormula.Operand) -> Int {
        switch operand {
        case .answer: 1
        case .total(let table, _): content.rows(table).count
        }
    }

    /// Half of 0.01 万元.
    private static let halfPlace = Fraction(50)

    private func place(_ field: String, _ table: String? = nil, _ row: Int = 0) -> FormPlace {
        FormPlace(
            form: content.form, subject: content.subject, field: field,
            cell: table.map { FormPlace.Cell(table: $0, row: row) })
    }
}

extension FormulaValue {
    /// An amount in 万元, as a value in 元.
    static func yuan(_ tenThousands: Fraction) -> FormulaValue {
        (try? tenThousands.multiplied(by: Fraction(10_000))).map { .number($0) } ?? .missing
    }
}

extension FormFieldType {
    /// How rules name it.
    fileprivate var word: String {
        switch self {
        case .text: "文字"
        case .money: "金额"
        case .percent: "比率"
        case .number: "数"
        case .score: "分值"
        case .day: "日期"
        case .year: "年度"
        case .target: "指标值"
        case .choice: "选项"
        case .tick: "勾选"
        }
    }
}
