/// The word lists on which facts about goals rest (词表): a district may edit them.
///
/// - Source: 目标质量, §2 helper definitions.
package struct Lexicon: Hashable, Sendable {
    /// Words that say nothing measurable: 显著, 有效.
    package let vagueWords: WordList
    /// Values that say nothing when they stand alone: 合格, 是.
    package let vagueValues: Set<String>
    /// Texts left from a template: XX, 待定.
    package let placeholders: WordList
    /// 召开会议, 投入资金: process or input, not result.
    package let processWords: WordList
    /// Nouns of work and endings of what is measured, two of which make two measures: 体检, 疗休养, 率.
    package let measuredWords: WordList
    /// Words with 及, 和 or 与 in them that join nothing: 及时, 参与.
    package let joinedWords: WordList
    /// Rates that may pass 100 %: 增长率.
    package let openRates: WordList
    /// Work that serves people, so that their satisfaction can be asked.
    package let servingWords: WordList
    /// Words without which two names are compared: 指标, 率.
    package let comparisonNoise: WordList
    /// Units by class; the class 单位成本 is an amount ÷ a quantity and needs no list.
    package let units: [UnitClass: [String]]
    /// What each kind of indicator may be measured in.
    package let kindUnits: [IndicatorGroup: UnitsOfKind]
    /// Words of names with the direction that each gives its name.
    private let directionWords: WordList
    private let directions: [Direction]
    /// All units that are known, the longest first.
    private let unitSpellings: WordList
    private let classes: [String: UnitClass]

    /// Whether more of what a name says is better (方向).
    package enum Direction: String, Hashable, Sendable {
        case rising = "越大越好"
        case falling = "越小越好"
        case any = "不限"
    }

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

    /// - Parameters:
    ///   - activityWords: 召开会议: process, not result.
    ///   - inputWords: 投入资金: input, not result.
    ///   - workNouns: 体检, 疗休养.
    ///   - measureEndings: 次数, 率.
    ///   - risingNames: names of which more is better.
    ///   - fallingNames: names of which less is.
    ///   - neutralNames: that contain one of these two but say nothing of the direction: 控制率.
    package init(
        vagueWords: [String], vagueValues: Set<String>, placeholders: [String],
        activityWords: [String], inputWords: [String], workNouns: [String],
        joinedWords: [String],
        measureEndings: [String], risingNames: [String], fallingNames: [String],
        neutralNames: [String], openRates: [String], servingWords: [String],
        comparisonNoise: [String], units: [UnitClass: [String]],
        kindUnits: [IndicatorGroup: UnitsOfKind]
    ) {
        self.vagueWords = WordList(vagueWords)
        self.vagueValues = vagueValues
        self.placeholders = WordList(placeholders)
        processWords = WordList(activityWords + inputWords)
        measuredWords = WordList(workNouns + measureEndings)
        self.joinedWords = WordList(joinedWords)
        directionWords = WordList(risingNames + fallingNames + neutralNames)
        directions =
            risingNames.map { _ in .rising } + fallingNames.map { _ in .falling }
            + neutralNames.map { _ in .any }
        self.openRates = WordList(openRates)
        self.servingWords = WordList(servingWords)
        self.comparisonNoise = WordList(comparisonNoise)
        self.units = units
        self.kindUnits = kindUnits
        unitSpellings = WordList(
            units.values.flatMap { $0 }.sorted { ($0.count, $1) > ($1.count, $0) })
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
        [unitSpellings.firstPlace(in: unit), unitSpellings.firstPlace(holding: unit)]
            .compactMap { $0 }.min().map { unitSpellings.words[$0] }
    }

    /// The word that ends furthest to the right says it; the longest of those.
    func direction(of name: String) -> Direction {
        var best: (end: Int, length: Int, word: Int)?
        directionWords.eachMatch(in: name) { word, end in
            let length = directionWords.words[word].utf8.count
            if let best, (best.end, best.length, word) >= (end, length, best.word) { return }
            best = (end, length, word)
        }
        return best.map { directions[$0.word] } ?? .any
    }

    /// No digit, and a word that says nothing measurable.
    func isVague(_ value: String) -> Bool {
        guard !value.isEmpty, !value.hasDigit else { return false }
        return vagueValues.contains(value) || vagueWords.isFound(in: value)
    }

    /// Facts that follow from those that a record declares.
    func derived(from given: Facts, of subject: RuleSubject) -> Facts {
        FactDerivation.derived(from: given, subject: subject.name, self)
    }

    /// The facts that a record declares, and those that follow from them; what is declared wins.
    package func completed(_ given: Facts, of subject: RuleSubject) -> Facts {
        var facts = derived(from: given, of: subject)
        facts.merge(given)
        return facts
    }
}

extension String {
    var hasDigit: Bool { unicodeScalars.contains { ("0"..."9").contains($0) } }
}
