import Seeds

/// What a project of the second generator is bound to (合同类型): bills that come by chance, and
/// milestones that fall due and then wait for somebody.
enum ContractKind: String, CaseIterable {
    case subsidy = "补助发放"
    case purchases = "合同采购"
    case tranches = "分期拨付"
    case bills = "零星支出"
    case events = "活动培训"
    case works = "工程进度"
    /// From above, in the middle of the year.
    case earmarked = "上级专款"

    /// Hundredths of the year's plan that come month by month, whatever the milestones.
    var flow: Int {
        switch self {
        case .subsidy: 100
        case .bills: 100
        case .events: 15
        case .works: 5
        case .purchases, .tranches, .earmarked: 0
        }
    }

    /// Bills a month, of which each may be more or less.
    var bills: ClosedRange<Int> {
        switch self {
        case .subsidy: 6...6
        case .bills: 0...5
        default: 0...2
        }
    }

    /// Milestones of one year: when each falls due, and its hundredths.
    func milestones(_ random: inout RandomSource) -> [Milestone] {
        switch self {
        case .subsidy, .bills: []
        case .purchases: purchases(&random)
        case .tranches:
            [3, 6, 9, 11].map { Milestone(month: $0, share: 25, waitsForOthers: true) }
        case .events:
            (0..<5).map { _ in
                Milestone(month: random.pick([3, 4, 5, 6, 9, 10, 11]), share: 17)
            }
        case .works:
            [(4, 25), (7, 20), (9, 20), (11, 20), (12, 10)].map {
                Milestone(
                    month: min($0.0 + random.number(-1...2), 12), share: $0.1, waitsForOthers: true)
            }
        case .earmarked:
            [0, 2, 4].map { later in
                Milestone(
                    month: min(random.number(6...9) + later, 12), share: 33, waitsForOthers: true)
            }
        }
    }

    /// One to four contracts: a third at signing, the rest on delivery, some months later.
    private func purchases(_ random: inout RandomSource) -> [Milestone] {
        let count = random.number(1...4)
        return (0..<count).flatMap { _ in
            let signed = random.number(3...10)
            return [
                Milestone(month: signed, share: 30 / count, waitsForOthers: false),
                Milestone(
                    month: min(signed + random.number(1...4), 12), share: 68 / count,
                    waitsForOthers: false),
            ]
        }
    }
}

/// A sum that falls due in a month and is paid when somebody gets to it (付款节点).
struct Milestone {
    let month: Int
    /// Hundredths of the plan.
    let share: Int
    /// Whether the ones before have to be paid first.
    var waitsForOthers = false
}
