import Formulas
import Quantities

/// What follows from one indicator as declared (指标): its value, its unit, what its name says.
struct IndicatorFacts {
    static let subject = "指标"
    static let names = [
        "指标类", "是否定量", "计算符号", "数值", "单位", "单位类别", "相近单位", "单位相符", "日期", "年度首日", "年度末日",
        "占位文字", "值空泛", "名称空泛", "是比率", "比率封顶", "含两项内容", "方向", "方向相反", "人与人次混用", "是过程",
    ]

    private let given: Facts
    private let lexicon: Lexicon
    private let name: String
    private let value: DeclaredValue
    private let direction: Lexicon.Direction

    init(_ given: Facts, _ lexicon: Lexicon) {
        self.given = given
        self.lexicon = lexicon
        name = given.text("三级指标") ?? ""
        value = DeclaredValue(given.text("指标值") ?? "", year: given.year)
        direction = lexicon.direction(of: name)
    }

    var derived: Facts {
        let unitClass = value.day == nil ? lexicon.unitClass(value.unit) : .day
        var facts: Facts = [
            "指标类": FormulaValue(group?.rawValue),
            "是否定量": .truth(value.isQuantitative),
            "计算符号": .text(value.comparator?.rawValue ?? ""),
            "数值": value.number.map { .number($0) } ?? .missing,
            "日期": value.day.map { .day($0) } ?? .missing,
            "占位文字": .text(lexicon.placeholders.first(in: value.text) ?? ""),
            "值空泛": .truth(lexicon.isVague(value.text)),
            "名称空泛": .truth(isNameEmpty),
            "是比率": .truth(unitClass == .rate),
            "比率封顶": .truth(!lexicon.openRates.isFound(in: name)),
            "含两项内容": .truth(hasTwoMeasures),
            "方向": .text(direction.rawValue),
            "方向相反": .truth(isDirectionReversed),
            "人与人次混用": .truth(mixesPersons),
            "是过程": .truth(lexicon.processWords.isFound(in: name)),
        ]
        if value.number != nil {
            facts["单位"] = .text(value.unit)
            facts["相近单位"] = .text(lexicon.nearestUnit(to: value.unit) ?? "")
        }
        if value.number != nil || value.day != nil {
            facts["单位类别"] = .text(unitClass.rawValue)
            facts["单位相符"] = unitFits(unitClass)
        }
        if let year = given.year.flatMap(FiscalYear.init) {
            facts["年度首日"] = .day(year.firstDay)
            facts["年度末日"] = .day(year.lastDay)
        }
        return facts
    }

    private var group: Lexicon.IndicatorGroup? { .init(secondLevel: given.text("二级指标") ?? "") }

    private var isNameEmpty: Bool {
        let bare = name.compactAnswer
        return bare.isEmpty || bare == given.text("二级指标")?.compactAnswer
            || Self.emptyNames.contains(ExactText(bare))
    }

    /// 数量指标, 数量; 服务对象满意度 does say what is measured.
    private static let emptyNames = Set(
        IndicatorKind.allCases.flatMap { kind in
            let name = kind.rawValue
            let isShortened = kind != .clientSatisfaction && name.hasSuffix("指标")
            return [name] + (isShortened ? [String(name.dropLast(2))] : [])
        }.map { ExactText($0) })

    private func unitFits(_ unitClass: Lexicon.UnitClass) -> FormulaValue {
        guard let group, unitClass != .unknown, let allowed = lexicon.kindUnits[group]
        else { return .missing }
        return .truth(allowed.classes.contains(unitClass) || allowed.units.contains(value.unit))
    }

    /// 体检和疗休养次数: what is done or measured stands on both sides of 和.
    private var hasTwoMeasures: Bool {
        guard Self.joints.isFound(in: name) else { return false }
        // A word such as 及时 is put out of the way, so that it joins nothing.
        let plain = lexicon.joinedWords.replaced(in: name, with: "＿")
        let pieces = plain.split { "、和及与".contains($0) }.map(String.init)
        let marks = lexicon.measuredWords
        return zip(pieces, pieces.dropFirst()).contains { first, second in
            marks.isEnd(of: first) && marks.isFound(in: second)
        }
    }

    private static let joints: WordList = ["、", "和", "及", "与"]

    private var isDirectionReversed: Bool {
        switch (direction, value.comparator) {
        case (.falling, .atLeast?), (.falling, .greater?): value.day == nil
        case (.rising, .atMost?), (.rising, .less?): true
        default: false
        }
    }

    private var mixesPersons: Bool {
        switch value.unit {
        case "人", "名": Self.visits.isFound(in: name)
        case "人次": Self.persons.isFound(in: name)
        default: false
        }
    }

    private static let visits: WordList = ["人次"]
    private static let persons: WordList = ["人数"]
}

extension Lexicon.IndicatorGroup {
    /// The group of a 二级指标, however it is written: 社会效益, 可持续影响指标.
    init?(secondLevel: String) {
        guard let place = Self.marks.firstPlace(in: secondLevel) else { return nil }
        self = Self.markedGroups[place]
    }

    private static let marks: WordList = ["满意", "效益", "可持续", "数量", "质量", "时效", "成本"]
    private static let markedGroups: [Self] = [
        .satisfaction, .benefit, .benefit, .quantity, .quality, .timeliness, .cost,
    ]
}

extension Facts {
    /// 年度 as a number.
    fileprivate var year: Int? {
        guard let number = self["年度"]?.number, number.isWhole else { return nil }
        return Int(exactly: number.numerator)
    }
}
