import ArgumentParser
import Office
import Performance
import Quantities

struct UserDelegateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "delegate", abstract: "登记委托：缺席者的步骤由谁代办到哪一天。")

    @Argument(help: ArgumentHelp("委托哪个岗位的事项。", valueName: "岗位"))
    var role: String
    @Option(help: ArgumentHelp("委托人（缺席者）的账号。", valueName: "账号"))
    var from: String
    @Option(help: ArgumentHelp("受托人的账号。", valueName: "账号"))
    var to: String
    @Option(help: ArgumentHelp("第一天；不写就是今天。", valueName: "日期"))
    var since: String?
    @Option(help: ArgumentHelp("最后一天。", valueName: "日期"))
    var until: String
    @Option(help: ArgumentHelp("事由，如 休假。", valueName: "文字"))
    var reason: String
    @Option(help: ArgumentHelp("代为登记的负责人；本人登记的不写。", valueName: "账号"))
    var by: String?
    @Option(name: .customLong("by-role"), help: ArgumentHelp("代为登记者的岗位。", valueName: "岗位"))
    var arranger: String?
    @OptionGroup var people: PeopleOptions

    func run() throws {
        let desk = try people.desk()
        let delegated = try RoleName.read(role, at: desk)
        let performer = Performer(
            by ?? from, as: try arranger.map { try RoleName.read($0, at: desk) } ?? delegated)
        let today = try Day(shanghaiMilliseconds: Clock.now)
        let delegation = try desk.delegate(
            delegated, of: from, to: to, from: RoleName.day(since) ?? today,
            through: RoleName.day(until) ?? today, reason: reason, by: performer, at: Clock.now)
        Output.line(
            "\(to) 自\(delegation.firstDay.chinese)至\(delegation.lastDay.chinese)代 \(from) 办理“\(role)”的事项。"
        )
    }
}
