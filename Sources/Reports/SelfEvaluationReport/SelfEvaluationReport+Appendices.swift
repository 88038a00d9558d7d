import Documents
import Formulas
import Performance
import Quantities

/// The appendices: how each point came about, what is missing, where each figure comes from.
extension SelfEvaluationReport {
    mutating func addScoreAppendix() {
        heading(.heading1, "附录一  评分明细")
        if facts.evaluations.isEmpty { paragraph("（尚未选定评价方案。）") }
        for evaluation in facts.evaluations {
            caption(
                "\(evaluation.scheme.name)（\(evaluation.scheme.id) 第\(evaluation.scheme.version)版）")
            var rows = [
                WordTableRow(["编号", "指标", "分值", "得分", "状态", "计分说明"].map { .header($0) })
            ]
            for leaf in evaluation.leaves { rows.append(scoreRow(leaf, evaluation.scheme)) }
            blocks.append(.table(WordTable(columnShares: [6, 24, 6, 7, 9, 48], rows: rows)))
            if let assumption = facts.assumptionNote(evaluation) { note("\(assumption)") }
            note("依据：\(evaluation.scheme.source.text)（\(evaluation.scheme.source.evidence.title)）")
        }
    }

    private mutating func scoreRow(
        _ leaf: SchemeEvaluation.Leaf, _ scheme: ScoringScheme
    ) -> WordTableRow {
        let isScored = leaf.result.state == .auto || leaf.result.state == .manual
        let inputs = facts.leafInputs[scheme.id]?[leaf.indicator.id] ?? []
        let trace = ScoreTrace.leaf(leaf, scheme, inputs: inputs)
        let score: FigureText = isScored ? "\(printed: leaf.result.score.text, trace)" : "—"
        return WordTableRow([
            cell("\(leaf.indicator.id)", .center), cell("\(leaf.indicator.name)"),
            cell("\(leaf.indicator.points.shortText)", .trailing), cell(score, .trailing),
            cell("\(leaf.result.state.title)", .center),
            cell(
                leaf.result.state == .missingData
                    ? "见附录二" : "\(leaf.result.explanation)"),
        ])
    }

    mutating func addMissingAppendix() {
        heading(.heading1, "附录二  尚缺的数据")
        var rows = [WordTableRow(["所在", "缺少什么", "怎样补"].map { .header($0) })]
        for evaluation in facts.evaluations {
            for leaf in evaluation.missing {
                let inputs = leaf.result.missing
                rows.append(
                    WordTableRow(
                        [
                            "\(leaf.indicator.id) \(leaf.indicator.name)",
                            inputs.map(\.name).joined(separator: "、"),
                            Self.each(inputs.map(\.toProvide)),
                        ].map { WordTableCell($0) }))
            }
        }
        for project in facts.projects {
            guard !project.score.missing.isEmpty else { continue }
            rows.append(
                WordTableRow(
                    [project.name, project.score.missing.joined(separator: "、"), "在台账中登记"].map {
                        WordTableCell($0)
                    }))
        }
        guard rows.count > 1 else {
            paragraph("没有。")
            return
        }
        blocks.append(.table(WordTable(columnShares: [24, 47, 29], rows: rows)))
    }

    /// Each text once, in order.
    private static func each(_ texts: [String]) -> String {
        var seen: Set<String> = []
        return texts.filter { seen.insert($0).inserted }.joined(separator: "；")
    }

    mutating func addTraceAppendix() {
        heading(.heading1, "附录三  数字溯源表")
        let snapshot = facts.snapshot
        note(
            """
            数据截至\(snapshot.periodEnd.chinese)，操作日志第\(String(snapshot.journalNumber))号，\
            链头\(String(facts.journalHash.prefix(16)))。“填写”指由人写进文字的数字，没有台账证明。\
            编号是首次出现处；各处编号、公式全文、每项分录的金额和摘要，在随附的 JSON 文件中，\
            各口径的还在 F06 的“数字溯源”表中。
            """)
        var rows = [
            WordTableRow(["编号", "数字", "口径", "公式或计算", "分录", "依据"].map { .header($0) })
        ]
        let table = TraceTable(
            register.figures, year: facts.year, projects: facts.projects.map(\.name))
        for row in table.rows {
            rows.append(
                WordTableRow(
                    [row.id, row.printed, row.name, row.working, row.entries, row.basis].map {
                        WordTableCell($0)
                    }))
        }
        blocks.append(.table(WordTable(columnShares: [6, 14, 20, 39, 15, 6], rows: rows)))
    }
}
