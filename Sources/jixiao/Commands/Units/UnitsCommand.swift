import ArgumentParser
import Formulas
import Office
import Performance
import Quantities

struct UnitsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "units", abstract: "所属单位：隶属关系、部门汇总数、内部往来抵销。",
        discussion: """
            隶属关系由所属单位自己登记（部门负责人或财政局绩效科），别的单位不能替它登记。
            部门数＝本级和各所属单位账套之和－内部往来。哪个单位没有建台账，部门数就是缺数据，并写明是哪个单位；
            确实没有这类业务的，登记时用 --without 说明。
            """,
        subcommands: [
            UnitsListCommand.self, UnitsJoinCommand.self, UnitsLeaveCommand.self,
            UnitsSumCommand.self, UnitsTransfersCommand.self,
        ], defaultSubcommand: UnitsListCommand.self)
}

struct UnitsListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "列出本级和所属单位。")

    @OptionGroup var options: DeskOptions

    func run() throws {
        let desk = try DepartmentText.desk(options)
        var table = TextTable([
            ("单位代码", .left), ("名称", .left), ("隶属于", .left), ("自", .left), ("账套", .left),
            ("无业务台账", .left),
        ])
        for unit in desk.department?.units ?? [] {
            table.append([
                unit.code, unit.name, unit.affiliation?.superior ?? "（本级）",
                unit.affiliation?.validFrom.iso ?? "", unit.book == nil ? "没有" : "有",
                unit.affiliation?.without.joined(separator: "、") ?? "",
            ])
        }
        Output.lines(table.lines)
    }
}

struct UnitsJoinCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "join", abstract: "登记本单位（--unit）隶属于哪个主管单位。")

    @Argument(help: ArgumentHelp("主管单位的代码。", valueName: "代码"))
    var superior: String
    @Option(help: ArgumentHelp("从哪天起；不写就是年度第一天。", valueName: "日期"))
    var from: String?
    @Option(help: ArgumentHelp("本单位没有业务、不设的台账，用顿号隔开；汇总时按0计。", valueName: "台账"))
    var without: String?
    @Option(help: ArgumentHelp("依据的文件，或不设台账的原因。", valueName: "文字"))
    var reason: String
    @OptionGroup var registrar: RegistrarOptions

    func run() throws {
        let desk = try registrar.people.desk()
        let affiliation = try desk.affiliate(
            to: superior, from: RoleName.day(from),
            without: without?.split(separator: "、").map(String.init) ?? [], reason: reason,
            by: registrar.performer(at: desk), at: Clock.now)
        Output.line(
            "已登记：\(affiliation.unitCode) 自\(affiliation.validFrom.chinese)起隶属于 \(superior)。")
    }
}

struct UnitsLeaveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "leave", abstract: "登记本单位（--unit）划出主管单位。")

    @Argument(help: ArgumentHelp("主管单位的代码。", valueName: "代码"))
    var superior: String
    @Option(help: ArgumentHelp("从哪天起不再隶属。", valueName: "日期"))
    var from: String
    @Option(help: ArgumentHelp("依据的文件。", valueName: "文字"))
    var reason: String
    @OptionGroup var registrar: RegistrarOptions

    func run() throws {
        let desk = try registrar.people.desk()
        guard let day = try RoleName.day(from) else { throw OfficeError.invalidDay(from) }
        let affiliation = try desk.separate(
            from: superior, on: day, reason: reason,
            by: registrar.performer(at: desk), at: Clock.now)
        Output.line("已登记：\(affiliation.unitCode) 自\(day.chinese)起不再隶属于 \(superior)。")
    }
}

/// Who registers an affiliation, and in which book.
struct RegistrarOptions: ParsableArguments {
    @Option(help: ArgumentHelp("登记人的账号。", valueName: "账号"))
    var by: String
    @Option(name: .customLong("by-role"), help: ArgumentHelp("登记人的岗位。", valueName: "岗位"))
    var role = "部门负责人"
    @OptionGroup var people: PeopleOptions

    func performer(at desk: CycleDesk) throws -> Performer {
        try Performer(by, as: RoleName.read(role, at: desk))
    }
}
