import Formulas
import Performance
import Quantities

/// Guards of goals (绩效目标的办理条件).
extension GuardFacts {
    func projectInBudget(_ matter: Matter) throws -> WorkflowFacts.Fact {
        let desk = try desk()
        guard matter.subject == FormContent.wholeDepartment else {
            return .fact(desk.projectNames.contains(matter.subject) ? [] : [matter.subject])
        }
        let isBudgeted = try number("支出预算", desk) != nil
        return .fact(isBudgeted || !desk.projects.isEmpty ? [] : ["台账“支出预算”和“项目”都是空的"])
    }

    /// F01, and F02 of each project of the register.
    func goalForms(_ history: MatterHistory) throws -> WorkflowFacts.Fact {
        let forms = try latestForms(history)
        guard history.matter.subject == FormContent.wholeDepartment else {
            let isThere = forms.contains {
                $0.form == "F02" && $0.subject == history.matter.subject
            }
            return .fact(isThere ? [] : ["F02 \(history.matter.subject)"])
        }
        let projects = try desk().projectNames.filter { name in
            !forms.contains { $0.form == "F02" && $0.subject == name }
        }
        let whole = forms.contains { $0.form == "F01" } ? [] : ["F01 整体"]
        return .fact(whole + projects.map { "F02 \($0)" })
    }

    /// 年度资金总额 of each F02 beside the approved budget, to two decimals of 万元 (CC-072).
    func approvedAmounts(_ history: MatterHistory) throws -> WorkflowFacts.Fact {
        let desk = try desk()
        guard try number("支出预算", desk) != nil else { return .fails(["还没有导入预算批复"]) }
        let wrong = try latestForms(history).filter { $0.form == "F02" }.compactMap {
            content -> String? in
            guard desk.projectNames.contains(content.subject),
                let approved = try number("单项支出预算：\(content.subject)", desk)
            else { return "\(content.subject)没有批复预算" }
            let declared = [content["年度财政拨款"], content["年度其他资金"]]
                .compactMap { $0.flatMap { ExactDecimal($0)?.fraction } }
            let stated =
                try content["年度资金总额"].flatMap { ExactDecimal($0)?.fraction }
                ?? declared.sum()
            let due = try approved.divided(by: Fraction(10_000)).rounded(to: 2)
            guard try stated.rounded(to: 2) != due else { return nil }
            return "\(content.subject)目标表\(try stated.rounded(to: 2).text)万元，批复\(due.text)万元"
        }
        return .fact(wrong)
    }

    func budgetReply() throws -> WorkflowFacts.Fact {
        .fact(try number("支出预算", desk()) == nil ? ["台账“支出预算”没有年初批复"] : [])
    }

    /// nil where the budget was not adjusted: other causes are for people to attest.
    func budgetAdjustment() throws -> WorkflowFacts.Fact? {
        let adjusted = try number("预算调整额", desk())
        return adjusted.map { !$0.isZero } == true ? .holds : nil
    }

    func number(_ measure: String, _ desk: BookDesk) throws -> Fraction? {
        try MeasureDesk(desk).figures([measure], traced: false).first?.value.number
    }
}
