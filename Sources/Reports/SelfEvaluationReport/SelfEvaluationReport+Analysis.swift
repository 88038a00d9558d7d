import Documents
import Formulas
import Performance
import Quantities

/// 二、综合评价分析
extension SelfEvaluationReport {
    mutating func addAnalysis() {
        heading(.heading1, "二、综合评价分析")
        heading(.heading2, "（一）自评结论综述。")
        addConclusion()
        heading(.heading2, "（二）各项工作任务绩效目标完成情况分析。")
        for (index, project) in facts.projects.enumerated() {
            addProject(project, number: index + 1)
        }
        heading(.heading2, "（三）主要工作成效。")
        numbered(.achievement)
    }

    private mutating func addConclusion() {
        for text in facts.texts(.conclusion) { paragraph(FigureText(text)) }
        guard let evaluation = facts.evaluations.first else {
            paragraph("（尚未选定评价方案，没有评分。）")
            return
        }
        let names = evaluation.dimensions.map(\.name).joined(separator: "、")
        paragraph(
            """
            本部门按“\(evaluation.scheme.name)”（\(evaluation.scheme.source.evidence.title)），\
            从\(names)等方面进行了评价：\(ScoreTrace.sentence(evaluation))。
            """)
        addDimensionTable(evaluation)
    }

    private mutating func addDimensionTable(_ evaluation: SchemeEvaluation) {
        caption("表2  自评得分汇总表（单位：分）")
        let scheme = evaluation.scheme
        var rows = [
            WordTableRow(["评价方面", "分值", "已评分值", "得分", "缺数据", "不适用"].map { .header($0) })
        ]
        for part in evaluation.dimensions {
            let figures = [
                ("分值", part.points, part.points.shortText),
                ("已评分值", part.evaluatedPoints, part.evaluatedPoints.shortText),
                ("得分", part.score, part.score.text),
                ("缺数据分值", part.missingPoints, part.missingPoints.shortText),
                ("不适用分值", part.notApplicablePoints, part.notApplicablePoints.shortText),
            ]
            var cells = [cell("\(part.name)")]
            for (name, points, text) in figures {
                let trace = ScoreTrace.points(points, "\(part.name)\(name)", scheme)
                cells.append(cell("\(printed: text, trace)", .trailing))
            }
            rows.append(WordTableRow(cells))
        }
        blocks.append(.table(WordTable(columnShares: [28, 12, 14, 14, 14, 14], rows: rows)))
        if let assumption = facts.assumptionNote(evaluation) { note("注：\(assumption)") }
    }

    // MARK: Projects

    private mutating func addProject(_ project: ProjectFacts, number: Int) {
        heading(.heading3, "\(number).\(project.name)")
        var text: FigureText = "本年度安排\(project.name)\(project.budget)万元"
        if !project.purpose.isEmpty {
            text += "，主要是"
            text += FigureText([
                .typed(project.purpose.withoutFullStop, source: project.purposeSource)
            ])
        }
        paragraph("\(text)。")
        var result: FigureText = """
            全年执行\(project.execution)万元，执行率\(project.executionRate, .percent)。
            """
        for text in facts.texts(.projectResult, of: project.name) { result += FigureText(text) }
        let measured = project.indicators.filter { $0.actual != nil }
        if !measured.isEmpty {
            let list = measured.map { indicator -> FigureText in
                let trace = indicator.actual.map {
                    "\(printed: indicator.actualText, $0)" as FigureText
                }
                return "\(indicator.name)\(trace ?? "—")"
            }
            result += "指标完成情况：\(FigureText.list(list, separator: "，"))。"
        }
        paragraph(result)
        paragraph("项目支出绩效自评：\(projectSentence(project))。")
    }

    private func projectSentence(_ project: ProjectFacts) -> FigureText {
        let score = project.score
        if let total = score.total, let grade = score.grade {
            let inputs = [project.executionRate] + project.indicators.compactMap(\.actual)
            let trace = ScoreTrace.project(total, "自评得分", project, from: inputs)
            return "得\(printed: total.text, trace)分，等次为“\(printed: grade, trace)”"
        }
        guard let points = score.budgetScore else { return "\(score.sentence)" }
        let trace = ScoreTrace.project(
            points, "预算执行率得分", project, from: [project.executionRate])
        let weight = ScoreTrace.project(score.budgetWeight, "预算执行率分值", project, from: [])
        return """
            预算执行率\(printed: score.budgetWeight.shortText, weight)分，\
            得\(printed: points.text, trace)分；其余指标缺少数据，不出总分
            """
    }

    // MARK: Lists

    /// `1.标题。文字`, in the order in which they were numbered.
    mutating func numbered(_ section: NarrativeText.Section) {
        let texts = facts.texts(section)
        if texts.isEmpty { paragraph("（“\(section.rawValue)”尚未填写。）") }
        for (index, text) in texts.enumerated() {
            let heading = text.heading.isEmpty ? "" : "\(text.heading.withoutFullStop)。"
            paragraph("\(String(index + 1)).\(heading)\(FigureText(text))")
        }
    }
}

/// 三、存在的主要问题 and 四、下一步改进措施
extension SelfEvaluationReport {
    mutating func addProblemsAndMeasures() {
        let parts: [(String, NarrativeText.Section)] = [
            ("三、存在的主要问题", .problem), ("四、下一步改进措施", .measure),
        ]
        for (title, section) in parts {
            heading(.heading1, title)
            let texts = facts.texts(section)
            if texts.isEmpty { paragraph("（“\(section.rawValue)”尚未填写。）") }
            for (index, text) in texts.enumerated() {
                if !text.heading.isEmpty {
                    let number = HeadingNumber.second.text(index + 1) ?? ""
                    heading(.heading2, number + text.heading.withoutFullStop)
                }
                paragraph(FigureText(text))
            }
        }
    }
}

extension String {
    /// The text without a 。 at its end, for a place where the sentence goes on.
    var withoutFullStop: String {
        var view = self[...]
        while let last = view.last, "。；， \n".contains(last) { view.removeLast() }
        return String(view)
    }
}
