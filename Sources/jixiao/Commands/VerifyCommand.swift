import ArgumentParser
import Office
import Performance
import Reports

struct VerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "核验：重算日志链和每条分录；重新生成报告或通报，逐字逐数核对。",
        discussion: "不写文件时只核验数据库。有任何不一致时退出码为 1。")

    @Argument(
        help: ArgumentHelp("jixiao report、bulletin 写出的 .docx 报告或通报。", valueName: "报告"),
        completion: .file(extensions: ["docx"]))
    var files: [String] = []

    @OptionGroup var book: BookOptions
    @OptionGroup var output: FormatOption

    func run() throws {
        let workplace = try book.workplace()
        let progress = Progress()
        func show(_ table: String, _ rows: Int64) { progress.show("核验 \(table)：\(rows) 行") }
        var results: [VerifiedThing] = []
        if files.isEmpty {
            let findings = try StoreVerification.verify(workplace, unit: book.unit, progress: show)
            results.append(VerifiedThing(store: findings, location: workplace.location))
        }
        for file in files {
            results.append(
                VerifiedThing(
                    report: try ReportVerification.verify(file, in: workplace, progress: show)))
        }
        progress.clear()
        if output.format == .json {
            Output.line(CanonicalJSON.array(results.map(\.json)).text)
        } else {
            for result in results { Output.lines(result.lines) }
        }
        if results.contains(where: { !$0.isClean }) { throw ExitCode(1) }
    }
}

/// One result of a verification, in words and for programs.
private struct VerifiedThing {
    let name: String
    let isClean: Bool
    let summary: String
    let errors: [String]
    let notices: [String]

    init(store: StoreVerification, location: String) {
        name = location
        isClean = store.errors.isEmpty
        summary = isClean ? "日志链和全部分录核对无误" : "发现 \(store.errors.count) 处问题"
        errors = store.errors
        notices = store.notices
    }

    init(report: ReportVerification) {
        let comparison = report.comparison
        name = report.path
        isClean = report.isClean
        summary =
            "数字 \(comparison.agreeingFigures)/\(comparison.figureCount)，"
            + "段落 \(comparison.agreeingParagraphs)/\(comparison.paragraphCount)，"
            + (report.isClean ? "全部一致" : "有不一致")
        errors =
            (report.snapshotProblem.map { [$0] } ?? []) + report.storage.errors
            + comparison.differences.map(\.message)
        notices = report.storage.notices
    }

    var lines: [String] {
        let rest = errors.count - 20
        return ["\(isClean ? "✓" : "✗") \(name)：\(summary)"]
            + errors.prefix(20).map { "  问题 \($0)" }
            + (rest > 0 ? ["  另有 \(rest) 处，用 --format json 查看。"] : [])
            + notices.map { "  说明 \($0)" }
    }

    var json: CanonicalJSON {
        [
            "name": .string(name), "clean": .bool(isClean), "summary": .string(summary),
            "errors": .array(errors.map { .string($0) }),
            "notices": .array(notices.map { .string($0) }),
        ]
    }
}
