import ArgumentParser
import Formulas
import Foundation
import Office
import Performance
import Quantities
import Reports
import ZengchengExample

struct DemoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo", abstract: "示例：在当前文件夹走完一个部门的一年，从台账到自评报告。",
        discussion: """
            数据是广州市增城区总工会 2021 年自评报告中的数字；报告没有写明的为合成，各文件的“依据”栏写明。
            操作时间固定，所以两次运行写出同样的字节。
            """)

    @Flag(help: "把一年的办理过程从头走一遍：目标、台账、监控、预警、自评、复核、整改、通报。")
    var year = false

    @OptionGroup var output: FormatOption

    /// 2022-01-10 09:00 in Shanghai: the example's own clock, so that two runs agree.
    private static let start: Int64 = 1_641_776_400_000

    func run() throws {
        do {
            if year { return try runWholeYear() }
            try runYear()
        } catch let refusal as UnsoundRelease {
            try RefusalText.show(refusal, format: output.format)
        }
    }

    /// The year from its goals to its bulletin, in a database of its own.
    private func runWholeYear() throws {
        let path = "jixiao-year.sqlite"
        guard !FileManager.default.fileExists(atPath: path)
        else { throw YearDemoError.databaseExists(path) }
        try YearDemo(Workplace.open(path), folder: ".").tell()
    }

    private func runYear() throws {
        let workplace = try Workplace.open("jixiao.sqlite")
        let imported = try importFiles(workplace)
        let desk = try workplace.desk(
            unit: ZengchengExample.unitCode, year: ZengchengExample.year, through: nil)
        let release = try ReportRelease.release(
            workplace, desk, schemes: ReportFactsReader.usualSchemes, to: ".", actor: "示例",
            at: Self.start + 1_000_000)
        if output.format == .json {
            Output.line(DemoText.json(release).text)
        } else {
            Output.lines(
                ["\(release.facts.unitName) \(release.facts.year) 年度"] + imported
                    + DemoText.lines(release) + ReleaseText.lines(release)
                    + ["  jixiao.sqlite（数据库）  jixiao.sqlite.anchor（链头存证）"])
        }
    }

    private func importFiles(_ workplace: Workplace) throws -> [String] {
        let importer = ImportDesk(workplace, memoryPath: "jixiao.sqlite.layouts.json")
        let book = try importer.book(
            unit: ZengchengExample.unitCode, year: ZengchengExample.year,
            unitName: ZengchengExample.unitName, actor: "示例", at: Self.start)
        var table = TextTable([
            ("文件", .left), ("台账", .left), ("新增", .right), ("已有", .right), ("金额（元）", .right),
        ])
        let progress = Progress()
        for (index, file) in try ZengchengExample.files().enumerated() {
            let order = ImportOrder(
                file: ImportFile(path: file.path), book: book, ledger: file.ledger,
                sheet: file.sheet, actor: "示例", at: Self.start + Int64(index + 1) * 60_000)
            let report = try importer.run(order, commits: true) {
                progress.show("\(file.name)：已读 \($0) 行")
            }
            progress.clear()
            guard report.isClean else {
                Output.lines(ImportText.lines(report, isPreview: false))
                throw ExitCode(2)
            }
            let sum = report.sums.map(\.total.text).joined(separator: "，")
            table.append([
                file.name, file.ledger, String(report.added), String(report.known), sum,
            ])
        }
        return ["", "一、台账"] + table.lines
    }
}

/// The demo's summary.
enum DemoText {
    static func lines(_ release: ReportRelease) -> [String] {
        let facts = release.facts
        return ["", "二、收支"] + totals(facts) + ["", "三、项目（万元）"] + projects(facts)
            + ["", "四、评分"] + scores(facts) + ["", "五、与原文核对"] + stated(facts)
            + ["", "六、文件"]
    }

    private static func totals(_ facts: ReportFacts) -> [String] {
        var table = TextTable([
            ("", .left), ("预算（万元）", .right), ("决算（万元）", .right), ("减少（万元）", .right),
            ("完成率", .right),
        ])
        for name in ["收入", "支出"] {
            func amount(_ figure: String) -> String {
                FigureFormat.amount.text(facts.figure(figure).value)
            }
            table.append([
                name, amount("\(name)预算"), amount("\(name)决算"), amount("\(name)减少额"),
                FigureFormat.percent.text(facts.figure("\(name)完成率").value),
            ])
        }
        return table.lines
    }

    private static func projects(_ facts: ReportFacts) -> [String] {
        var table = TextTable([
            ("项目", .left), ("预算", .right), ("决算", .right), ("执行率", .right), ("依据", .left),
            ("自评", .left),
        ])
        for project in facts.projects {
            let amount = FigureFormat.tenThousandYuan(decimals: 4)
            table.append([
                project.name, FigureFormat.amount.text(project.budget.value),
                amount.text(project.execution.value),
                FigureFormat.percent.text(project.executionRate.value),
                project.execution.basis.rawValue, project.score.sentence,
            ])
        }
        return table.lines
            + ["  “假定”：原文没有写明实际支出，按预算足额支出假定；公用经费决算同此。"]
    }

    private static func scores(_ facts: ReportFacts) -> [String] {
        var lines: [String] = []
        for evaluation in facts.evaluations {
            lines.append("\(evaluation.scheme.name)（\(evaluation.scheme.source.evidence.title)）")
            lines += EvaluationText.dimensionLines(evaluation)
            lines.append("\(evaluation.totalSentence)。")
            if let assumption = facts.assumptionNote(evaluation) { lines.append(assumption) }
            lines += EvaluationText.missingLines(evaluation)
        }
        return lines
    }

    private static func stated(_ facts: ReportFacts) -> [String] {
        let all = facts.figures.values.filter { $0.stated != nil }.sorted { $0.name < $1.name }
        let wrong = all.filter { $0.stated?.agrees == false }
        return ["原文写明的 \(all.count) 个数，\(all.count - wrong.count) 个与台账算出的相符。"]
            + wrong.map {
                "  不符：\($0.name)，原文写作 \($0.stated?.text ?? "")，应为 "
                    + FigureFormat.percent.text($0.value) + "（\($0.arithmetic)）"
            }
    }

    static func json(_ release: ReportRelease) -> CanonicalJSON {
        let facts = release.facts
        return [
            "unitName": .string(facts.unitName), "fiscalYear": .integer(Int64(facts.year)),
            "figures": .object(facts.figures.mapValues(TraceDocument.json)),
            "evaluations": .array(facts.evaluations.map(EvaluationJSON.json)),
            "files": .array(
                release.files.map { ["path": .string($0.path), "sha256": .string($0.digest)] }),
        ]
    }
}
