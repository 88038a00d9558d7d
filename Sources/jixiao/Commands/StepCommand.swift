import ArgumentParser
import Office
import Performance
import Quantities

struct StepCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "step", abstract: "办理：各事项到了哪一步，某人现在能办什么，一个事项的经过。",
        subcommands: [
            StepListCommand.self, StepAgendaCommand.self, StepHistoryCommand.self,
            StepDoCommand.self, StepSaveCommand.self, StepAttachCommand.self,
            StepCommentCommand.self,
        ], defaultSubcommand: StepListCommand.self)
}

struct StepListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "列出全部事项、状态和期限。")

    @OptionGroup var people: PeopleOptions
    @OptionGroup var output: FormatOption

    func run() throws {
        let desk = try people.desk()
        guard output.format == .text else {
            Output.line(CanonicalJSON.array(try desk.matters().map(Self.json)).text)
            return
        }
        let today = try Day(shanghaiMilliseconds: Clock.now)
        var table = TextTable([
            ("事项", .left), ("种类", .left), ("状态", .left), ("版本", .right), ("期限", .left),
            ("由谁办理", .left),
        ])
        for history in try desk.matters() {
            let machine = desk.workflow.machine(history.matter.kind)
            let state = history.state ?? ""
            let roles = Set(machine.transitions(from: state).flatMap(\.roles)).sorted()
            let due = history.dueDay.map {
                $0.iso + (history.isOverdue(on: today) ? "（逾期）" : "")
            }
            table.append([
                history.matter.id, machine.name, machine.name(of: state), "\(history.version)",
                due ?? "", roles.map(desk.workflow.name(of:)).joined(separator: "、"),
            ])
        }
        Output.lines(table.lines)
    }

    private static func json(_ history: MatterHistory) -> CanonicalJSON {
        [
            "matter": .string(history.matter.id), "state": .string(history.state ?? ""),
            "version": .integer(Int64(history.version)),
            "due": history.dueDay.map { .string($0.iso) } ?? .null,
            "steps": .array(
                history.steps.map { step in
                    [
                        "action": .string(step.action), "actor": .string(step.actor),
                        "day": .string(step.day.iso), "event": .string(step.event),
                        "from": step.from.map { .string($0) } ?? .null, "to": .string(step.to),
                        "role": step.role.map { .string($0.rawValue) } ?? .null,
                        "onBehalfOf": step.onBehalfOf.map { .string($0) } ?? .null,
                        "reason": step.reason.map { .string($0) } ?? .null,
                    ]
                }),
        ]
    }
}

struct StepAgendaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "agenda", abstract: "列出一个账号现在能办的事项，受委托的也在内。")

    @Argument(help: ArgumentHelp("账号。", valueName: "账号"))
    var account: String
    @OptionGroup var people: PeopleOptions

    func run() throws {
        let desk = try people.desk()
        var table = TextTable([
            ("事项", .left), ("可办理", .left), ("岗位", .left), ("代", .left), ("期限", .left),
        ])
        let today = try Day(shanghaiMilliseconds: Clock.now)
        for item in try desk.agenda(of: account, on: today) {
            table.append([
                item.history.matter.id, item.transition.action,
                item.performer.role.map(desk.workflow.name(of:)) ?? "",
                item.performer.onBehalfOf ?? "", item.dueDay?.iso ?? "",
            ])
        }
        Output.lines(table.lines)
    }
}

struct StepHistoryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "history", abstract: "列出一个事项的办理经过。")

    @Argument(help: ArgumentHelp("事项，如 'evaluation|整体|'。", valueName: "事项"))
    var matter: String
    @OptionGroup var people: PeopleOptions

    func run() throws {
        let desk = try people.desk()
        guard let matter = Matter(id: matter) else { throw CycleError.noSuchMatter(matter) }
        let history = try desk.history(of: matter)
        guard history.state != nil else { throw CycleError.noSuchMatter(matter.id) }
        let machine = desk.workflow.machine(matter.kind)
        var table = TextTable([
            ("步", .right), ("日期", .left), ("办理", .left), ("状态", .left), ("岗位", .left),
            ("账号", .left), ("理由和说明", .left),
        ])
        for step in history.steps {
            let actor = step.onBehalfOf.map { "\(step.actor)（代 \($0)）" } ?? step.actor
            let notes = ([step.reason].compactMap(\.self) + step.notes.map(\.rawValue))
            table.append([
                "\(step.sequence)", step.day.iso, step.action, machine.name(of: step.to),
                step.role.map(desk.workflow.name(of:)) ?? "系统", actor,
                notes.joined(separator: "；"),
            ])
        }
        Output.lines(table.lines)
    }
}
