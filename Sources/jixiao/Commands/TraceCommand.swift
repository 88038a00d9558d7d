import ArgumentParser
import Formulas
import Office
import Packs
import Performance
import Quantities
import Reports

struct TraceCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "trace", abstract: "溯源：数字 → 公式 → 分录 → 来源文件和行。",
        discussion: """
            可以写口径名称，也可以写报告中的数字编号（如 R0012）。例：
              jixiao trace 支出完成率
              jixiao trace 单项支出决算 --project 劳模活动管理费 --rows
            """)

    @Argument(help: ArgumentHelp("口径名称，或报告中的数字编号。", valueName: "口径或编号"))
    var name: String

    @Option(help: ArgumentHelp("项目名称：把按项目的口径用于这个项目。", valueName: "项目"))
    var project: String?

    @Flag(help: "逐行列出分录。")
    var rows = false

    @Option(help: ArgumentHelp("从第几行之后列起。", valueName: "行数"))
    var skip = 0

    @Option(help: ArgumentHelp("最多列几行。", valueName: "行数"))
    var limit = 50

    @OptionGroup var options: DepartmentDeskOptions
    @OptionGroup var output: FormatOption

    func run() throws {
        let desk = try options.desk()
        let measures = MeasureDesk(desk)
        let (trace, formula) = try find(desk, measures)
        if output.format == .json {
            Output.line(TraceDocument.json(trace).text)
            return
        }
        let value = ValueText.text(trace, in: measures.unit(of: trace.name))
        Output.line("\(trace.name)：\(value)")
        Output.line("公式 \(trace.formula)")
        if !trace.arithmetic.isEmpty { Output.line("算式 \(trace.arithmetic)") }
        Output.line("依据 \(trace.basis.rawValue)")
        for entry in trace.entries { printEntry(entry) }
        if rows, let formula { try printRows(of: formula, desk) }
    }

    private func find(
        _ desk: BookDesk, _ measures: MeasureDesk
    ) throws -> (FigureTrace, CheckedFormula?) {
        var measure = name
        if let project {
            guard desk.projectNames.contains(project)
            else { throw OfficeError.unknownProject(project, known: desk.projectNames) }
            let template =
                desk.workplace.packs.measures.template(named: name) == nil
                ? name.replacing("项目支出", with: "单项支出") : name
            measure = MeasureTemplate.name(template, of: [project])
        }
        guard name.hasPrefix("R"), name.dropFirst().allSatisfy(\.isNumber) else {
            let formula = try measures.formula(named: measure)
            return (try measures.figures([measure])[0], formula)
        }
        let report = SelfEvaluationReport.compose(try ReportFactsReader(desk).facts())
        guard let figure = report.figures.first(where: { $0.id == name })
        else { throw OfficeError.unknownFigure(name) }
        Output.line("报告中的数字 \(figure.id)：\(figure.text)")
        return (figure.trace, try? measures.formula(named: figure.trace.name))
    }

    private func printEntry(_ entry: EntryTrace) {
        Output.line("分录 \(entry.aggregate)")
        Output.line(
            "     \(entry.book.unitCode) \(entry.book.year.number)年 \(entry.periodStart.iso)至\(entry.periodEnd.iso)，"
                + "日志第\(entry.journalNumber)号止：\(entry.rowCount)行，得\(entry.result)")
        Output.line("     摘要 \(entry.digest)")
        for source in entry.sources {
            let sheet = source.sheet.isEmpty ? "" : "·\(source.sheet)"
            Output.line("     来源 \(source.file)\(sheet)：\(source.rowCount)行")
        }
    }

    private func printRows(of formula: CheckedFormula, _ desk: BookDesk) throws {
        let rows = try EntryPages(desk).rows(of: formula, skipping: skip, limit: limit)
        for row in rows {
            Output.line("\(row.ledger) \(row.id)  \(row.source)")
            Output.line(
                "     " + row.cells.map { "\($0.column)=\($0.text)" }.joined(separator: " "))
        }
        if rows.count == limit { Output.line("用 --skip \(skip + limit) 看后面的行。") }
    }
}
