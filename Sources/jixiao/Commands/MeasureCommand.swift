import ArgumentParser
import Office
import Performance
import Quantities
import Reports

struct MeasureCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "measure", abstract: "口径：按台账计算数字，并写出算式。",
        discussion: """
            不写名称时列出全部口径。例：
              jixiao measure 支出完成率 支出减少额
              jixiao measure 单项支出决算：劳模活动管理费
              jixiao measure --formula '支出决算 / 支出预算'
            """)

    @Argument(help: ArgumentHelp("口径名称，可以有几个。", valueName: "口径"))
    var names: [String] = []

    @Option(help: ArgumentHelp("自写的公式；先检查单位，再计算。", valueName: "公式"))
    var formula: String?

    @OptionGroup var options: DepartmentDeskOptions
    @OptionGroup var output: FormatOption

    func run() throws {
        let desk = try options.desk()
        let measures = MeasureDesk(desk)
        let asked = names.isEmpty && formula == nil
        var traces = try measures.figures(asked ? measures.names : names, traced: !asked)
        if let formula { traces.append(try measures.figure(ofFormula: formula)) }
        if output.format == .json {
            Output.line(CanonicalJSON.array(traces.map(TraceDocument.json)).text)
        } else if asked {
            printTable(traces, measures)
        } else {
            printEach(traces, measures)
        }
        if output.format == .text { try options.scope(of: desk).map { Output.line($0) } }
    }

    private func printTable(_ traces: [FigureTrace], _ measures: MeasureDesk) {
        var table = TextTable([("口径", .left), ("数值", .right)])
        for trace in traces {
            table.append([trace.name, ValueText.text(trace, in: measures.unit(of: trace.name))])
        }
        Output.lines(table.lines)
    }

    private func printEach(_ traces: [FigureTrace], _ measures: MeasureDesk) {
        for trace in traces {
            let value = ValueText.text(trace, in: measures.unit(of: trace.name))
            let mark = ValueText.mark(trace)
            Output.line("\(trace.name)：\(value)\(mark.isEmpty ? "" : "（\(mark)）")")
            Output.line("  公式 \(trace.formula)")
            if !trace.arithmetic.isEmpty { Output.line("  算式 \(trace.arithmetic)") }
            if let stated = trace.stated {
                let verdict = stated.agrees ? "相符" : "不符"
                Output.line("  核对 \(stated.place)写作\(stated.text)：\(verdict)")
            }
        }
    }
}
