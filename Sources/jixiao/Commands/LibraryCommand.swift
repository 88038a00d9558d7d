import ArgumentParser
import Packs
import Performance

struct LibraryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "library", abstract: "指标库：按项目名称推荐指标，或按词查找。",
        discussion: """
            指标值是示例，请按本单位的历史数据、计划或标准改写。例：
              jixiao library --project 困难职工帮扶资金
              jixiao library 满意度 养老
            """)

    @Argument(help: ArgumentHelp("要查的词，可以有几个，都要出现。", valueName: "词"))
    var words: [String] = []

    @Option(help: ArgumentHelp("项目名称：推荐同类工作的指标。", valueName: "项目名称"))
    var project: String?

    @OptionGroup var output: FormatOption

    func run() throws {
        let library = try IndicatorLibrary.builtIn()
        let found =
            project.map { library.works(for: $0).first?.indicators ?? [] }
            ?? (words.isEmpty
                ? library.indicators : library.search(words.joined(separator: " ")))
        if output.format == .json {
            Output.line(CanonicalJSON.array(found.map(LibraryText.json)).text)
        } else {
            Output.lines(LibraryText.lines(found))
        }
        if found.isEmpty { throw ExitCode(1) }
    }
}

/// Indicators of the library on the terminal and for programs.
enum LibraryText {
    static func lines(_ indicators: [LibraryIndicator]) -> [String] {
        guard !indicators.isEmpty else { return ["指标库中没有找到。请换一个词，或只写一个词。"] }
        var table = TextTable([
            ("工作类别", .left), ("二级指标", .left), ("三级指标", .left), ("示例指标值", .left),
            ("计算公式", .left), ("数据来源", .left),
        ])
        for indicator in indicators {
            table.append([
                indicator.work, indicator.level.rawValue, indicator.name, indicator.target,
                indicator.formula, indicator.evidence,
            ])
        }
        let sources = Set(indicators.map { "\($0.source.text)（\($0.source.evidence.title)）" })
        return table.lines + ["共 \(indicators.count) 个。"]
            + sources.sorted().map { "来源：\($0)。" }
    }

    static func json(_ indicator: LibraryIndicator) -> CanonicalJSON {
        [
            "work": .string(indicator.work), "level": .string(indicator.level.rawValue),
            "name": .string(indicator.name), "target": .string(indicator.target),
            "formula": .string(indicator.formula), "evidence": .string(indicator.evidence),
            "measure": indicator.measure.map(CanonicalJSON.string) ?? .null,
            "source": .string(indicator.source.text),
            "mark": .string(indicator.source.evidence.rawValue),
        ]
    }
}
