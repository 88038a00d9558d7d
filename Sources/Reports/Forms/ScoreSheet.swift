import Documents
import Formulas
import Performance
import Quantities

/// F06 sheet 2 评分表: every 三级指标 with its rule, its data and its score.
struct ScoreSheet {
    private let evaluation: SchemeEvaluation
    private var form: FormSheet

    private static let titles = [
        "一级指标", "分值", "二级指标", "分值", "三级指标", "分值", "指标说明（计算公式）", "评分标准",
        "指标值/数据", "自评得分", "扣分原因", "佐证材料", "复核得分", "复核意见",
    ]

    init(_ facts: ReportFacts, _ evaluation: SchemeEvaluation) {
        self.evaluation = evaluation
        let isFirst = facts.evaluations.first?.scheme.id == evaluation.scheme.id
        form = FormSheet(
            isFirst ? "评分表" : "评分表 \(evaluation.scheme.id)".cut(to: 31),
            widths: [11, 6, 11, 6, 18, 6, 26, 24, 30, 9, 24, 18, 9, 14], orientation: .landscape)
        form.title(
            "部门整体支出绩效自评评分表", year: facts.year, left: "部门名称：\(facts.unitName)",
            right: "评价方案：\(evaluation.scheme.name)（第\(evaluation.scheme.version)版）")
        for (index, title) in Self.titles.enumerated() {
            form.put(.text(title), FormSheet.heading, column: index + 1)
        }
        form.row += 1
        addLeaves()
        if let assumption = facts.assumptionNote(evaluation) {
            form.merge(1...form.columnCount, .text("注：\(assumption)"), FormSheet.text)
        }
    }

    var sheet: Worksheet {
        var sheet = form.sheet
        sheet.frozenAt = "A5"
        sheet.print.repeatedRows = 1...4
        return sheet
    }

    private mutating func addLeaves() {
        let first = form.row
        for dimension in evaluation.scheme.dimensions {
            let start = form.row
            for child in dimension.children {
                switch child {
                case .indicator(let indicator):
                    form.put(.blank, FormSheet.label, column: 3)
                    form.put(.blank, FormSheet.label, column: 4)
                    add(indicator)
                case .group(let group): add(group)
                }
            }
            guard form.row > start else { continue }
            let rows = start...(form.row - 1)
            form.merge(1...1, rows: rows, .text(dimension.name), FormSheet.label)
            form.merge(2...2, rows: rows, Self.points(dimension.points), FormSheet.label)
        }
        addTotal(rows: first...max(first, form.row - 1))
    }

    private mutating func add(_ group: SchemeGroup) {
        let start = form.row
        for indicator in group.indicators { add(indicator) }
        guard form.row > start else { return }
        let rows = start...(form.row - 1)
        form.merge(3...3, rows: rows, .text(group.name), FormSheet.label)
        form.merge(4...4, rows: rows, Self.points(group.points), FormSheet.label)
    }

    private mutating func add(_ indicator: SchemeIndicator) {
        guard let result = evaluation.leaf(indicator.id)?.result else { return }
        let isScored = result.state == .auto || result.state == .manual
        form.put(.text("\(indicator.id) \(indicator.name)"), FormSheet.text, column: 5)
        form.put(Self.points(indicator.points), FormSheet.label, column: 6)
        form.put(.text(indicator.dataNeeded), FormSheet.text, column: 7)
        form.put(
            .text("\(indicator.fullText)；\(indicator.deductText)"), FormSheet.text, column: 8)
        form.put(.text(result.explanation), FormSheet.text, column: 9)
        form.put(isScored ? Self.score(result.score) : .blank, FormSheet.score, column: 10)
        form.put(Self.reason(result), FormSheet.text, column: 11)
        form.put(Self.evidence(result), FormSheet.text, column: 12)
        form.put(.blank, FormSheet.score.with { $0.isUnlocked = true }, column: 13)
        form.put(.blank, FormSheet.text, column: 14)
        form.row += 1
    }

    private mutating func addTotal(rows: ClosedRange<Int>) {
        form.put(.text("合计"), FormSheet.heading, column: 1)
        form.put(.number(ExactDecimal(mantissa: 100, scale: 0)), FormSheet.label, column: 2)
        form.merge(3...8, .text("自评总分"), FormSheet.heading)
        form.put(.text(evaluation.totalSentence), FormSheet.text, column: 9)
        let sum = evaluation.leaves.reduce(Points.zero) { $0 + $1.result.score }
        form.put(
            .formula(
                "SUM(J\(rows.lowerBound):J\(rows.upperBound))",
                cached: .number(ExactDecimal(mantissa: Int128(sum.hundredths), scale: 2))),
            FormSheet.score, column: 10)
        form.merge(11...12, .text("复核总分"), FormSheet.heading)
        form.put(
            .formula(
                "SUM(M\(rows.lowerBound):M\(rows.upperBound))",
                cached: .number(ExactDecimal(mantissa: 0, scale: 0))),
            FormSheet.score, column: 13)
        form.put(.blank, FormSheet.text, column: 14)
        form.row += 1
        form.signature()
    }

    static func points(_ points: Points) -> WorksheetCell.Value {
        .number(ExactDecimal(mantissa: Int128(points.hundredths), scale: 2).trimmed())
    }

    private static func score(_ points: Points) -> WorksheetCell.Value {
        .number(ExactDecimal(mantissa: Int128(points.hundredths), scale: 2))
    }

    private static func reason(_ result: LeafResult) -> WorksheetCell.Value {
        switch result.state {
        case .notApplicable: .text("不适用")
        case .missingData: .text("缺数据：" + result.missing.map(\.name).joined(separator: "、"))
        case .auto, .manual: result.score < result.points ? .text(result.explanation) : .blank
        }
    }

    /// What proves the score: measures by their trace, judgements by the files named with them.
    private static func evidence(_ result: LeafResult) -> WorksheetCell.Value {
        var texts: [String] = []
        for input in result.inputs {
            switch input.origin {
            case .measured: texts.append("台账：\(input.name)")
            case .judged(_, let evidence): texts += evidence
            case .derived, .standard: break
            }
        }
        return texts.isEmpty ? .blank : .text(texts.joined(separator: "；"))
    }
}

extension String {
    /// The first characters of a text, for names that a program limits.
    func cut(to count: Int) -> String { String(prefix(count)) }
}
