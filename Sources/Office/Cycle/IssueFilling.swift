import Formulas
package import Performance
package import Quantities

/// The 整改台账 (F09) as a form: one row an issue, as it stands on a day.
package enum IssueFilling {
    package static let form = "F09"

    /// - Parameters:
    ///   - definition: of F09, for its version.
    ///   - day: on which 是否逾期 is judged.
    package static func content(
        _ desk: CycleDesk, on day: Day, definition: FormDefinition
    ) throws -> FormContent {
        let machine = desk.workflow.machine(.rectification)
        let rows = try desk.issues().enumerated().map { index, issue in
            row(issue, number: index + 1, state: machine.name(of: issue.state), on: day)
        }
        return FormContent(
            form: form, version: definition.version, unitCode: desk.book.unitCode,
            fiscalYear: desk.book.year.number, tables: ["整改台账": rows])
    }

    private static func row(
        _ issue: IssueRecord, number: Int, state: String, on day: Day
    ) -> FormRow {
        var row = FormRow([
            "序号": "\(number)", "问题编号": issue.number, "问题来源": issue.notice.source.rawValue,
            "责任部门": issue.notice.department, "问题类别": issue.notice.category.rawValue,
            "问题描述": issue.notice.description, "依据条款": issue.notice.basis,
            "严重程度": issue.notice.severity.rawValue, "下达日期": issue.issuedOn.iso,
            "整改时限": issue.dueDay.iso, "整改状态": state,
            "是否逾期": issue.isOverdue(on: day) ? "是" : "否",
        ])
        row["涉及项目"] = issue.notice.project
        row["涉及金额"] = issue.notice.amount?.text(in: .tenThousandYuan)
        row["整改措施"] = issue.measure
        row["责任人"] = issue.owner
        row["完成日期"] = issue.completedOn?.iso
        row["整改结果"] = issue.result
        if !issue.evidence.isEmpty {
            row["佐证材料"] = issue.evidence.map { String($0.hexadecimal.prefix(12)) }
                .joined(separator: "、")
        }
        row["验收人意见"] = issue.acceptance
        row["结果应用"] = issue.application?.rawValue
        return row
    }
}
