/// The figures that several checks ask for (主要数据): the first of each; −1 for none.
struct Overview {
    var incomeBudget = Int32(-1)
    var expenditureBudget = Int32(-1)
    var incomeTotal = Int32(-1)
    var expenditureTotal = Int32(-1)
    var personnel = Int32(-1)
    var posts = Int32(-1)
    var inPost = Int32(-1)
    /// The greatest number of contract staff.
    var extra = Int32(-1)
    var places = Int32(-1)
    var wages = Int32(-1)
    var hasInitialBudget = false
    var hasAdjustedBudget = false
    var firstYear = Int16(0)
    /// Levels that count 人次, at most 64.
    var times: [Int32] = []
}

extension RelationSearch {
    func overview() -> Overview {
        var overview = Overview()
        for index in 0..<figureCount {
            let kind = figure(index).kind
            if kind == .year, overview.firstYear == 0 {
                overview.firstYear = Int16(truncatingIfNeeded: figure(index).mantissa)
            }
            guard statement(index).role == .level else { continue }
            if kind == .amount {
                takeAmount(index, &overview)
            } else if kind == .count {
                takeCount(index, &overview)
            }
        }
        return overview
    }

    func facts(_ index: Int32) -> LabelFacts { LabelFacts(reading.text, label(of: index)) }

    private func takeAmount(_ index: Int32, _ overview: inout Overview) {
        let facts = facts(index)
        let own = statement(index)
        if facts.contains(.initial) { overview.hasInitialBudget = true }
        if facts.contains(.adjusted) { overview.hasAdjustedBudget = true }
        guard own.comparand != .prior, !own.marks.contains(.cause) else { return }
        if facts.contains(.personnel), !facts.contains(.extra), overview.personnel < 0 {
            overview.personnel = index
        }
        if facts.contains(.wages), overview.wages < 0 { overview.wages = index }
        guard !own.marks.contains(.ofWhich), !facts.contains(.fiscal),
            facts.contains(.income) != facts.contains(.expenditure)
        else { return }
        let isIncome = facts.contains(.income)
        if facts.contains(.budget), own.comparand == .budget {
            takeFirst(index, isIncome ? \.incomeBudget : \.expenditureBudget, &overview)
        } else if facts.contains(.sum), own.comparand == .none {
            takeFirst(index, isIncome ? \.incomeTotal : \.expenditureTotal, &overview)
        }
    }

    private func takeFirst(
        _ index: Int32, _ path: WritableKeyPath<Overview, Int32>, _ overview: inout Overview
    ) {
        if overview[keyPath: path] < 0 { overview[keyPath: path] = index }
    }

    private func takeCount(_ index: Int32, _ overview: inout Overview) {
        let unit = figure(index).unit
        if unit == CountUnit.personTimes {
            if overview.times.count < 64 { overview.times.append(index) }
            return
        }
        guard unit == CountUnit.person || unit == 0 else { return }
        var facts = facts(index)
        if unit == 0 || !facts.contains(.extra) { facts.formUnion(followingFacts(index)) }
        if facts.contains(.extra) {
            if facts.contains(.places) {
                takeFirst(index, \.places, &overview)
            } else if unit == CountUnit.person,
                overview.extra < 0 || gap(index, overview.extra).steps > 0
            {
                overview.extra = index
            }
            return
        }
        guard unit == CountUnit.person, !facts.contains(.retired) else { return }
        if facts.contains(.posts), !facts.contains(.inPost) {
            takeFirst(index, \.posts, &overview)
        } else if facts.contains(.inPost), !isLabelled(index, "实有") {
            takeFirst(index, \.inPost, &overview)
        }
    }

    /// 8个编外名额: what a count without a label counts stands behind it.
    private func followingFacts(_ index: Int32) -> LabelFacts {
        let start = reading.text.skipBlanks(Int(figure(index).end))
        switch reading.text.first(of: ["编外", "聘", "合同制", "劳务派遣", "雇员"], at: start) {
        case nil: return []
        default:
            let end = min(start + 24, reading.text.bytes.count)
            let facts = LabelFacts(reading.text, start..<end)
            // Persons who are counted so are told in the label, places behind the number.
            return facts.contains(.places) ? facts : []
        }
    }
}
