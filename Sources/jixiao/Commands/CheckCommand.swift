import ArgumentParser
import Office
import Packs
import Performance

struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "勾稽核对：按规则核对账套的收支、人员、三公和采购数字。",
        discussion: "台账没有的数不核对。退出码：0 没有发现；1 有必须改正或须说明的发现。")

    @OptionGroup var options: DepartmentDeskOptions
    @OptionGroup var output: FormatOption

    func run() throws {
        let desk = try options.desk()
        let findings = try BookChecks(desk, RulePack.book()).findings()
        if output.format == .json {
            Output.line(CanonicalJSON.array(findings.map(Self.json)).text)
        } else {
            Output.lines(findings.map { "\($0.ruleId) \($0.level.rawValue)  \($0.message)" })
            Output.line("共 \(findings.count) 条发现。")
            try options.scope(of: desk).map { Output.line($0) }
        }
        if findings.contains(where: { $0.level != .shown }) { throw ExitCode(1) }
    }

    private static func json(_ finding: RuleFinding) -> CanonicalJSON {
        [
            "level": .string(finding.level.rawValue), "message": .string(finding.message),
            "rule": .string(finding.ruleId.rawValue),
        ]
    }
}
