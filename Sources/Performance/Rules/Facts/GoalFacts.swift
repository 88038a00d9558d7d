import Formulas
import Quantities

/// What follows from the text of a goal (目标).
struct GoalFacts {
    static let subject = "目标"
    static let names = ["字数", "占位文字", "全是口号"]

    private let text: String
    private let lexicon: Lexicon

    init(_ given: Facts, _ lexicon: Lexicon) {
        text = (given.text("目标内容") ?? "").compactAnswer
        self.lexicon = lexicon
    }

    var derived: Facts {
        [
            "字数": .number(Fraction(Int64(text.unicodeScalars.count))),
            "占位文字": .text(lexicon.placeholders.first(in: text) ?? ""),
            "全是口号": .truth(isSlogan),
        ]
    }

    /// No digit, and no clause that gets along without a word that says nothing.
    private var isSlogan: Bool {
        guard !text.isEmpty, !text.hasDigit else { return false }
        return text.split { "，,。；;！!".contains($0) }
            .allSatisfy { lexicon.vagueWords.isFound(in: String($0)) }
    }
}

/// What follows from a form of goals as a whole (绩效目标表).
struct GoalFormFacts {
    static let subject = "绩效目标表"
    static let names = ["服务于人"]

    private let given: Facts
    private let lexicon: Lexicon

    init(_ given: Facts, _ lexicon: Lexicon) {
        self.given = given
        self.lexicon = lexicon
    }

    var derived: Facts {
        let words = (given.text("名称") ?? "") + (given.text("年度目标") ?? "")
        return ["服务于人": .truth(lexicon.servingWords.isFound(in: words))]
    }

    /// How many indicators a form has of which kind, and how many of them are measured.
    ///
    /// - Parameter groups: of each 三级指标; nil of an unknown 二级指标.
    static func counts(_ groups: [Lexicon.IndicatorGroup?], quantitative: Int) -> Facts {
        func count(_ wanted: Lexicon.IndicatorGroup...) -> FormulaValue {
            .number(Fraction(Int64(groups.count { $0.map(wanted.contains) ?? false })))
        }
        var facts: Facts = [
            "三级指标数": .number(Fraction(Int64(groups.count))),
            "产出指标数": count(.quantity, .quality, .timeliness, .cost),
            "数量指标数": count(.quantity), "质量指标数": count(.quality),
            "时效指标数": count(.timeliness), "成本指标数": count(.cost), "效益指标数": count(.benefit),
            "满意度指标数": count(.satisfaction),
        ]
        if let share = try? Fraction(Int128(quantitative), over: Int128(groups.count)) {
            facts["定量占比"] = .number(share)
        }
        return facts
    }
}
