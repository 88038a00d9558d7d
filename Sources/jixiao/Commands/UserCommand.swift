import ArgumentParser

struct UserCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "user", abstract: "岗位：授权、确认、撤销、回避、委托，以及谁有什么岗位。",
        discussion: """
            第一次先设系统管理员，再由其授权；审核、复核、审计等岗位要第二个人确认。例：
              jixiao user init guanli
              jixiao user grant caiwu 部门财务 --by guanli
              jixiao user confirm fuzeren 部门负责人 --by guanli2 --role 系统管理员
              jixiao user delegate 部门负责人 --from fuzeren --to fushou --until 2022-04-08 --reason 休假
            """,
        subcommands: [
            UserListCommand.self, UserInitCommand.self, UserGrantCommand.self,
            UserConfirmCommand.self, UserRevokeCommand.self, UserRecuseCommand.self,
            UserDelegateCommand.self,
        ], defaultSubcommand: UserListCommand.self)
}
