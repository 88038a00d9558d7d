import Performance
import Testing

@testable import Packs

/// Rules that contradict each other are refused, with file, line and key.
struct WorkflowPackTests {
    /// The built-in files with one replaced.
    private static func files(
        changing file: String, _ old: String, to new: String
    ) throws -> [PackText] {
        try PackResources.files(in: "workflow").map { name in
            let text = try PackResources.text(of: name)
            guard name == "workflow/\(file)" else { return PackText(file: name, text: text) }
            let changed = text.replacing(old, with: new, maxReplacements: 1)
            #expect(changed != text, "\(old)")
            return PackText(file: name, text: changed)
        }
    }

    @Test(arguments: [
        (
            "goal.yaml", "to: submittedInternally\n    by: [businessOffice]",
            "to: submitted2\n    by: [businessOffice]",
            "transitions[1].to：没有状态“submitted2”。请改用：draft、submittedInternally、approvedByHead、submitted、underReview、returned、accepted、approvedWithBudget、locked、adjusting、adjusted。"
        ),
        (
            "goal.yaml", "by: [financeOffice, departmentHead]", "by: [cashier]",
            "transitions[2].by[0]：不认识岗位“cashier”。请改用roles.yaml中的岗位、岗位组或system。"
        ),
        (
            "goal.yaml", "guards: [goalsWithoutErrors]", "guards: [goalsPerfect]",
            "transitions[1].guards[0]：没有条件“goalsPerfect”。请先在guards.yaml中写明。"
        ),
        (
            "goal.yaml", "event: headApprove", "event: returnInternally",
            "transitions[3]：“returnInternally”在同一状态有两种写法。请只保留一种。"
        ),
        (
            "goal.yaml", "event: headApprove", "event: takeBack",
            "transitions[3]：“takeBack”是每种事项都有的动作。请换一个名称。"
        ),
        (
            "goal.yaml", "from: [approvedWithBudget]\n    to: locked",
            "from: [approvedWithBudget]\n    to: adjusted",
            nil
        ),
        (
            "monitoring.yaml", "from: [rectifying]\n    to: closed",
            "from: [checked]\n    to: closed", "状态“rectifying”没有后续动作。请核对final和动作。"
        ),
        (
            "monitoring.yaml", "from: [checked]\n    to: rectifying",
            "from: [checked]\n    to: closed", "没有动作到达状态“rectifying”。请补上动作或删去状态。"
        ),
        (
            "monitoring.yaml", "{id: closed, name: 已办结, final: \"true\"}",
            "{id: closed, name: 已办结}", "状态“closed”没有后续动作。请核对final和动作。"
        ),
        (
            "goal.yaml", "deadline: {workingDays: \"3\"}", "deadline: soon",
            "transitions[1].deadline：不认识“soon”。请改用keeps、given或天数。"
        ),
        (
            "goal.yaml", "needs: [reason]", "needs: [stamp]",
            "transitions[2].needs[0]：不认识“stamp”。请改用：reason、evidence。"
        ),
        (
            "guards.yaml", "{anyOf: [resultAccepted, objectionTimeOver]}",
            "{anyOf: [resultAccepted, nobody]}",
            "condition.anyOf[1]：没有条件“nobody”。请先在guards.yaml中写明。"
        ),
        (
            "guards.yaml", "id: opinionsClosed", "id: opinionGiven",
            "条件“opinionGiven”重复。请换一个编号。"
        ),
        (
            "roles.yaml", "id: supervisor", "id: audit", "岗位“审计”重复。请删去一个。"
        ),
        (
            "roles.yaml", "evaluation: [confirmed, published, archived]",
            "evaluation: [confirmed, shown]",
            "evaluation[1]：没有状态“shown”。请改用：notOpened、drafting、crossChecking、internalReview、signed、submitted、underReview、returned、reviewed、confirmed、published、archived。"
        ),
        (
            "parameters.yaml", "  - {severity: 较重, days: \"20\"}\n", "",
            "issueDays：不是每种严重程度都有天数。请一般、较重、严重各写一行。"
        ),
    ])
    func `写错的规则被指出`(file: String, old: String, new: String, message: String?) throws {
        let files = try Self.files(changing: file, old, to: new)
        guard let message else {
            // 改成另一条说得通的路是可以的。
            _ = try WorkflowPack(reading: files)
            return
        }
        let error = #expect(throws: PackError.self) { try WorkflowPack(reading: files) }
        #expect(error?.message.hasPrefix("workflow/\(file) 第") == true, "\(error?.message ?? "")")
        #expect(error?.message.hasSuffix(message) == true, "\(error?.message ?? "")")
    }

    @Test func `缺少的文件被点名`() throws {
        let files = try PackResources.files(in: "workflow").filter { !$0.contains("warning") }
            .map { PackText(file: $0, text: try PackResources.text(of: $0)) }
        let error = #expect(throws: PackError.self) { try WorkflowPack(reading: files) }
        #expect(error?.message == "workflow/warning.yaml：缺少这个文件。请补上warning.yaml。")
    }
}
