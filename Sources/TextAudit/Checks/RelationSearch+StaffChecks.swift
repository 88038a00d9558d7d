import Performance
import Quantities

/// Persons beside posts, places and pay (人员).
extension RelationSearch {
    func checkStaff(_ overview: Overview, into result: inout [TextFinding]) {
        checkPosts(overview, into: &result)
        checkPlaces(overview, into: &result)
        checkPersonnelCost(overview, into: &result)
        checkWages(overview, into: &result)
    }

    /// CC-041.
    private func checkPosts(_ overview: Overview, into result: inout [TextFinding]) {
        let (posts, staff) = (overview.posts, overview.inPost)
        guard posts >= 0, staff >= 0, figure(posts).adds(with: figure(staff)),
            abs(statement(posts).line - statement(staff).line) <= 1,
            figure(posts).marks.isDisjoint(with: .inexact), gap(staff, posts).steps > 0
        else { return }
        result.append(
            remark(
                "CC-041", .compare, at: [place(staff), place(posts)],
                "\(words(staff)) ≤ \(words(posts))", stated: words(staff),
                "在职 \(words(staff))，多于编制 \(words(posts))。", "请核对编制数和在职人数，或说明超编原因。"))
    }

    /// CC-042.
    private func checkPlaces(_ overview: Overview, into result: inout [TextFinding]) {
        let (staff, places) = (overview.extra, overview.places)
        guard staff >= 0, places >= 0 else { return }
        let gap = gap(staff, places)
        guard gap.steps > 0, !tellsPayer(places), !tellsPayer(staff) else { return }
        let more = number(gap.steps, gap.exponent, like: staff)
        result.append(
            remark(
                "CC-042", .compare, at: [place(staff), place(places)],
                "\(words(staff)) ≤ \(words(places))", stated: words(staff),
                difference: more + unit(staff),
                "编外人员 \(words(staff))多于名额 \(words(places))，多出的 \(more)\(unit(staff))未说明经费来源。",
                "请核对编外人数和名额，或说明其余人员的经费来源。"))
    }

    /// Whether the line says who pays the rest.
    private func tellsPayer(_ index: Int32) -> Bool {
        let line = line(of: index)
        for word: StaticString in ["其余", "负担", "自筹", "自有资金", "另由", "承担"]
        where reading.text.holds(word, in: line) {
            return true
        }
        return false
    }

    /// 人 without 万 or decimals; nil where the count is not one.
    private func persons(_ index: Int32) -> Int128? {
        let figure = figure(index)
        guard figure.decimals == 0, figure.scale == 0, figure.mantissa > 0 else { return nil }
        return Int128(figure.mantissa)
    }

    /// 分 for each person, and that in 万元 with two decimals.
    private func share(_ amount: Int32, _ persons: Int128) -> (fen: Int128, words: String)? {
        guard figure(amount).exponent >= -2 else { return nil }
        let fen = counted(amount, -2)
        let cents = (2 * fen + persons * 10_000) / (2 * persons * 10_000)
        return (fen / persons, ExactDecimal(mantissa: cents, scale: 2).text + "万元")
    }

    /// CC-043.
    private func checkPersonnelCost(_ overview: Overview, into result: inout [TextFinding]) {
        guard overview.personnel >= 0, overview.inPost >= 0,
            let persons = persons(overview.inPost), persons >= 3,
            let share = share(overview.personnel, persons)
        else { return }
        let bounds = parameters.personnelYuanPerPost
        guard
            share.fen < Int128(bounds.lowerBound) * 100
                || share.fen > Int128(bounds.upperBound) * 100
        else { return }
        result.append(
            remark(
                "CC-043", .ratio, at: [place(overview.personnel), place(overview.inPost)],
                "\(words(overview.personnel)) ÷ \(words(overview.inPost))", computed: share.words,
                "按在编 \(words(overview.inPost))计算，人均人员经费 \(share.words)，与常见水平相差较大。",
                "请列明离退休等人员的经费，或核对人数和金额。"))
    }

    /// CC-044.
    private func checkWages(_ overview: Overview, into result: inout [TextFinding]) {
        guard let minimum = parameters.minimumWageYuan, overview.wages >= 0, overview.extra >= 0,
            let persons = persons(overview.extra), let share = share(overview.wages, persons),
            share.fen < Int128(minimum) * 1200
        else { return }
        result.append(
            remark(
                "CC-044", .ratio, at: [place(overview.wages), place(overview.extra)],
                "\(words(overview.wages)) ÷ \(words(overview.extra))", computed: share.words,
                "按编外人员 \(words(overview.extra))计算，人均年工资 \(share.words)，低于最低工资标准。",
                "人数或金额可能有误，请核对。"))
    }
}
