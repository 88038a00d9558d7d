import Formulas
import Performance
import Quantities
import Testing

@testable import Packs

/// The built-in schemes over the built-in ledgers and measures.
enum SchemeSamples {
    static func vocabulary() throws -> Vocabulary {
        var vocabulary = Vocabulary(ledgers: try LedgerPack.builtIn().ledgers.map(\.shape))
        try vocabulary.define(
            MeasurePack.builtIn().measures.map {
                Formulas.MeasureDefinition(
                    name: $0.name, formula: $0.formula, unit: $0.unit.unit)
            })
        return vocabulary
    }

    /// Loaded once: the tests only read it.
    static let pack = Result { try SchemePack.builtIn(vocabulary()) }

    static func scheme(_ id: String) throws -> ScoringScheme {
        try #require(try pack.get().scheme(id))
    }

    static func scheme(ofIndicator id: String) throws -> ScoringScheme {
        try scheme(id.hasPrefix("N") ? "national-2013-default" : "gz-seven-2021-reconstructed")
    }
}

/// Inputs of indicators in short: `支出决算=839.38万 调整预算=938.31万`.
///
/// A name is what the indicator's rule asks for: a measure, a judged or a derived item. `要点=是,否`
/// answers a checklist in order, `#1=20%` gives the first formula, `指标=10:1,5:0.5` the weights and
/// ratios of R8. Measures take 万 and %; judged figures stand in the unit of their item.
struct ShortInputs {
    private(set) var figures: [String: Fraction] = [:]
    private(set) var judgements: [Judgement] = []
    private(set) var derived: [String: Fraction] = [:]
    private(set) var completions: [String: [IndicatorCompletion]] = [:]
    var typedScores: [TypedScore] = []
    var notApplicable: [NotApplicableClaim] = []

    var inputs: RuleInputs {
        RuleInputs(
            judgements: judgements, typedScores: typedScores, notApplicable: notApplicable,
            derived: derived, completions: completions
        ) { [figures] formula in
            if let figure = figures[formula] { return .number(figure) }
            // The schemes' longer formulas are differences of two figures.
            let parts = formula.split(separator: " - ").map(String.init)
            let known = parts.compactMap { figures[$0] }
            guard known.count == parts.count, parts.count == 2,
                let difference = try? known[0].subtracting(known[1])
            else { return .missing(parts.filter { figures[$0] == nil }) }
            return .number(difference)
        }
    }

    mutating func add(_ text: String, to indicator: SchemeIndicator) throws {
        for part in text.split(separator: " ") {
            let pair = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
                .map(String.init)
            try #require(pair.count == 2, "\(part)")
            try add(pair[0], pair[1], to: indicator)
        }
    }

    private mutating func add(
        _ name: String, _ value: String, to indicator: SchemeIndicator
    ) throws {
        let operands = indicator.rule.operands + indicator.alerts.compactMap(\.operand)
        var judged: [String] = indicator.veto.map { [$0.item.name] } ?? []
        var formulas: [String] = []
        var derivedNames: [String] = []
        for operand in operands {
            switch operand {
            case .judged(let item): judged.append(item.name)
            case .derived(let item): derivedNames.append(item.name)
            case .formula(let text): formulas.append(text)
            case .constant: break
            }
        }
        if name == "要点" {
            let answers = value.split(separator: ",").map(String.init)
            for (item, answer) in zip(judged, answers) { try judge(item, answer, indicator) }
        } else if name == "指标" {
            guard case .weightedCompletion(let group) = indicator.rule else { return }
            completions[group] = try value.split(separator: ",").map { pair in
                let parts = pair.split(separator: ":")
                return IndicatorCompletion(
                    name: "指标\(pair)", weight: try #require(Points(parts[0])),
                    ratio: try fraction(String(parts[1])))
            }
        } else if name.hasPrefix("#"), let index = Int(name.dropFirst()) {
            figures[formulas[index - 1]] = try fraction(value)
        } else if judged.contains(name) {
            try judge(name, value, indicator)
        } else if derivedNames.contains(name) {
            derived[name] = try fraction(value)
        } else {
            let isUsed = formulas.contains { $0.contains(name) }
            try #require(isUsed, "\(indicator.id) asks for no \(name)")
            figures[name] = try fraction(value)
        }
    }

    private mutating func judge(
        _ item: String, _ text: String, _ indicator: SchemeIndicator
    ) throws {
        let value: Judgement.Value =
            switch text {
            case "是": .truth(true)
            case "否": .truth(false)
            default: .number(try #require(ExactDecimal(text)))
            }
        judgements.append(
            Judgement(
                indicator: indicator.id, item: item, value: value, reason: "查阅材料后判断",
                evidence: ["材料1"]))
    }

    private func fraction(_ text: String) throws -> Fraction {
        switch text.last {
        case "%":
            return try #require(ExactDecimal(text.dropLast())).fraction
                .divided(by: Fraction(100))
        case "万":
            return try #require(ExactDecimal(text.dropLast())).fraction
                .multiplied(by: Fraction(10000))
        default:
            let parts = text.split(separator: "/")
            let top = try #require(ExactDecimal(parts[0])).fraction
            return parts.count == 1
                ? top : try top.divided(by: #require(ExactDecimal(parts[1])).fraction)
        }
    }
}

/// One worked example of an indicator: what is put in, the value that is shown, and what comes out.
struct LeafCase: Sendable, CustomTestStringConvertible {
    let id: String
    let input: String
    /// `89.46%` or a count, or nil where the rule has no ratio.
    let value: String?
    let outcome: Outcome

    enum Outcome: Sendable, Equatable {
        case scores(String)
        case notApplicable
        case missing
    }

    init(_ id: String, _ input: String, _ value: String?, _ outcome: Outcome) {
        self.id = id
        self.input = input
        self.value = value
        self.outcome = outcome
    }

    var testDescription: String { "\(id): \(input)" }
    var indicator: String { String(id.prefix { $0 != "-" }) }

    /// The leaf's result in the evaluation of the whole loaded scheme.
    func result() throws -> LeafResult {
        let scheme = try SchemeSamples.scheme(ofIndicator: indicator)
        var short = ShortInputs()
        try short.add(input, to: #require(scheme.indicator(indicator)))
        return try #require(try scheme.evaluation(of: short.inputs).leaf(indicator)).result
    }

    func check() throws {
        let result = try result()
        switch outcome {
        case .scores(let score):
            #expect(result.score.text == score, "\(result.explanation)")
            #expect(result.state == .auto || result.state == .manual)
            #expect(result.missing.isEmpty)
        case .notApplicable:
            #expect(result.state == .notApplicable, "\(result.explanation)")
            #expect(result.score == .zero)
        case .missing:
            #expect(result.state == .missingData, "\(result.explanation)")
            #expect(result.score == .zero)
            #expect(!result.missing.isEmpty)
        }
        #expect(result.valueText == value, "\(result.explanation)")
        #expect(!result.explanation.isEmpty)
    }
}
