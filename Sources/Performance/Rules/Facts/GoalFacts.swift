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
            "占位文字": .text(lexicon.placeholder(in: text) ?? ""),
            "全是口号": .truth(isSlogan),
        ]
    }

    /// No digit, and no clause that gets along without a word that says nothing.
    private var isSlogan: Bool {
        guard !text.isEmpty, !text.hasDigit else { return false }
        return text.split { "，,。；;！!".contains($0) }.allSatisfy { clause in
            lexicon.vagueWords.contains { clause.contains($0) }
        }
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
        return ["服务于人": .truth(lexicon.servingWords.contains { words.contains($0) })]
    }
}
