import Formulas
import Packs
import Performance
import Quantities
package import Reports
import Storage

/// Reads everything that a report of one book is composed from (报告取数).
package struct ReportFactsReader {
    private let desk: BookDesk
    private let measures: MeasureDesk
    private let schemes: [ScoringScheme]
    private let projectScheme: ProjectScoringScheme

    /// The schemes of a report where the user names none: the district's, then the national one.
    package static let usualSchemes = ["gz-seven-2021-reconstructed", "national-2013-default"]
    package static let projectSchemeID = "project-self-evaluation-2020"

    package init(_ desk: BookDesk, schemes ids: [String] = usualSchemes) throws {
        let pack = desk.workplace.packs.schemes
        func known() -> [String] { pack.schemes.map(\.id) }
        self.desk = desk
        measures = MeasureDesk(desk)
        schemes = try ids.map {
            guard let scheme = pack.scheme($0)
            else { throw OfficeError.unknownScheme($0, known: known()) }
            return scheme
        }
        guard let projectScheme = pack.projectScheme(Self.projectSchemeID)
        else { throw OfficeError.unknownScheme(Self.projectSchemeID, known: known()) }
        self.projectScheme = projectScheme
    }

    package func facts() throws -> ReportFacts {
        let names = measures.names
        let stated = desk.controlFigures.map { $0.text("口径") }.filter { !names.contains($0) }
        let narrative = NarrativeReader(measures)
        let fields = try narrative.fields(desk.texts).filter { !names.contains($0) }
        let allNames = names + (stated + fields).uniqued
        let named = try allNames.map { ($0, try measures.formula(named: $0)) }
        let formulas =
            named.map(\.1) + (try ProjectAssessment.formulas(desk))
            + (try schemes.flatMap { try SchemeAssessment.formulas($0, desk) })
        let figures = try BookFigures(desk, formulas: formulas)
        var traces: [String: FigureTrace] = [:]
        for (name, formula) in named {
            traces[name] = measures.stated(try figures.trace(of: formula, named: name))
        }
        let assessment = ProjectAssessment(desk: desk, figures: figures, scheme: projectScheme)
        let scoring = SchemeAssessment(
            desk: desk, figures: figures, completions: try assessment.completions())
        return ReportFacts(
            unitName: desk.book.unitName, snapshot: desk.snapshot,
            journalHash: desk.anchor.hash.hexadecimal, figures: traces,
            offices: desk.offices.map(Self.officeName),
            projects: try desk.projects.map { try project($0, traces, assessment) },
            texts: try desk.texts.compactMap { try narrative.text($0, traces) },
            evaluations: try schemes.map { try scoring.evaluation($0) },
            leafInputs: try Dictionary(
                uniqueKeysWithValues: schemes.map {
                    ($0.id, try leafInputs($0, traces, figures))
                }))
    }

    /// The figures that the rules of a scheme read, by leaf.
    private func leafInputs(
        _ scheme: ScoringScheme, _ traces: [String: FigureTrace], _ figures: BookFigures
    ) throws -> [String: [FigureTrace]] {
        var inputs: [String: [FigureTrace]] = [:]
        for indicator in scheme.indicators {
            inputs[indicator.id] = try indicator.rule.operands.compactMap { operand in
                guard case .formula(let text) = operand, let formula = figures.formula(text)
                else { return nil }
                return try traces[text] ?? figures.trace(of: formula, named: text)
            }
        }
        return inputs
    }

    /// `办公室（挂区总工会经费审查委员会办公室牌子）`
    private static func officeName(_ row: RegisterRow) -> String {
        let plate = row.text("挂牌名称")
        return row.text("机构名称") + (plate.isEmpty ? "" : "（挂\(plate)牌子）")
    }

    private func project(
        _ row: RegisterRow, _ traces: [String: FigureTrace], _ assessment: ProjectAssessment
    ) throws -> ProjectFacts {
        let name = row.text("项目名称")
        func figure(_ template: String) throws -> FigureTrace {
            let measure = MeasureTemplate.name(template, of: [name])
            guard let trace = traces[measure]
            else { throw OfficeError.unknownMeasure(measure, nearest: []) }
            return trace
        }
        let (adjusted, execution) = (try figure("单项调整预算"), try figure("单项支出决算"))
        let indicators = try assessment.indicators(of: name)
        return ProjectFacts(
            name: name, purpose: row.text("目的说明"), purposeSource: row.sourceText,
            budget: try figure("单项支出预算"), adjustedBudget: adjusted, execution: execution,
            executionRate: try figure("单项执行率"),
            funds: try [("其中：本年财政拨款", "财政拨款"), ("上年结转资金", "上年结转"), ("其他资金", "其他资金")].map {
                label, source in
                ProjectFund(
                    label: label,
                    amounts: try ["单项支出预算", "单项调整预算", "单项支出决算"].map {
                        try figure("\($0)_\(source)")
                    })
            },
            indicators: indicators.map(\.facts),
            score: try assessment.evaluation(
                of: name, adjustedBudget: adjusted, execution: execution, indicators))
    }
}

extension [String] {
    /// Each text once, where it first stands.
    var uniqued: [String] {
        var seen: Set<String> = []
        return filter { seen.insert($0).inserted }
    }
}
