import ArgumentParser
import Foundation
import Office

/// The command-line tool: reads the words, calls one use case, prints.
///
/// Exits 0 when all is well, 1 when something was found, 2 when the words or the input are wrong.
@main
enum Main {
    static func main() {
        Output.ignoreClosedPipes()
        do {
            var command = try JixiaoCommand.parseAsRoot()
            try command.run()
            end(0)
        } catch let error as ExitCode {
            end(error.rawValue)
        } catch let error as any MessageError {
            Output.error(error.message)
            exit(2)
        } catch {
            let message = ChineseHelp.translated(JixiaoCommand.fullMessage(for: error))
            if JixiaoCommand.exitCode(for: error) == .success {
                Output.line(message)
                end(0)
            }
            Output.error(message)
            exit(2)
        }
    }

    /// Ends with this exit code, or with 2 where a result did not get to its file.
    private static func end(_ code: Int32) -> Never {
        guard let message = Output.failureMessage else { exit(code) }
        Output.error(message)
        exit(2)
    }
}

struct JixiaoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "jixiao",
        abstract: "绩效：部门预算绩效的一年——台账、口径、评分、自评报告，每个数字都能溯源。",
        discussion: """
            数据放在一个文件里（默认 jixiao.sqlite），也可以用 PostgreSQL（postgresql://…）。
            退出码：0 正常；1 有发现（缺数据、被改动等）；2 用法或输入有误。
            """,
        version: "0.1.0",
        subcommands: [
            DemoCommand.self, ImportCommand.self, MeasureCommand.self, EvaluateCommand.self,
            ReportCommand.self, BulletinCommand.self, AuditCommand.self, FiguresCommand.self,
            TraceCommand.self, VerifyCommand.self, FormCommand.self, MonitorCommand.self,
            AlertsCommand.self,
            LibraryCommand.self, RulesCommand.self, LintCommand.self, UserCommand.self,
            StepCommand.self, CheckCommand.self, UnitsCommand.self,
            GoalsCommand.self,
        ])
}
