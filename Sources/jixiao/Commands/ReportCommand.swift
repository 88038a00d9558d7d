import ArgumentParser
import Office
import Performance
import Reports

struct ReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report", abstract: "报告：写出自评报告（.docx）、表样 F05、F06（.xlsx）和溯源（.json）。",
        discussion: """
            同样的数据写出同样的字节。每个数字都在附录和 JSON 中写明来源。
            写出之前先审核自己的数字；有错误时一个文件也不写，退出码为 1。
            """)

    @Option(help: ArgumentHelp("输出文件夹。", valueName: "文件夹"))
    var output = "."

    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp("评价方案编号，可以有几个；第一个用于报告正文。", valueName: "方案"))
    var scheme = ReportFactsReader.usualSchemes

    @Option(help: ArgumentHelp("审核有错误仍要出具时，写明理由；理由和所违反的规则记入日志。", valueName: "理由"))
    var overrideAudit: String?

    @OptionGroup var options: DeskOptions
    @OptionGroup var actor: ActorOption
    @OptionGroup var format: FormatOption

    func validate() throws {
        guard let overrideAudit, overrideAudit.allSatisfy(\.isWhitespace) else { return }
        throw ValidationError("--override-audit 后面要写明理由。")
    }

    func run() throws {
        do {
            try release()
        } catch let refusal as UnsoundRelease {
            try RefusalText.show(refusal, format: format.format)
        }
    }

    private func release() throws {
        let workplace = try options.book.workplace()
        let desk = try options.desk(workplace)
        let release = try ReportRelease.release(
            workplace, desk, schemes: scheme, to: output, actor: actor.actor, at: Clock.now,
            overridingAudit: overrideAudit)
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
            + release.files.map { "  \($0.path)  \($0.digest.prefix(16))" } + [
                audit(release.audits)
            ]
    }

    /// `数字审核：8 个文件未发现数字矛盾。`
    static func audit(_ audits: [AuditReport]) -> String {
        let counts = AuditReport.countsText { severity in
            audits.reduce(0) { $0 + $1.count(severity) }
        }
        return "数字审核：\(audits.count) 个文件"
            + (counts.isEmpty ? "未发现数字矛盾。" : "有 \(counts)。")
    }
}

/// What is shown in place of a release that the audit stopped.
enum RefusalText {
    /// - Throws: always; something was found.
    static func show(_ refusal: UnsoundRelease, format: OutputFormat) throws {
        switch format {
        case .json:
            var json = JSONBytes()
            AuditJSON.write(refusal.audits, to: &json)
            Output.bytes(json.bytes)
        case .text:
            for audit in refusal.audits {
                Output.lines(
                    AuditListing(
                        audit, columns: Terminal.columns, isColored: Terminal.isColored
                    ).lines + [""])
            }
        }
        Output.error(refusal.message)
        throw ExitCode(1)
    }
}
