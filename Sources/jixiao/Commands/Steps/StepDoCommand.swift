import ArgumentParser
import Office
import Packs
import Performance
import Quantities

struct StepDoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "do", abstract: "办理：以某人的身份办一步；条件由账套核对，不能办时说明缺什么、谁能办。",
        discussion: """
            动作写中文或英文编号，见 jixiao step agenda；另有 签收、撤回、退回（--to 写退回到哪个状态）。
            账套核对不了的条件由办理人确认（--attest），连同理由记入日志。委托见 jixiao user delegate。例：
              jixiao step do 'goal|整体|' 送审 --by yewu
              jixiao step do evaluation 勾稽核对 --by caiwu --answer CC-042=无预算的接待由上级批准
              jixiao step do evaluation 退回 --to drafting --reason 佐证不全 --by fuzeren
            """)

    @OptionGroup var target: MatterOptions

    @Argument(help: ArgumentHelp("办理动作，如 送审。", valueName: "动作"))
    var action: String

    @Option(help: ArgumentHelp("理由、处置情况或整改结果。", valueName: "文字"))
    var reason: String?

    @Option(help: ArgumentHelp("完成期限。", valueName: "日期"))
    var due: String?

    @Option(help: ArgumentHelp("退回到哪个状态，中文或英文编号。", valueName: "状态"))
    var to: String?

    @Option(help: ArgumentHelp("佐证的摘要（前几位即可），见 jixiao step attach；可以有几个。", valueName: "摘要"))
    var evidence: [String] = []

    @Option(help: ArgumentHelp("对发现的说明，可以有几个，如 CC-042=理由。", valueName: "规则=理由"))
    var answer: [String] = []

    @Option(help: ArgumentHelp("办理人确认已经做到的条件，可以有几个。", valueName: "条件"))
    var attest: [String] = []

    @Option(help: ArgumentHelp("责任人（认领整改、指定预警责任人）。", valueName: "账号"))
    var owner: String?

    @Option(help: ArgumentHelp("整改措施（认领整改）。", valueName: "文字"))
    var measure: String?

    @Option(help: ArgumentHelp("处置方式（处置预警）：说明情况、加快进度等。", valueName: "方式"))
    var way: String?

    func run() throws {
        let (desk, history) = try target.open()
        let transition = desk.transition(action, of: history)
        let performer = try target.performer(desk, for: transition)
        let facts = GuardFacts(desk, rules: try RulePack.book(), forms: try FormPack.builtIn())
        do {
            let receipt = try StepTaking(self, desk, history, transition, performer, facts).take()
            Output.lines(StepText.lines(receipt, desk))
            try finish(history.matter, desk, facts)
        } catch let refusal as WorkflowRefusal {
            guard case .notLookedAt(_, let missing) = refusal,
                let entry = desk.workflow.guards.first(where: { $0.missing == missing }),
                GuardFacts.attestable.contains(entry.id)
            else { throw refusal }
            throw InputProblem(
                "\(refusal.message)账套核对不了这一条；确实已经做到（\(entry.remedy)）的，加上 --attest \(entry.id)。")
        }
    }

    /// What the system does by itself after the step.
    private func finish(_ matter: Matter, _ desk: CycleDesk, _ facts: GuardFacts) throws {
        let (day, answers) = (
            try Day(shanghaiMilliseconds: Clock.now), try RuleAnswers.read(answer)
        )
        var failure: (any Error)?
        var looked = WorkflowFacts()
        let receipts = try desk.runAutomatic(on: matter, at: Clock.now) { history in
            let automatic = desk.workflow.machine(matter.kind).transitions(from: history.state)
                .filter(\.isAutomatic)
            var known = WorkflowFacts()
            do {
                for transition in automatic {
                    known = known.merging(
                        try facts.facts(of: transition, after: history, on: day, answers: answers))
                }
            } catch {
                failure = error
            }
            if known.findings != nil { looked = known }
            return known
        }
        if let failure { throw failure }
        for receipt in receipts {
            Output.lines(["系统自动办理："] + StepText.lines(receipt, desk))
            if receipt.step.event == "failChecks" { Output.lines(StepText.open(looked)) }
        }
    }
}

/// A step of the command line, taken at the desk by the use case that it is.
struct StepTaking {
    private let words: StepDoCommand
    private let desk: CycleDesk
    private let history: MatterHistory
    private let transition: WorkflowTransition?
    private let performer: Performer
    private let facts: GuardFacts
    private let now = Clock.now

    init(
        _ words: StepDoCommand, _ desk: CycleDesk, _ history: MatterHistory,
        _ transition: WorkflowTransition?, _ performer: Performer, _ facts: GuardFacts
    ) {
        self.words = words
        self.desk = desk
        self.history = history
        self.transition = transition
        self.performer = performer
        self.facts = facts
    }

    private var matter: Matter { history.matter }

    func take() throws -> StepReceipt {
        if let receipt = try common() { return receipt }
        switch (matter.kind, transition?.event) {
        case (.rectification, "accept"):
            return try desk.accept(
                issue: matter, measure: words.measure ?? "", owner: words.owner ?? "",
                dueDay: RoleName.day(words.due), by: performer, at: now)
        case (.rectification, "submit"):
            return try desk.submit(
                issue: matter, result: words.reason ?? "", evidence: evidence(), by: performer,
                at: now)
        case (.rectification, "closeOut"):
            return try desk.close(
                issue: matter, .acceptedEvidence(reason: words.reason ?? ""), by: performer, at: now
            )
        case (.rectification, "extend"):
            return try desk.extend(
                issue: matter, through: RoleName.day(words.due) ?? Day(shanghaiMilliseconds: now),
                reason: words.reason ?? "", by: performer, at: now)
        case (.warning, "assign"):
            guard let due = try RoleName.day(words.due)
            else { throw InputProblem("指定责任人要写明处置期限。请加上 --due 日期。") }
            return try desk.assign(
                matter, to: words.owner ?? "", dueDay: due, by: performer, at: now)
        case (.warning, "dispose"):
            return try desk.dispose(
                matter, way(), words.reason ?? "", evidence: evidence(), by: performer, at: now)
        case (.warning, "close"):
            return try desk.close(
                warning: matter, by: performer, at: now, reason: words.reason)
        default:
            return try desk.perform(
                transition?.event ?? words.action, on: matter, by: performer, at: now, papers())
        }
    }

    /// 签收, 撤回 and 退回, which every matter knows.
    private func common() throws -> StepReceipt? {
        guard transition == nil else { return nil }
        let event = CommonEvent.allCases.first {
            $0.rawValue == words.action || $0.action == words.action
        }
        switch event {
        case .receive: return try desk.receive(matter, by: performer, at: now)
        case .takeBack:
            return try desk.takeBack(matter, by: performer, at: now, reason: words.reason)
        case .sendBack:
            let machine = desk.workflow.machine(matter.kind)
            let state = machine.states.first { $0.id == words.to || $0.name == words.to }
            return try desk.sendBack(
                matter, to: state?.id ?? words.to ?? "", reason: words.reason ?? "",
                by: performer, at: now, dueDay: RoleName.day(words.due))
        case nil: return nil
        }
    }

    private func papers() throws -> StepPapers {
        var papers = StepPapers(
            reason: try reason(), evidence: try evidence(), dueDay: try RoleName.day(words.due))
        guard let transition else { return papers }
        papers.facts = try facts.facts(
            of: transition, after: history, on: Day(shanghaiMilliseconds: now),
            answers: RuleAnswers.read(words.answer), attested: Set(words.attest))
        papers.rules = papers.facts.findings == nil ? nil : "内置规则"
        return papers
    }

    /// The reason with what was attested and answered, so that the record keeps it.
    private func reason() throws -> String? {
        for id in words.attest where !GuardFacts.attestable.contains(id) {
            throw InputProblem(
                "条件“\(id)”由账套核对，不能由人确认。可以确认的：\(GuardFacts.attestable.sorted().joined(separator: "、"))。"
            )
        }
        let attested = words.attest.compactMap { desk.workflow.guard($0) }
            .map { "确认：\($0.remedy)" }
        let parts = [words.reason].compactMap(\.self) + attested + words.answer
        return parts.isEmpty ? nil : parts.joined(separator: "；")
    }

    private func evidence() throws -> [ContentDigest] {
        let known = try desk.evidence(of: matter)
        return try words.evidence.map { text in
            let found = known.filter { $0.digest.hexadecimal.hasPrefix(text.lowercased()) }
            guard found.count == 1, let item = found.first
            else { throw CycleError.evidenceUnknown(digest: text) }
            return item.digest
        }
    }

    private func way() throws -> WarningRecord.DispositionKind {
        let ways = WarningRecord.DispositionKind.allCases.map(\.rawValue)
        guard let way = words.way.flatMap(WarningRecord.DispositionKind.init(rawValue:))
        else { throw InputProblem("处置预警要写明 --way：\(ways.joined(separator: "、"))。") }
        return way
    }
}

/// A step that was taken, and what comes next.
enum StepText {
    static func lines(_ receipt: StepReceipt, _ desk: CycleDesk) -> [String] {
        let machine = desk.workflow.machine(receipt.matter.kind)
        let step = receipt.step
        let from = step.from.map { "“\(machine.name(of: $0))”→" } ?? ""
        let who = step.role.map { "\(desk.workflow.name(of: $0)) \(step.actor)" } ?? "系统"
        let principal = step.onBehalfOf.map { "（代 \($0)）" } ?? ""
        let head =
            "\(who)\(principal)“\(step.action)”\(receipt.matter.id)：\(from)“\(machine.name(of: step.to))”，"
            + "第 \(step.version) 版，日志第 \(receipt.journalNumber) 号。"
        let notes = step.notes.map { "注：\($0.rawValue)。" }
        return [head] + notes + next(step, machine, desk)
    }

    /// Findings that still stand in the way (未通过的发现).
    static func open(_ facts: WorkflowFacts) -> [String] {
        let open = (facts.findings ?? []).filter { finding in
            finding.level == .blocking
                || (finding.level == .answered && !facts.answered.contains(finding.ruleId))
        }
        let shown = open.prefix(20).map { "  \($0.ruleId) \($0.level.rawValue)  \($0.message)" }
        return shown + ["共 \(open.count) 处要改正，或用 --answer 规则=理由 说明（不少于10字）。"]
    }

    private static func next(
        _ step: WorkflowStep, _ machine: WorkflowMachine, _ desk: CycleDesk
    ) -> [String] {
        let ways = machine.transitions(from: step.to).map { transition in
            let roles = transition.roles.map(desk.workflow.name(of:)).joined(separator: "、")
            return "\(transition.action)（\(roles.isEmpty ? "系统" : roles)）"
        }
        guard !ways.isEmpty else { return ["事项已办完。"] }
        let due = step.dueDay.map { "，期限\($0.chinese)" } ?? ""
        return ["下一步\(due)：\(ways.joined(separator: "；"))"]
    }
}
