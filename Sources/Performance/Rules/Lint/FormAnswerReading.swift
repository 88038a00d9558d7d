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

    /// Fields whose formula is `a + b` or `sum(table.column)`, beside what is written in them.
    private var totals: [LintRecord] {
        definition.fields.compactMap { field in
            guard let formula = field.formula, let total = content[field.name].flatMap({ ExactDecimal($0) }),
                let parts = parts(of: formula)
            else { return nil }
            let sum = parts.reduce(Fraction.zero) { (try? $0.adding($1.fraction)) ?? $0 }
            return LintRecord(
                subject: "表内合计",
                facts: [
                    "表": .text(content.form), "栏目": .text(field.label), "合计": .yuan(total.fraction),
                    "分项之和": .yuan(sum), "项数": .number(Fraction(Int64(parts.count))),
                    "半位": .number(Self.halfPlace),
                ],
                whole: place(field.name), places: ["合计": place(field.name)])
        }
    }

    /// Half of 0.01 万元.
    private static let halfPlace = Fraction(50)

    private func parts(of formula: String) -> [ExactDecimal]? {
        if formula.hasPrefix("sum("), formula.hasSuffix(")") {
            let path = formula.dropFirst(4).dropLast().split(separator: ".").map(String.init)
            guard path.count == 2 else { return nil }
            return content.rows(path[0]).compactMap { $0[path[1]].flatMap { ExactDecimal($0) } }
        }
        let names = formula.split(separator: "+").map { $0.filter { $0 != " " } }
        guard names.allSatisfy({ definition.field($0)?.type == .money }) else { return nil }
        return names.compactMap { content[$0].flatMap { ExactDecimal($0) } }
    }

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
