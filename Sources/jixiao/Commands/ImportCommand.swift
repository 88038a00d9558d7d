import ArgumentParser
import Formulas
import Foundation
import Office
import Performance
import Quantities

struct ImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "导入：把 csv、xlsx 台账读进数据库；先预览，要么全部导入，要么一行不动。",
        discussion: """
            同一文件导入两次不会重复；1—8月的导出在1—7月之后导入，只增加8月。
            第一次导入某单位某年度时，用 --unit、--year、--unit-name 建立账套。
            有不能导入的行时退出码为 2，数据库不变（除非 --good-rows-only）。例：
              jixiao import 支付明细.xlsx --unit 440118-ZGH --year 2021 --unit-name 区总工会
              jixiao import 支付明细.csv --ledger 支付 --column C=摘要 --column D=不导入
            """)

    @Argument(
        help: ArgumentHelp("台账文件，可以有几个。", valueName: "文件"),
        completion: .file(extensions: ["csv", "xlsx", "txt"]))
    var files: [String]

    @Option(help: ArgumentHelp("台账名称，如 支付；不写就按表头判断。", valueName: "台账"))
    var ledger: String?

    @Option(help: ArgumentHelp("工作表名称。", valueName: "工作表"))
    var sheet: String?

    @Option(
        help: ArgumentHelp("表头不认识的列是什么，如 C=摘要；只问一次，以后记得。", valueName: "列=字段"))
    var column: [String] = []

    @Option(help: ArgumentHelp("单位名称，建立账套时用。", valueName: "名称"))
    var unitName: String?

    @Flag(help: "只预览，不导入。")
    var preview = false

    @Flag(help: "有不能导入的行时，只导入其余的行。")
    var goodRowsOnly = false

    @OptionGroup var book: BookOptions
    @OptionGroup var actor: ActorOption
    @OptionGroup var output: FormatOption

    func run() throws {
        let workplace = try book.workplace()
        let memory = workplace.isFile ? book.database + ".layouts.json" : "jixiao.layouts.json"
        let desk = ImportDesk(workplace, memoryPath: memory)
        let id = try desk.book(
            unit: book.unit, year: book.year, unitName: unitName, actor: actor.actor, at: Clock.now)
        let answers = try column.map(answer)
        var reports: [ImportReport] = []
        let progress = Progress()
        for file in files {
            var order = ImportOrder(
                file: ImportFile(path: file), book: id, ledger: ledger, sheet: sheet,
                answers: answers, actor: actor.actor, at: Clock.now)
            order.takesGoodRowsOnly = goodRowsOnly
            let report = try desk.run(order, commits: !preview) {
                progress.show("\(file)：已读 \($0) 行")
            }
            progress.clear()
            reports.append(report)
            if output.format == .text { Output.lines(ImportText.lines(report, isPreview: preview)) }
        }
        if output.format == .json {
            Output.line(CanonicalJSON.array(reports.map(ImportText.json)).text)
        }
        if reports.contains(where: { !$0.isClean }) { throw ExitCode(2) }
    }

    /// `C=摘要`, `D=不导入`
    private func answer(_ text: String) throws -> LayoutAnswer {
        let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
        let letters = (parts.first ?? "").uppercased()
        let column = letters.unicodeScalars.reduce(0) {
            ("A"..."Z").contains($1) ? $0 * 26 + Int($1.value) - 64 : -1_000_000
        }
        guard parts.count == 2, (1...16_384).contains(column) else {
            throw ValidationError("--column 要写成 列=字段，如 C=摘要；不导入的列写 C=不导入。写的是“\(text)”。")
        }
        return LayoutAnswer(column: column, name: parts[1] == "不导入" ? nil : parts[1])
    }
}

/// The result of an import in words.
enum ImportText {
    static func lines(_ report: ImportReport, isPreview: Bool) -> [String] {
        var lines = ["\(report.file)：\(verdict(report, isPreview))"]
        if let ledger = report.ledger {
            let sums = report.sums.map { "\($0.column)合计 \($0.total.text) 元" }
            lines.append(
                "  台账 \(ledger)：新增 \(report.added) 行，已有 \(report.known) 行，"
                    + "内容不同 \(report.changed) 行，不能导入 \(report.refused) 行"
                    + (sums.isEmpty ? "" : "；" + sums.joined(separator: "，")))
        }
        lines += report.notices.map { "  说明 \($0.message)" }
        lines += report.questions.map { "  请问 \($0.message)（用 --column \($0.letters)=字段 回答）" }
        let shown = report.refusals.prefix(20)
        lines += shown.map { "  不能导入 \($0.message)" }
        let rest = report.refusalCount - Int64(shown.count)
        if rest > 0 { lines.append("  另有 \(rest) 处，用 --format json 查看。") }
        return lines
    }

    private static func verdict(_ report: ImportReport, _ isPreview: Bool) -> String {
        if report.isAccepted {
            if report.added == 0 { return "没有新内容，数据库不变" }
            return report.isClean ? "已导入" : "只导入了没有问题的行"
        }
        if isPreview { return report.isClean ? "预览：可以导入" : "预览：有不能导入的行" }
        return "没有导入，数据库不变"
    }

    static func json(_ report: ImportReport) -> CanonicalJSON {
        [
            "file": .string(report.file), "sha256": .string(report.fileDigest),
            "ledger": report.ledger.map { .string($0) } ?? .null,
            "accepted": .bool(report.isAccepted), "added": .integer(report.added),
            "known": .integer(report.known), "changed": .integer(report.changed),
            "refused": .integer(report.refused), "leftOut": .integer(report.leftOut),
            "refusalCount": .integer(report.refusalCount),
            "refusals": .array(report.refusals.map { .string($0.message) }),
            "notices": .array(report.notices.map { .string($0.message) }),
            "questions": .array(report.questions.map { .string($0.message) }),
            "sums": .array(
                report.sums.map { ["column": .string($0.column), "yuan": .string($0.total.text)] }),
        ]
    }
}
