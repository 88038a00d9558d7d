import Formulas
import Quantities

/// What follows from one answer of a form (填报项).
struct FormAnswerFacts {
    static let subject = "填报项"
    static let names = ["可读", "数值", "字数"]

    private let kind: String
    private let text: String?

    init(_ given: Facts) {
        kind = given.text("类型") ?? ""
        text = given.text("内容")
    }

    var derived: Facts {
        guard let text, !text.isEmpty, text != FormContent.notApplicable else { return [:] }
        var facts: Facts = ["字数": .number(Fraction(Int64(text.unicodeScalars.count)))]
        switch kind {
        case "金额", "比率", "数", "分值":
            let number = ExactDecimal(text)
            facts["可读"] = .truth(number != nil)
            facts["数值"] = number.map { .number($0.fraction) } ?? .missing
        case "日期": facts["可读"] = .truth(Day(iso: text) != nil)
        case "年度":
            facts["可读"] = .truth(Int(text).flatMap(FiscalYear.init) != nil)
        default: facts["可读"] = .truth(true)
        }
        return facts
    }
}

/// How far money or an indicator is behind the year (执行进度).
struct ProgressFacts {
    static let subject = "执行进度"
    static let names = ["序时进度", "执行率", "相对进度"]

    private let given: Facts

    init(_ given: Facts) { self.given = given }

    /// 相对进度 is what ``MonitoredProgress`` says: executed ÷ budget ÷ what the time elapsed asks for.
    var derived: Facts {
        var facts: Facts = [:]
        let month = given["月份"]?.number.flatMap { try? $0.divided(by: Fraction(12)) }
        if let month { facts["序时进度"] = .number(month) }
        guard let budget = given["预算数"]?.number, let executed = given["执行数"]?.number
        else { return facts }
        // A budget of 0 has no progress: it counts as none.
        let rate = budget > .zero ? (try? executed.divided(by: budget)) : .zero
        guard let rate else { return facts }
        facts["执行率"] = .number(rate)
        let time = given["应有进度"]?.number ?? month
        if let time, time > .zero, let progress = try? rate.divided(by: time) {
            facts["相对进度"] = .number(progress)
        }
        return facts
    }
}
