import ArgumentParser
import Office
import Performance
import Quantities

/// The matter that is meant, who acts, and at which book.
struct MatterOptions: ParsableArguments {
    @Argument(
        help: ArgumentHelp(
            "事项，如 'goal|整体|'、'monitoring|整体|2021-07-31'；整体事项可以只写种类，如 evaluation。", valueName: "事项"))
    var matter: String

    @Option(help: ArgumentHelp("办理人的账号。", valueName: "账号"))
    var by: String

    @Option(
        name: .customLong("as-role"), help: ArgumentHelp("以哪个岗位办理；不写就用有权办理的岗位。", valueName: "岗位"))
    var role: String?

    @Option(name: .customLong("for"), help: ArgumentHelp("代谁办理（受托时）；不写就按委托登记。", valueName: "账号"))
    var principal: String?

    @OptionGroup var people: PeopleOptions

    /// The desk, and the matter with its steps so far.
    func open() throws -> (desk: CycleDesk, history: MatterHistory) {
        let desk = try people.desk()
        guard
            let matter = Matter(id: matter)
                ?? MatterKind(rawValue: self.matter).map({ Matter($0) })
        else {
            throw InputProblem(
                "“\(self.matter)”不是事项。请写成“种类|对象|期次”，如 'goal|整体|'；"
                    + "种类有 \(MatterKind.allCases.map(\.rawValue).joined(separator: "、"))。")
        }
        return (desk, try desk.history(of: matter))
    }

    func performer(
        _ desk: CycleDesk, for transition: WorkflowTransition?
    ) throws -> Performer {
        try desk.performer(
            by, for: transition, as: role.map { try RoleName.read($0, at: desk) },
            onBehalfOf: principal, on: Day(shanghaiMilliseconds: Clock.now))
    }
}

/// `规则=理由`
enum RuleAnswers {
    static func read(_ texts: [String]) throws -> [CheckID: String] {
        var answers: [CheckID: String] = [:]
        for text in texts {
            let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
            guard parts.count == 2
            else { throw InputProblem("“\(text)”应写成 规则=理由，如 CC-042=三公经费无预算。") }
            answers[CheckID(rawValue: parts[0])] = parts[1]
        }
        return answers
    }
}
