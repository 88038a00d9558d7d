import Performance
import Seeds

/// One year of a ``ContractProject``. What is to come is decided when it comes: a copy that is run on with
/// other numbers is another year that could as well have been.
struct ContractYear {
    private let project: ContractProject
    private let family: ContractFamily
    private let punctuality: Int
    /// Hundredths of the plan that this year's demand or prices come to.
    private var demand: Int
    private var milestones: [Milestone]
    private var frozenMonths = 0
    private(set) var planned: [Int64] = []
    private(set) var reached: [Int64] = []

    init(
        _ project: ContractProject, _ family: ContractFamily, punctuality: Int,
        _ random: inout RandomSource
    ) {
        self.project = project
        self.family = family
        self.punctuality = punctuality
        let weak = random.permille(family.weakYears) ? random.number(50...85) : 100
        demand = project.demand * weak / 100 + random.number(-4...4)
        milestones = project.kind.milestones(&random).sorted { $0.month < $1.month }
    }

    /// - Parameter freezes: the months in which a freeze of the whole district begins.
    mutating func run(through month: Int, freezes: Set<Int>, _ random: inout RandomSource) {
        while reached.count < month {
            if freezes.contains(reached.count + 1) { frozenMonths = 4 }
            advance(&random)
        }
    }

    /// 全年完成率 in 万分比, were the rest of the year run with these numbers.
    func end(_ random: inout RandomSource) -> Int {
        var copy = self
        let freezes = Set(
            (1...12).filter { $0 > reached.count && random.permille(family.freezes) })
        copy.run(through: 12, freezes: freezes, &random)
        return YearShare.of(copy.reached[11], copy.planned[11]) ?? 0
    }

    private mutating func advance(_ random: inout RandomSource) {
        let month = reached.count + 1
        let before = reached.last ?? 0
        var plan = planned.last ?? firstPlan
        if project.object == .money { plan = changed(plan, before, month, &random) }
        demand = max(demand + random.number(-1...1), 30)
        let whole = max(project.planned, plan)
        var paid = bills(whole, &random) + due(month, whole, &random)
        frozenMonths = max(frozenMonths - 1, 0)
        if month == 12, project.pushesOut {
            paid += max(plan - before - paid, 0) * Int64(family.pushedOut) / 100
        }
        planned.append(plan)
        reached.append(
            project.object == .money ? max(min(before + paid, plan), before) : before + paid)
    }

    /// Earmarked money stands in the budget in small part until it comes.
    private var firstPlan: Int64 {
        project.object == .money && project.kind == .earmarked
            ? project.planned * 2 / 5 : project.planned
    }

    private func changed(
        _ plan: Int64, _ reached: Int64, _ month: Int, _ random: inout RandomSource
    ) -> Int64 {
        if project.kind == .earmarked, plan < project.planned, month >= 5 {
            return random.chance(35) ? project.planned : plan
        }
        if month == 11, random.chance(family.takenBack) {
            return max(plan - (plan - reached) * Int64(random.number(20...70)) / 100, 1)
        }
        if month >= 6, random.permille(12) { return plan * Int64(random.number(102...125)) / 100 }
        return plan
    }

    private func bills(_ plan: Int64, _ random: inout RandomSource) -> Int64 {
        let kind = project.kind
        let usual = Int64(kind.bills.lowerBound + kind.bills.upperBound)
        guard kind.flow > 0, usual > 0 else { return 0 }
        let one = plan * Int64(kind.flow * demand) / 60_000 / usual
        let isSlack = frozenMonths > 0 && kind != .subsidy
        let count = random.number(kind.bills) * (isSlack ? 1 : 2) / 2
        return (0..<count).reduce(0) { sum, _ in sum + one * Int64(random.number(40...160)) / 100 }
    }

    private mutating func due(
        _ month: Int, _ plan: Int64, _ random: inout RandomSource
    ) -> Int64 {
        let chance =
            frozenMonths > 0
            ? punctuality / 4 : month <= 2 ? punctuality / 2 : min(punctuality * month / 9, 97)
        var paid: Int64 = 0
        var open: [Milestone] = []
        for milestone in milestones {
            let waits = milestone.waitsForOthers && !open.isEmpty
            if milestone.month > month || waits || !random.chance(chance) {
                open.append(milestone)
            } else if !random.permille(family.fallsThrough) {
                paid += plan * Int64(milestone.share * demand) / 10_000
            }
        }
        milestones = open
        return paid
    }
}
