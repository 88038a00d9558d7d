import ArgumentParser
import Office
import Performance
import Reports

struct ReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report", abstract: "报告：写出自评报告（.docx）、表样 F05、F06（.xlsx）和溯源（.json）。",
        discussion: "同样的数据写出同样的字节。每个数字都在附录和 JSON 中写明来源。")

    @Option(help: ArgumentHelp("输出文件夹。", valueName: "文件夹"))
    var output = "."

    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp("评价方案编号，可以有几个；第一个用于报告正文。", valueName: "方案"))
    var scheme = ReportFactsReader.usualSchemes

    @OptionGroup var options: DeskOptions
    @OptionGroup var actor: ActorOption
    @OptionGroup var format: FormatOption

    func run() throws {
        let workplace = try options.book.workplace()
        let desk = try options.desk(workplace)
        let release = try ReportRelease.release(
            workplace, desk, schemes: scheme, to: output, actor: actor.actor, at: Clock.now)
        if format.format == .json {
            Output.line(
                CanonicalJSON.array(
                    release.files.map { ["path": .string($0.path), "sha256": .string($0.digest)] }
                ).text)
            return
        }
        Output.lines(ReleaseText.lines(release))
    }
}

enum ReleaseText {
    static func lines(_ release: ReportRelease) -> [String] {
        ["写出 \(release.files.count) 个文件，报告中 \(release.report.figures.count) 个数字都可溯源："]
            + release.files.map { "  \($0.path)  \($0.digest.prefix(16))" }
    }
}
