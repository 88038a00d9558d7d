/// The word lists on which facts about goals rest (词表): a district may edit them.
///
/// - Source: 目标质量, §2 helper definitions.
package struct Lexicon: Hashable, Sendable {
    /// Words that say nothing measurable: 显著, 有效.
    package let vagueWords: [String]
    /// Values that say nothing when they stand alone: 合格, 是.
    package let vagueValues: Set<String>
    /// Texts left from a template: XX, 待定.
    package let placeholders: [String]
    /// 召开会议: process, not result.
    package let activityWords: [String]
    /// 投入资金: input, not result.
    package let inputWords: [String]
    /// Nouns of work, two of which make two measures: 体检, 疗休养.
    package let workNouns: [String]
    /// Words with 及, 和 or 与 in them that join nothing: 及时, 参与.
    package let joinedWords: [String]
    /// Endings of what is measured: 次数, 率.
    package let measureEndings: [String]
    /// Names of which more is better, and of which less is.
    package let risingNames: [String]
    package let fallingNames: [String]
    /// Names that contain one of the above but say nothing of the direction: 控制率.
    package let neutralNames: [String]
    /// Rates that may pass 100 %: 增长率.
    package let openRates: [String]
    /// Work that serves people, so that their satisfaction can be asked.
    package let servingWords: [String]
    /// Words without which two names are compared: 指标, 率.
    package let comparisonNoise: [String]
    /// Units by class; the class 单位成本 is an amount ÷ a quantity and needs no list.
    package let units: [UnitClass: [String]]
    /// What each kind of indicator may be measured in.
    package let kindUnits: [IndicatorGroup: UnitsOfKind]
    /// All units that are known, the longest first.
    private let unitSpellings: [String]
    private let classes: [String: UnitClass]

    package enum UnitClass: String, Hashable, Sendable, CaseIterable {
        case quantity = "数量"
        case rate = "比率"
        case time = "时间"
        case money = "金额"
        case unitCost = "单位成本"
        case degree = "程度"
        case day = "日期"
        case unknown = "其他"
    }

    /// 二级指标 as the lists tell them apart; the four kinds of benefit are one.
    package enum IndicatorGroup: String, Hashable, Sendable, CaseIterable {
        case quantity = "数量"
        case quality = "质量"
        case timeliness = "时效"
        case cost = "成本"
        case benefit = "效益"
        case satisfaction = "满意度"
    }

    package struct UnitsOfKind: Hashable, Sendable {
        package let classes: Set<UnitClass>
        /// Units that are allowed beside the classes: 起 for a quality.
        package let units: Set<String>

        package init(classes: Set<UnitClass>, units: Set<String>) {
            self.classes = classes
            self.units = units
        }
    }

    package init(
        vagueWords: [String], vagueValues: Set<String>, placeholders: [String],
        activityWords: [String], inputWords: [String], workNouns: [String],
        joinedWords: [String],
        measureEndings: [String], risingNames: [String], fallingNames: [String],
        neutralNames: [String], openRates: [String], servingWords: [String],
        comparisonNoise: [String], units: [UnitClass: [String]],
        kindUnits: [IndicatorGroup: UnitsOfKind]
    ) {
        self.vagueWords = vagueWords
        self.vagueValues = vagueValues
        self.placeholders = placeholders
        self.activityWords = activityWords
        self.inputWords = inputWords
        self.workNouns = workNouns
        self.joinedWords = joinedWords
        self.measureEndings = measureEndings
        self.risingNames = risingNames
        self.fallingNames = fallingNames
        self.neutralNames = neutralNames
        self.openRates = openRates
        self.servingWords = servingWords
        self.comparisonNoise = comparisonNoise
        self.units = units
        self.kindUnits = kindUnits
        unitSpellings = units.values.flatMap { $0 }.sorted { ($0.count, $1) > ($1.count, $0) }
        // A unit that several classes list is of the first of them.
        classes = Dictionary(
            UnitClass.allCases.flatMap { unitClass in
                (units[unitClass] ?? []).map { ($0, unitClass) }
            }, uniquingKeysWith: { first, _ in first })
    }

    func unitClass(_ unit: String) -> UnitClass {
        let parts = unit.split(separator: "/", maxSplits: 1).map(String.init)
        guard parts.count == 2 else { return listedClass(unit) }
        guard listedClass(parts[1]) != .unknown else { return .unknown }
        // 元/人 is a unit cost, 公斤/亩 a quantity.
        let counted = listedClass(parts[0])
        return counted == .money ? .unitCost : counted
    }

    /// 万平方米 is of the class of 平方米.
    private func listedClass(_ unit: String) -> UnitClass {
        if let listed = classes[unit] { return listed }
        guard unit.count > 1, let first = unit.first, "千万亿".contains(first)
        else { return .unknown }
        return listedClass(String(unit.dropFirst()))
    }

    /// The known unit nearest to a misspelt one: the longest that holds it or is held; nil where none is.
    func nearestUnit(to unit: String) -> String? {
        unitSpellings.first { unit.contains($0) || $0.contains(unit) }
    }

    func placeholder(in text: String) -> String? { placeholders.first { text.contains($0) } }

    /// No digit, and a word that says nothing measurable.
    func isVague(_ value: String) -> Bool {
        guard !value.isEmpty, !value.hasDigit else { return false }
        return vagueValues.contains(value) || vagueWords.contains { value.contains($0) }
    }

    /// Facts derived from those that a record declares; what is declared wins.
    package func completed(_ given: Facts, of subject: RuleSubject) -> Facts {
        FactDerivation.derived(from: given, subject: subject.name, self)
            .merging(given) { _, given in given }
    }
}

extension String {
    var hasDigit: Bool { unicodeScalars.contains { ("0"..."9").contains($0) } }
}
