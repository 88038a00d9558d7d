import Formulas
import Packs
import Performance
import Quantities
import Storage

/// Projects and their work as cross-checks see them (项目收支、业务台账).
extension BookRecords {
    /// Budget and spending of each project beside its forms and what its records add up to.
    func projects() throws -> [Record] {
        let forms = try latestForms()
        return try desk.projectNames.map { name in
            let (payments, work) = (name.quoted, try workItems(of: name))
            let listed = "明细 in (\(work.map(\.quoted).joined(separator: ", ")))"
            let spent = "支付.金额; 支出类别 = \"项目支出\" and 项目 = \(payments)"
            var formulas = [
                "批复预算": "「单项支出预算：\(name)」", "执行数": "「单项支出决算：\(name)」",
                "工资性支出": "sum(\(spent) and 明细 = \"工资性支出\")",
                "编外公用经费": "sum(\(spent) and 明细 = \"公用经费\")",
            ]
            if !work.isEmpty {
                formulas["台账发放"] =
                    "sum(工作记录.金额; 项目 = \(payments) and 事项 in (\(work.map(\.quoted).joined(separator: ", "))))"
                formulas["对应支出"] = "sum(\(spent) and \(listed))"
            }
            var facts = try values(of: formulas)
            facts["项目名称"] = .text(name)
            facts["半位"] = .number(.zero)
            // What is spent on nothing but the work that is recorded: 其他列支 stands in both.
            if let given = facts.removeValue(forKey: "台账发放")?.number,
                let paid = facts.removeValue(forKey: "对应支出")?.number, !paid.isZero,
                let whole = facts["执行数"]?.number
            {
                facts["台账金额"] = .number(try whole.subtracting(paid).adding(given))
            }
            if facts["工资性支出"]?.number?.isZero ?? true {
                facts["工资性支出"] = nil
                facts["编外公用经费"] = nil
            }
            facts["目标表金额"] = forms.amount(["年度资金总额"], of: name, "F02")
            facts["监控执行数"] = forms.amount(["拨款执行数", "其他资金执行数"], of: name, "F03")
            facts["已评分"] = .truth(forms.contains(name, "F05"))
            return Record(subject: "项目收支", object: name, facts: facts)
        }
    }

    /// Counts of each project's work beside what a document states, and batches beside quarters.
    func work() throws -> [Record] {
        guard desk.keeps("工作记录") else { return [] }
        return try desk.projectNames.flatMap { name -> [Record] in
            try workItems(of: name, withAmount: false).map { item in
                let filter = "项目 = \(name.quoted) and 事项 = \(item.quoted)"
                var facts = try values(of: ["各批人次之和": "sum(工作记录.人次; \(filter))"])
                facts["项目名称"] = .text("\(name)·\(item)")
                facts["全年人次"] = stated("工作人次：\(name)：\(item)", unit: "人次")
                if item.contains("季度") {
                    let days = try quarters(of: name, item)
                    facts["季度批次"] = .number(Fraction(Int64(days.batches)))
                    facts["不同季度数"] = .number(Fraction(Int64(days.quarters)))
                }
                return Record(subject: "业务台账", object: "\(name)·\(item)", facts: facts)
            }
        }
    }

    // MARK: - Reading

    private func values(of formulas: [String: String]) throws -> Facts {
        let checked = try formulas.mapValues { try desk.vocabulary.check($0) }
        let figures = try BookFigures(
            desk, formulas: checked.sorted { $0.key < $1.key }.map(\.value), traced: false)
        var facts: Facts = [:]
        for (name, formula) in checked {
            let value = try figures.value(of: formula)
            if value.isDefined { facts[name] = value }
        }
        return facts
    }

    private func workRows() throws -> [RegisterRow] {
        try DeadlineFacts(desk, on: desk.snapshot.periodEnd, finance: "").rows(of: "工作记录")
            .filter { row in row.day("日期").map { $0 <= desk.snapshot.periodEnd } ?? false }
    }

    /// 事项 of a project's records, sorted; with amounts, those that give money.
    private func workItems(of project: String, withAmount: Bool = true) throws -> [String] {
        guard desk.keeps("工作记录") else { return [] }
        let rows = try workRows().filter {
            $0.text("项目") == project && (!withAmount || $0.money("金额") != nil)
        }
        return Set(rows.map { $0.text("事项") }).filter { !$0.contains("\"") }.sorted()
    }

    private func quarters(
        of project: String, _ item: String
    ) throws -> (batches: Int, quarters: Int) {
        let months = try workRows().filter {
            $0.text("项目") == project && $0.text("事项") == item
        }.compactMap { $0.day("日期")?.month }
        return (months.count, Set(months.map { ($0 + 2) / 3 }).count)
    }

    /// What a document states for a measure (核对数).
    private func stated(_ measure: String, unit: String) -> FormulaValue? {
        desk.controlFigures.first { $0.text("口径") == measure && $0.text("单位") == unit }
            .flatMap { ExactDecimal($0.text("数值")) }.map { .number($0.fraction) }
    }

    private func latestForms() throws -> SavedForms {
        let cycle = CycleDesk(desk.workplace, desk.book.id)
        return SavedForms(
            contents: try cycle.matters().flatMap { try cycle.forms(of: $0.matter) }.map(\.content))
    }
}

/// Forms of a book as they were last saved.
private struct SavedForms {
    let contents: [FormContent]

    func contains(_ subject: String, _ form: String) -> Bool {
        contents.contains { $0.form == form && $0.subject == subject }
    }

    /// The sum of answers in 万元; nil where none is given.
    func amount(_ fields: [String], of subject: String, _ form: String) -> FormulaValue? {
        guard let content = contents.last(where: { $0.form == form && $0.subject == subject })
        else { return nil }
        let amounts = fields.compactMap { content[$0].flatMap { ExactDecimal($0)?.fraction } }
        guard !amounts.isEmpty,
            let sum = try? amounts.reduce(Fraction.zero, { try $0.adding($1) })
                .multiplied(by: Fraction(10_000))
        else { return nil }
        return .number(sum)
    }
}

extension String {
    /// As a formula writes a text.
    fileprivate var quoted: String { "\"\(replacing("\"", with: ""))\"" }
}
