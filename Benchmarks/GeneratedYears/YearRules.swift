import Performance
import Seeds

/// How one year of a made-up project runs, month after month (运行规律).
final class YearRules {
    let family: GeneratedFamily
    let nature: ProjectNature
    let schedule: [Int]
    let lumps: [ProjectNature.Lump]

    init(_ nature: ProjectNature, _ family: GeneratedFamily, springFestival: Int) {
        self.family = family
        self.nature = nature
        schedule = nature.schedule(springFestival: springFestival)
        lumps = nature.lumps
    }

    func begin(
        planned: Int64, departmentPace: Int, _ random: inout RandomSource
    ) -> ProjectState {
        let own = random.permille(family.slowYear) ? random.number(400...800) : random.around(40)
        return ProjectState(
            planned: planned, pace: own * departmentPace / 1000, openLumps: 1 << lumps.count - 1)
    }

    func advance(
        _ state: inout ProjectState, _ habits: ProjectHabits, _ random: inout RandomSource
    ) {
        state.month += 1
        state.planned = changedPlan(state, habits, &random)
        state.isCancelled = state.isCancelled || random.permille(family.cancelled)
        let paid = state.isCancelled ? 0 : payment(&state, habits, &random)
        let sum = state.reached + paid
        state.reached =
            habits.object == .money ? max(min(sum, state.planned), state.reached) : sum
        changePace(&state, &random)
    }

    func changePace(_ state: inout ProjectState, _ random: inout RandomSource) {
        state.pace = state.pace * random.around(15) / 1000
    }

    private func changedPlan(
        _ state: ProjectState, _ habits: ProjectHabits, _ random: inout RandomSource
    ) -> Int64 {
        guard habits.object == .money else { return state.planned }
        if random.permille(family.cut) {
            return max(state.planned * Int64(random.number(80...95)) / 100, state.reached)
        }
        if random.permille(family.added) {
            return state.planned * Int64(random.number(105...130)) / 100
        }
        return state.planned
    }

    private func payment(
        _ state: inout ProjectState, _ habits: ProjectHabits, _ random: inout RandomSource
    ) -> Int64 {
        var due = nature.due(schedule[state.month - 1], &random)
        for place in lumps.indices.reversed()
        where state.openLumps & 1 << place != 0 && random.permille(chance(of: place, state)) {
            let fails = random.permille(family.failedPurchase)
            if fails { state.failedShare += lumps[place].share } else { due += lumps[place].share }
            state.openLumps &= ~(1 << place)
        }
        var paid = usual(due, state, habits) * Int64(random.around(habits.noise)) / 1000
        paid += state.late
        state.late = 0
        if random.permille(habits.slip) { (state.late, paid) = (paid, 0) }
        guard state.month >= 11 else { return paid }
        return paid + arrears(after: paid, state, habits) * Int64(habits.rush) / 1000
            * Int64(random.number(70...130)) / 100
    }

    /// The chance, in thousandths, that a lump comes this month.
    func chance(of lump: Int, _ state: ProjectState) -> Int {
        min(lumps[lump].chances[state.month - 1] * state.pace / 1000, 1000)
    }

    /// What is paid for so many thousandths of the year, but for chance.
    func usual(_ due: Int, _ state: ProjectState, _ habits: ProjectHabits) -> Int64 {
        state.planned * Int64(due) / 1000 * Int64(habits.level) / 1000
            * Int64(min(state.pace, 1200)) / 1000
    }

    /// What is behind at the year's end; a purchase not yet made can't be caught up.
    func arrears(after paid: Int64, _ state: ProjectState, _ habits: ProjectHabits) -> Int64 {
        let open = lumps.indices.reduce(state.failedShare) { sum, place in
            state.openLumps & 1 << place == 0 ? sum : sum + lumps[place].share
        }
        let coming = Int64(schedule[state.month...].reduce(0, +) + open)
        let goal = state.planned * Int64(habits.level) / 1000 * max(1000 - coming, 0) / 1000
        return max(goal - state.reached - paid - state.late, 0)
    }
}

/// What a year brings to all (年景).
struct YearWeather {
    let springFestival: Int

    init(_ family: GeneratedFamily, _ random: inout RandomSource) {
        springFestival = random.permille(family.januaryFestival) ? 1 : 2
    }
}
