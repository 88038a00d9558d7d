import Formulas
import Office
import Packs
import Performance
import Quantities
import Reports
import ZengchengExample

/// One year of the example's department, step by step, each of them authorised and journaled
/// (全年示例): goals, ledgers, monitoring, self-evaluation, review, rectification, bulletin.
struct YearDemo {
    let workplace: Workplace
    let cycle: CycleDesk
    let story: YearStory
    let rules: RuleBook
    let lint: FormLint
    let forms: FormPack
    /// Where files are written.
    let folder: String

    /// Everybody has an account and a seat; nobody is a real person.
    enum Seat: String, CaseIterable {
        case business = "维权工作部"
        case finance = "办公室财务"
        case head = "区总工会主席"
        case fundsReview = "经审会"
        case liaison = "财政局业务科"
        case section = "财政局绩效科"
        case reviewer = "绩效科复核人"

        var role: Role {
            switch self {
            case .business: .businessOffice
            case .finance: .financeOffice
            case .head: .departmentHead
            case .fundsReview: .fundsReview
            case .liaison: .budgetLiaison
            case .section, .reviewer: .performanceSection
            }
        }

        var performer: Performer { Performer(rawValue, as: role) }
    }

    init(_ workplace: Workplace, folder: String) throws {
        self.workplace = workplace
        self.folder = folder
        guard let year = FiscalYear(ZengchengExample.year)
        else { throw OfficeError.invalidYear("\(ZengchengExample.year)") }
        let book = BookID(unitCode: ZengchengExample.unitCode, year: year)
        cycle = CycleDesk(workplace, book)
        story = YearStory(from: Self.day(2020, 11, 2))
        rules = try RulePack.book()
        lint = FormLint(rules)
        forms = try FormPack.builtIn()
    }

    /// Runs the script and prints the story, as far as it came.
    func tell() throws {
        defer { Output.lines(story.lines) }
        try run()
    }

    private func run() throws {
        try openOffice()
        try declareGoals()
        try keepLedgers(1...7)
        try monitor()
        try keepLedgers(8...9)
        try closeMonitoring()
        try keepLedgers(10...12)
        try evaluate()
        try rectify()
        try publishBulletin()
        try proveJournal()
    }

    // MARK: - The office

    private func openOffice() throws {
        story.chapter("一、准备：账套、岗位和制度")
        _ = try workplace.openBook(
            cycle.book, unitName: ZengchengExample.unitName, actor: Self.administrators[0],
            at: story.next())
        try cycle.appointAdministrator(Self.administrators[0], at: story.next())
        try cycle.grant(
            .systemAdmin, to: Self.administrators[1], by: Self.administrators[0], at: story.next())
        for seat in Seat.allCases {
            let grant = try cycle.grant(
                seat.role, to: seat.rawValue, by: Self.administrators[0], at: story.next())
            guard grant.status == .awaiting else { continue }
            try cycle.confirmGrant(
                seat.role, of: seat.rawValue,
                by: Performer(Self.administrators[1], as: .systemAdmin), at: story.next())
        }
        let roles = Seat.allCases.map { "\($0.rawValue)（\(cycle.workflow.name(of: $0.role))）" }
        story.tell("系统管理员", "建立账套，授权岗位；审核、复核、审计岗位由第二人确认")
        story.show([roles.joined(separator: "、")])
        try cycle.record(
            TrainingNote(
                day: Self.day(2020, 11, 2), topic: "绩效目标怎样编得可以考核", audience: "各科室填报人",
                attendance: 12, lecturer: "区财政局绩效科"),
            by: Seat.finance.performer, at: story.next())
        story.tell(Seat.finance.rawValue, "登记培训：绩效目标怎样编得可以考核，12 人参加")
    }

    private static let administrators = ["系统管理员", "系统管理员二"]

    /// The book at a day; nil takes the year's end.
    func desk(through day: Day? = nil) throws -> BookDesk {
        let book = try workplace.book(unit: cycle.book.unitCode, year: cycle.book.year.number)
        return try BookDesk.open(workplace, book, through: day)
    }

    // MARK: - Steps

    /// Takes a step and tells it.
    @discardableResult
    func step(
        _ event: String, _ matter: Matter, _ seat: Seat, _ papers: StepPapers = StepPapers(),
        _ remark: String = ""
    ) throws -> StepReceipt {
        let receipt = try cycle.perform(
            event, on: matter, by: seat.performer, at: story.next(), papers)
        let state = cycle.workflow.machine(matter.kind).name(of: receipt.step.to)
        let due = receipt.step.dueDay.map { "，限\($0.chinese)" } ?? ""
        story.tell(
            seat.rawValue,
            "\(receipt.step.action)\(remark.isEmpty ? "" : "：\(remark)") → \(state)\(due)"
                + "（日志第 \(receipt.journalNumber) 号）")
        return receipt
    }

    /// Tries a step that must be refused, and tells why.
    func refused(
        _ event: String, _ matter: Matter, _ seat: Seat, _ papers: StepPapers = StepPapers()
    ) throws {
        do {
            _ = try cycle.perform(event, on: matter, by: seat.performer, at: story.next(), papers)
        } catch let refusal as WorkflowRefusal {
            return story.tell(seat.rawValue, "✗ \(refusal.message)")
        }
        throw YearDemoError.notRefused(event)
    }

    static func day(_ year: Int, _ month: Int, _ day: Int) -> Day {
        guard let day = Day(year: year, month: month, day: day)
        else { preconditionFailure("the script's days are days") }
        return day
    }
}

/// Why the script does not run.
enum YearDemoError: MessageError {
    case notRefused(String)
    /// The folder holds a year already.
    case databaseExists(String)

    var message: String {
        switch self {
        case .databaseExists(let path): "\(path) 已经存在。全年示例要从空的数据库开始，请把它移走，或换一个文件夹再运行。"
        case .notRefused(let event): "示例中的“\(event)”本应被拒绝，却被接受了。请报告这个程序错误。"
        }
    }
}
