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

    init(_ given: Facts, _ lexicon: Lexicon) {
        self.given = given
        self.lexicon = lexicon
        name = given.text("三级指标") ?? ""
        value = DeclaredValue(given.text("指标值") ?? "", year: given.year)
    }

    var derived: Facts {
        let unitClass = value.day == nil ? lexicon.unitClass(value.unit) : .day
        var facts: Facts = [
            "指标类": FormulaValue(group?.rawValue),
            "是否定量": .truth(value.isQuantitative),
            "计算符号": .text(value.comparator?.rawValue ?? ""),
            "数值": value.number.map { .number($0) } ?? .missing,
            "日期": value.day.map { .day($0) } ?? .missing,
            "占位文字": .text(lexicon.placeholder(in: value.text) ?? ""),
            "值空泛": .truth(lexicon.isVague(value.text)),
            "名称空泛": .truth(isNameEmpty),
            "是比率": .truth(unitClass == .rate),
            "比率封顶": .truth(!lexicon.openRates.contains { name.contains($0) }),
            "含两项内容": .truth(hasTwoMeasures),
            "方向": .text(direction),
            "方向相反": .truth(isDirectionReversed),
            "人与人次混用": .truth(mixesPersons),
            "是过程": .truth(
                (lexicon.activityWords + lexicon.inputWords).contains { name.contains($0) }),
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
        let kinds = IndicatorKind.allCases
        // 服务对象满意度 does say what is measured.
        return bare.isEmpty || bare == given.text("二级指标")?.compactAnswer
            || kinds.contains {
                bare == $0.rawValue || ($0 != .clientSatisfaction && bare + "指标" == $0.rawValue)
            }
    }

    private func unitFits(_ unitClass: Lexicon.UnitClass) -> FormulaValue {
        guard let group, unitClass != .unknown, let allowed = lexicon.kindUnits[group]
        else { return .missing }
        return .truth(allowed.classes.contains(unitClass) || allowed.units.contains(value.unit))
    }

    /// 体检和疗休养次数: what is done or measured stands on both sides of 和.
    private var hasTwoMeasures: Bool {
        // A word such as 及时 is put out of the way, so that it joins nothing.
        let plain = lexicon.joinedWords.reduce(name) { $0.replacing($1, with: "＿") }
        let pieces = plain.split { "、和及与".contains($0) }.map(String.init)
        guard pieces.count > 1 else { return false }
        let marks = lexicon.workNouns + lexicon.measureEndings
        return zip(pieces, pieces.dropFirst()).contains { first, second in
            marks.contains { first.hasSuffix($0) } && marks.contains { second.contains($0) }
        }
    }

    /// The word that ends furthest to the right says it; the longest of those.
    private var direction: String {
        let lists = [
            (lexicon.risingNames, "越大越好"), (lexicon.fallingNames, "越小越好"),
            (lexicon.neutralNames, "不限"),
        ]
        var best: (end: String.Index, length: Int, words: String)?
        for (list, words) in lists {
            for word in list {
                guard let found = name.ranges(of: word).last?.upperBound else { continue }
                if let best, (best.end, best.length) >= (found, word.count) { continue }
                best = (found, word.count, words)
            }
        }
        return best?.words ?? "不限"
    }

    private var isDirectionReversed: Bool {
        switch (direction, value.comparator) {
        case ("越小越好", .atLeast?), ("越小越好", .greater?): value.day == nil
        case ("越大越好", .atMost?), ("越大越好", .less?): true
        default: false
        }
    }

    private var mixesPersons: Bool {
        let isCountOfPersons = ["人", "名"].contains(value.unit)
        return (name.contains("人次") && isCountOfPersons)
            || (name.contains("人数") && value.unit == "人次")
    }
}

extension Lexicon.IndicatorGroup {
    /// The group of a 二级指标, however it is written: 社会效益, 可持续影响指标.
    init?(secondLevel: String) {
        let marks: [(String, Self)] = [
            ("满意", .satisfaction), ("效益", .benefit), ("可持续", .benefit), ("数量", .quantity),
            ("质量", .quality), ("时效", .timeliness), ("成本", .cost),
        ]
        guard let found = marks.first(where: { secondLevel.contains($0.0) }) else { return nil }
        self = found.1
    }
}

extension Facts {
    /// 年度 as a number.
    fileprivate var year: Int? {
        guard let number = self["年度"]?.number, number.isWhole else { return nil }
        return Int(exactly: number.numerator)
    }
}
