import Performance
import Seeds

/// One year of a made-up project, month after month (虚拟年度). The state knows no future: a copy of
/// it, run on with other numbers, is another year that could as well have been.
struct ProjectYear {
    private let project: GeneratedProject
    private let family: GeneratedFamily
    private let schedule: [Int]
    /// Thousandths of its usual speed.
    private var pace: Int
    private var lumpsOpen: [ProjectNature.Lump]
    /// Purchases of this year that will never come about.
    private var failedShare = 0
    /// Due, but not yet paid.
    private var late: Int64 = 0
    private var isCancelled = false
    private(set) var planned: [Int64] = []
    private(set) var reached: [Int64] = []

    init(
        _ project: GeneratedProject, _ family: GeneratedFamily, year: YearWeather,
        departmentPace: Int, _ random: inout RandomSource
    ) {
        self.project = project
        self.family = family
        schedule = project.nature.schedule(springFestival: year.springFestival)
        let own = random.permille(family.slowYear) ? random.number(400...800) : random.around(40)
        pace = own * departmentPace / 1000
        lumpsOpen = project.nature.lumps
    }

    /// 全年完成率 in 万分比.
    var finalShare: Int { YearShare.of(reached[11], planned[11]) ?? 0 }

    mutating func run(through month: Int, _ random: inout RandomSource) {
        while reached.count < month { advance(&random) }
    }

    private mutating func advance(_ random: inout RandomSource) {
        let month = reached.count + 1
        let plan = changedPlan(&random)
        let before = reached.last ?? 0
        isCancelled = isCancelled || random.permille(family.cancelled)
        let paid = isCancelled ? 0 : payment(month, plan, before, &random)
        planned.append(plan)
        let sum = before + paid
        reached.append(project.object == .money ? max(min(sum, plan), before) : sum)
        pace = pace * random.around(15) / 1000
    }

    private func changedPlan(_ random: inout RandomSource) -> Int64 {
        let plan = planned.last ?? project.planned
        guard project.object == .money else { return plan }
        if random.permille(family.cut) {
            return max(plan * Int64(random.number(80...95)) / 100, reached.last ?? 0)
        }
        if random.permille(family.added) { return plan * Int64(random.number(105...130)) / 100 }
        return plan
    }

    private mutating func payment(
        _ month: Int, _ plan: Int64, _ before: Int64, _ random: inout RandomSource
    ) -> Int64 {
        var due = Int64(project.nature.due(schedule[month - 1], &random))
        for (place, lump) in lumpsOpen.enumerated().reversed()
        where random.permille(min(lump.chances[month - 1] * pace / 1000, 1000)) {
            let fails = random.permille(family.failedPurchase)
            if fails { failedShare += lump.share } else { due += Int64(lump.share) }
            lumpsOpen.remove(at: place)
        }
        var paid = plan * due / 1000 * Int64(project.level) / 1000
        paid = paid * Int64(min(pace, 1200)) / 1000 * Int64(random.around(project.noise)) / 1000
        paid += late
        late = 0
        if random.permille(project.slip) { (late, paid) = (paid, 0) }
        return paid + rushed(month, plan, before + paid, &random)
    }

    /// What is caught up at the year's end; a purchase not yet made can't be.
    private func rushed(
        _ month: Int, _ plan: Int64, _ reached: Int64, _ random: inout RandomSource
    ) -> Int64 {
        guard month >= 11 else { return 0 }
        let open = lumpsOpen.reduce(failedShare) { $0 + $1.share }
        let coming = Int64(schedule[month...].reduce(0, +) + open)
        let goal = plan * Int64(project.level) / 1000 * max(1000 - coming, 0) / 1000
        let arrears = max(goal - reached - late, 0)
        return arrears * Int64(project.rush) / 1000 * Int64(random.number(70...130)) / 100
    }
}

/// What a year brings to all (年景).
struct YearWeather {
    let springFestival: Int

    init(_ family: GeneratedFamily, _ random: inout RandomSource) {
        springFestival = random.permille(family.januaryFestival) ? 1 : 2
    }
}
