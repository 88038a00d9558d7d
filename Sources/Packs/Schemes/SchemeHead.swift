import Performance
import Quantities

/// What every scheme file says of itself.
struct SchemeHead {
    static let keys = [
        "scheme", "version", "name", "fiscalYears", "source", "naPolicy", "leafDecimals", "grades",
    ]

    let id: String
    let version: String
    let name: String
    let fiscalYears: [FiscalYear]
    let source: RuleSource
    let notApplicablePolicy: NotApplicablePolicy
    let grades: GradeTable
    let leafDecimals: Int

    init(reading top: YAMLMapping) throws(PackError) {
        id = try top.require("scheme").text()
        version = try top.require("version").text()
        name = try top.require("name").text()
        var years: [FiscalYear] = []
        for value in try top["fiscalYears"]?.nonEmptyList() ?? [] {
            guard let year = FiscalYear(try value.integer(2000...2100)) else { continue }
            years.append(year)
        }
        fiscalYears = years
        source = try RuleSource(reading: top.require("source"))
        notApplicablePolicy = try top["naPolicy"]?.choice(of: NotApplicablePolicy.self) ?? .rebase
        leafDecimals = try top["leafDecimals"]?.integer(0...2) ?? 2
        grades = try GradeTable(reading: top.require("grades"))
    }
}

extension RuleSource {
    /// `{text: …, evidence: verified}`.
    init(reading value: YAMLValue) throws(PackError) {
        let mapping = try value.mapping(["text", "evidence"])
        self.init(
            text: try mapping.require("text").text(),
            evidence: try mapping.require("evidence").choice(of: EvidenceMark.self))
    }
}

extension GradeTable {
    /// `[{min: "90", name: 优}, …]`.
    init(reading value: YAMLValue) throws(PackError) {
        var rows: [Row] = []
        for item in try value.nonEmptyList() {
            let mapping = try item.mapping(["min", "name"])
            rows.append(
                Row(
                    minimum: try mapping.require("min").points(),
                    name: try mapping.require("name").text()))
        }
        guard let table = GradeTable(rows) else {
            throw value.refusal("等次表不连续", remedy: "从高到低排列，最后一档的min为\"0\"，名称不重复")
        }
        self = table
    }
}
