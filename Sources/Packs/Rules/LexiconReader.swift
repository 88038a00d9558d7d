import Performance

/// Reads `rules/lexicon.yaml`.
enum LexiconReader {
    private static let lists = [
        "vagueWords", "vagueValues", "placeholders", "activityWords", "inputWords", "workNouns",
        "joinedWords",
        "measureEndings", "risingNames", "fallingNames", "neutralNames", "openRates",
        "servingWords", "comparisonNoise",
    ]

    static func lexicon(_ file: PackText) throws(PackError) -> Lexicon {
        let top = try YAMLValue(text: file.text, file: file.file)
            .mapping(lists + ["source", "units", "kindUnits"])
        _ = try RuleSource(reading: top.require("source"))
        func list(_ key: String) throws(PackError) -> [String] {
            try top.require(key).texts()
        }
        return Lexicon(
            vagueWords: try list("vagueWords"), vagueValues: Set(try list("vagueValues")),
            placeholders: try list("placeholders"), activityWords: try list("activityWords"),
            inputWords: try list("inputWords"), workNouns: try list("workNouns"),
            joinedWords: try list("joinedWords"),
            measureEndings: try list("measureEndings"), risingNames: try list("risingNames"),
            fallingNames: try list("fallingNames"), neutralNames: try list("neutralNames"),
            openRates: try list("openRates"), servingWords: try list("servingWords"),
            comparisonNoise: try list("comparisonNoise"), units: try units(top.require("units")),
            kindUnits: try kindUnits(top.require("kindUnits")))
    }

    private static func units(
        _ value: YAMLValue
    ) throws(PackError) -> [Lexicon.UnitClass: [String]] {
        let mapping = try value.mapping(Lexicon.UnitClass.allCases.map(\.rawValue))
        var units: [Lexicon.UnitClass: [String]] = [:]
        for unitClass in Lexicon.UnitClass.allCases {
            units[unitClass] = try mapping[unitClass.rawValue]?.texts()
        }
        return units
    }

    private static func kindUnits(
        _ value: YAMLValue
    ) throws(PackError) -> [Lexicon.IndicatorGroup: Lexicon.UnitsOfKind] {
        let mapping = try value.mapping(Lexicon.IndicatorGroup.allCases.map(\.rawValue))
        var kinds: [Lexicon.IndicatorGroup: Lexicon.UnitsOfKind] = [:]
        for group in Lexicon.IndicatorGroup.allCases {
            guard let item = try mapping[group.rawValue]?.mapping(["classes", "units"])
            else { continue }
            var classes: Set<Lexicon.UnitClass> = []
            for value in try item.require("classes").nonEmptyList() {
                classes.insert(try value.choice(of: Lexicon.UnitClass.self))
            }
            kinds[group] = Lexicon.UnitsOfKind(
                classes: classes, units: Set(try item["units"]?.texts() ?? []))
        }
        return kinds
    }
}

/// Reads `rules/quality-score.yaml`.
enum QualityParametersReader {
    static func parameters(_ file: PackText) throws(PackError) -> QualityParameters {
        let top = try YAMLValue(text: file.text, file: file.file).mapping([
            "blocking", "unanswered", "answered", "shown", "countsPerRule", "reasonLength",
            "projectShare", "source",
        ])
        return QualityParameters(
            blocking: try top.require("blocking").number(),
            unanswered: try top.require("unanswered").number(),
            answered: try top.require("answered").number(),
            shown: try top.require("shown").number(),
            countsPerRule: try top.require("countsPerRule").integer(1...100),
            reasonLength: try top.require("reasonLength").integer(1...200),
            projectShare: try top.require("projectShare").number(),
            source: try RuleSource(reading: top.require("source")))
    }
}
