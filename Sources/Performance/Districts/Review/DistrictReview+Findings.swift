import Quantities

/// The checks between forms, books and sums (表间勾稽), record by record.
extension DistrictReview {
    func deriveFindings(_ id: IndicatorID) throws(ArithmeticError) -> [Finding] {
        let cells = cells(id)
        let name = cells.name
        let score = try score(of: id)
        var findings = score.findings.filter(isDue)
        func add(_ rule: CheckID, _ level: FindingLevel, _ message: String) {
            findings.append(Finding(rule, level, at: [.indicator(name)], message))
        }
        if let approved = cells.approvedTarget, approved != cells.target {
            add("CC-079", .blocking, "“\(name)”的年度指标值与批复的不同。请按批复填写，或先办理目标调整。")
        }
        if hasFallen(cells) {
            add("CC-074", .answered, "“\(name)”的完成值小于上次监控时的完成值。请核对，或说明原因。")
        }
        if let stated = cells.statedScore {
            if stated < .zero || stated > cells.weight {
                add(
                    "CC-075", .blocking,
                    "“\(name)”填报\(stated.text)分，超出0至\(cells.weight.text)分。请改正得分。")
            } else if score.state != .missingData, stated != score.score {
                let message = "“\(name)”按规则应得\(score.score.text)分，填报\(stated.text)分。请改正得分。"
                findings.append(
                    Finding(
                        "CC-076", .blocking, at: [.indicator(name)], computed: score.score.text,
                        stated: stated.text, message))
            }
        }
        let light = try light(of: id).light
        if light == .red || light == .yellow, cells.deviationAnalysis.isBlank {
            add("FRM-E-REQ", .blocking, "“\(name)”进度落后（\(light?.rawValue ?? "")），没有填写偏差原因。请填写偏差原因。")
        }
        if cells.likelihood == .impossible, cells.remedy.isBlank {
            add("FRM-E-REQ", .blocking, "“\(name)”年底完全不可能完成，没有拟采取的措施。请填写措施。")
        }
        return findings
    }

    /// Before the year is over nobody has to explain points that are still to come.
    private func isDue(_ finding: Finding) -> Bool {
        district.quarter == .fourth || !Self.atYearEnd.contains(finding.ruleId)
    }

    private static let atYearEnd: Set<CheckID> = [
        "SC-DEDUCT-REASON", "SC-WARN-RED", "SC-WARN-YELLOW",
    ]

    /// A count that runs on over the year is smaller than it was before.
    private func hasFallen(_ cells: TrackedRecord<DistrictIndicator>) -> Bool {
        guard case .quantitative(.atLeast, _, let unit) = cells.target,
            !unit.unit.isDimensionless, case .quantity(let now)? = cells.actual,
            case .quantity(let before)? = cells.earlierActual
        else { return false }
        return now.unit == before.unit && now.value < before.value
    }

    func deriveFindings(_ id: ProjectID) throws(ArithmeticError) -> [Finding] {
        let cells = cells(id)
        let evaluation = try evaluation(of: id)
        var findings = evaluation.ownFindings.filter(isDue)
        findings += formFindings(cells, executed: try execution(of: id).executed)
        findings += goalFindings(cells)
        if case .complete(let total, let grade) = evaluation.total {
            if let stated = cells.statedTotal, stated != total {
                findings.append(
                    Finding(
                        "CC-075", .blocking, computed: total.text, stated: stated.text,
                        "项目“\(cells.name)”总分应为\(total.text)分，填报\(stated.text)分。请改正总分。"))
            }
            if let stated = cells.statedGrade, stated != grade {
                findings.append(
                    Finding(
                        "CC-078", .blocking, computed: grade, stated: stated,
                        "项目“\(cells.name)”得\(total.text)分，等次应为“\(grade)”，填报“\(stated)”。请改正等次。"))
            }
        }
        return findings
    }

    private func formFindings(
        _ cells: TrackedRecord<DistrictProject>, executed: Money
    ) -> [Finding] {
        var findings: [Finding] = []
        func compare(_ rule: CheckID, _ stated: Money?, _ kept: Money, _ words: String) {
            guard let stated, stated != kept else { return }
            let (left, right) = (stated.text(in: .tenThousandYuan), kept.text(in: .tenThousandYuan))
            findings.append(
                Finding(
                    rule, .blocking, computed: right, stated: left,
                    difference: (stated - kept).text(in: .tenThousandYuan),
                    "项目“\(cells.name)”\(words)：表中\(left)万元，应为\(right)万元。请核对后改正。"))
        }
        compare("CC-070", cells.formExecution, executed, "执行数与账务不符")
        compare("CC-072", cells.formBudget, cells.approvedBudget, "目标表金额与批复不符")
        if cells.adjustedBudget < .zero || cells.approvedBudget < .zero || executed < .zero {
            findings.append(
                Finding("CC-013", .blocking, "项目“\(cells.name)”有金额为负数。请核对预算数和执行数。"))
        }
        return findings
    }

    private func goalFindings(_ cells: TrackedRecord<DistrictProject>) -> [Finding] {
        var findings: [Finding] = []
        if cells.goalText.count < 20 {
            findings.append(
                Finding(
                    "TQ-010", .blocking, "项目“\(cells.name)”绩效目标未填写或过于简单，应说明做什么、做到什么程度、产生什么效果。"))
        }
        if cells.name != cells.approvedName {
            findings.append(
                Finding(
                    "TQ-018", .answered,
                    "项目名称与预算批复不一致：“\(cells.name)”／“\(cells.approvedName)”。请统一名称。"))
        }
        if cells.indicators.isEmpty {
            findings.append(
                Finding("TQ-016", .blocking, "项目“\(cells.name)”没有绩效指标。请申报绩效目标。"))
            return findings
        }
        let kinds = Set(cells.indicators.map { self.cells($0).kind })
        for (kind, rule) in Self.requiredKinds where !kinds.contains(kind) {
            findings.append(
                Finding(rule, .blocking, "项目“\(cells.name)”缺少\(kind.rawValue)。请补充。"))
        }
        if !kinds.contains(where: { $0.category == .benefit }) {
            findings.append(Finding("TQ-025", .blocking, "项目“\(cells.name)”缺少效益指标。请补充。"))
        }
        return findings
    }

    private static let requiredKinds: [(IndicatorKind, CheckID)] = [
        (.quantity, "TQ-021"), (.quality, "TQ-022"), (.timeliness, "TQ-023"),
    ]

    func deriveFindings(_ id: DepartmentID) throws(ArithmeticError) -> [Finding] {
        let cells = cells(id)
        var (budgets, executed): ([Money], [Money]) = ([], [])
        var goals: [String: [String]] = [:]
        for project in cells.projects {
            let execution = try execution(of: project)
            budgets.append(execution.budget)
            executed.append(execution.executed)
            goals[self.cells(project).goalText, default: []].append(self.cells(project).name)
        }
        var findings: [Finding] = []
        func compare(_ stated: Money?, _ sum: Money, _ words: String) {
            guard let stated, stated != sum else { return }
            let (left, right) = (stated.text(in: .tenThousandYuan), sum.text(in: .tenThousandYuan))
            findings.append(
                Finding(
                    "CC-071", .blocking, computed: right, stated: left,
                    "\(cells.name)项目支出\(words)\(left)万元，各项目之和\(right)万元。请核对后改正。"))
        }
        compare(cells.statedProjectBudget, try Money.sum(budgets), "预算")
        compare(cells.statedProjectExecution, try Money.sum(executed), "执行数")
        for (goal, names) in goals.sorted(by: { $0.key < $1.key })
        where names.count > 1 && !goal.isBlank {
            let list = names.sorted().map { "“\($0)”" }.joined(separator: "、")
            findings.append(
                Finding("TQ-012", .answered, "项目\(list)的绩效目标相同，请按各项目的内容编写。"))
        }
        if cells.submission != .inTime {
            findings.append(
                Finding("EW-08", .answered, "\(cells.name)本季数据\(cells.submission.rawValue)。请说明原因。"))
        }
        return findings
    }
}

extension ProjectEvaluation {
    /// Findings about the project as a whole; those of its indicators stand with them.
    fileprivate var ownFindings: [Finding] {
        let count = indicators.reduce(0) { $0 + $1.findings.count }
        return budget.findings + findings.dropFirst(budget.findings.count + count)
    }
}
