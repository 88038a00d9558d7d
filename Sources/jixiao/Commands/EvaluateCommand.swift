import ArgumentParser
import Office
import Performance
import Quantities
import Reports

struct EvaluateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "evaluate", abstract: "评分：按评价方案给部门整体评分，缺什么列什么，不编造。",
        discussion: "有缺数据的指标时不出总分，退出码为 1。")

    @Option(help: ArgumentHelp("评价方案编号；不写就用七维度方案。", valueName: "方案"))
    var scheme = ReportFactsReader.usualSchemes[0]

    @OptionGroup var options: DepartmentDeskOptions
    @OptionGroup var output: FormatOption

    func run() throws {
        let desk = try options.desk()
        let facts = try ReportFactsReader(desk, schemes: [scheme]).facts()
        guard let evaluation = facts.evaluations.first else { return }
        if output.format == .json {
            Output.line(EvaluationJSON.json(evaluation).text)
        } else {
            Output.lines(EvaluationText.lines(evaluation))
            try options.scope(of: desk).map { Output.line($0) }
            if let assumption = facts.assumptionNote(evaluation) { Output.line(assumption) }
        }
        if !evaluation.missing.isEmpty { throw ExitCode(1) }
    }
}

/// A scheme's result on the terminal.
enum EvaluationText {
    static func lines(_ evaluation: SchemeEvaluation) -> [String] {
        var table = TextTable([
            ("编号", .left), ("指标", .left), ("分值", .right), ("得分", .right), ("状态", .left),
            ("说明", .left),
        ])
        for leaf in evaluation.leaves {
            let result = leaf.result
            let isScored = result.state == .auto || result.state == .manual
            table.append([
                leaf.indicator.id, leaf.indicator.name, result.points.shortText,
                isScored ? result.score.text : "—", result.state.title,
                DisplayWidth.cut(result.explanation, to: 84),
            ])
        }
        return ["\(evaluation.scheme.name)（\(evaluation.scheme.source.evidence.title)）"]
            + table.lines + dimensionLines(evaluation) + missingLines(evaluation)
            + [evaluation.totalSentence + "。"]
    }

    static func dimensionLines(_ evaluation: SchemeEvaluation) -> [String] {
        var table = TextTable([
            ("评价方面", .left), ("分值", .right), ("已评", .right), ("得分", .right), ("缺数据", .right),
            ("不适用", .right),
        ])
        for part in evaluation.dimensions {
            table.append([
                part.name, part.points.shortText, part.evaluatedPoints.shortText, part.score.text,
                part.missingPoints.shortText, part.notApplicablePoints.shortText,
            ])
        }
        return table.lines
    }

    static func missingLines(_ evaluation: SchemeEvaluation) -> [String] {
        guard !evaluation.missing.isEmpty else { return [] }
        return ["缺数据："]
            + evaluation.missing.map { leaf in
                let inputs = leaf.result.missing.map(\.name).joined(separator: "、")
                return
                    "  \(leaf.indicator.id) \(leaf.indicator.name)（\(leaf.result.points.shortText)分）：\(inputs)"
            }
    }
}

/// A scheme's result for programs.
enum EvaluationJSON {
    static func json(_ evaluation: SchemeEvaluation) -> CanonicalJSON {
        [
            "scheme": .string(evaluation.scheme.id), "version": .string(evaluation.scheme.version),
            "total": .string(evaluation.totalSentence),
            "leaves": .array(evaluation.leaves.map(json)),
        ]
    }

    private static func json(_ leaf: SchemeEvaluation.Leaf) -> CanonicalJSON {
        let result = leaf.result
        return [
            "id": .string(leaf.indicator.id), "name": .string(leaf.indicator.name),
            "points": .string(result.points.shortText), "score": .string(result.score.text),
            "rule": .string(result.ruleId), "state": .string(result.state.rawValue),
            "explanation": .string(result.explanation),
            "missing": .array(
                result.missing.map {
                    [
                        "name": .string($0.name), "why": .string($0.why),
                        "toProvide": .string($0.toProvide),
                    ]
                }),
        ]
    }
}
