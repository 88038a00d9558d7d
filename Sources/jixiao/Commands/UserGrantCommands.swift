import ArgumentParser
import Office
import Performance
import Quantities

struct UserInitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init", abstract: "设立第一位系统管理员。")

    @Argument(help: ArgumentHelp("账号。", valueName: "账号"))
    var account: String
    @OptionGroup var people: PeopleOptions

    func run() throws {
        try people.desk().appointAdministrator(account, at: Clock.now)
        Output.line("\(account) 已是系统管理员。请再设一位，以便互相确认。")
    }
}

struct UserGrantCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "grant", abstract: "授予岗位。")

    @Argument(help: ArgumentHelp("账号。", valueName: "账号"))
    var account: String
    @Argument(help: ArgumentHelp("岗位，如 部门财务。", valueName: "岗位"))
    var role: String
    @Option(help: ArgumentHelp("系统管理员的账号。", valueName: "账号"))
    var by: String
    @Option(help: ArgumentHelp("有效期的最后一天；第三方机构必填。", valueName: "日期"))
    var until: String?
    @Option(help: ArgumentHelp("事由。", valueName: "文字"))
    var reason: String?
    @OptionGroup var people: PeopleOptions

    func run() throws {
        let desk = try people.desk()
        let grant = try desk.grant(
            RoleName.read(role, at: desk), to: account, through: RoleName.day(until),
            reason: reason, by: by, at: Clock.now)
        let name = desk.workflow.name(of: grant.role)
        Output.line(
            grant.status == .awaiting
                ? "\(account) 的“\(name)”等待第二人确认：jixiao user confirm \(account) \(name) --by …"
                : "\(account) 已有“\(name)”岗位。")
    }
}

struct UserConfirmCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "confirm", abstract: "由第二个人确认授权。")

    @Argument(help: ArgumentHelp("账号。", valueName: "账号"))
    var account: String
    @Argument(help: ArgumentHelp("岗位，如 部门负责人。", valueName: "岗位"))
    var role: String
    @Option(help: ArgumentHelp("确认人的账号。", valueName: "账号"))
    var by: String
    @Option(name: .customLong("role"), help: ArgumentHelp("确认人的岗位。", valueName: "岗位"))
    var confirmer = "系统管理员"
    @OptionGroup var people: PeopleOptions

    func run() throws {
        let desk = try people.desk()
        let performer = Performer(by, as: try RoleName.read(confirmer, at: desk))
        let grant = try desk.confirmGrant(
            RoleName.read(role, at: desk), of: account, by: performer, at: Clock.now)
        Output.line("\(account) 已有“\(desk.workflow.name(of: grant.role))”岗位。")
    }
}

struct UserRevokeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "revoke", abstract: "撤销岗位。")

    @Argument(help: ArgumentHelp("账号。", valueName: "账号"))
    var account: String
    @Argument(help: ArgumentHelp("岗位。", valueName: "岗位"))
    var role: String
    @Option(help: ArgumentHelp("系统管理员的账号。", valueName: "账号"))
    var by: String
    @Option(help: ArgumentHelp("事由。", valueName: "文字"))
    var reason: String
    @OptionGroup var people: PeopleOptions

    func run() throws {
        let desk = try people.desk()
        try desk.revoke(
            RoleName.read(role, at: desk), from: account, reason: reason, by: by, at: Clock.now)
        Output.line("已撤销 \(account) 的“\(role)”岗位。")
    }
}

struct UserRecuseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "recuse", abstract: "登记回避：曾为本部门提供咨询的第三方不得复核本部门。")

    @Argument(help: ArgumentHelp("账号。", valueName: "账号"))
    var account: String
    @Option(help: ArgumentHelp("系统管理员的账号。", valueName: "账号"))
    var by: String
    @Option(help: ArgumentHelp("提供过什么咨询。", valueName: "文字"))
    var reason: String
    @OptionGroup var people: PeopleOptions

    func run() throws {
        try people.desk().recuse(account, reason: reason, by: by, at: Clock.now)
        Output.line("已登记：\(account) 回避本部门的复核。")
    }
}
