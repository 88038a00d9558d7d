import Performance
import Seeds

/// All ways by which a state may have come to what the books say of the next month, each with its
/// probability; one of them is drawn (逐月推断).
struct MonthReading {
    let rules: YearRules
    let habits: ProjectHabits
    let entry: MonthEntry
    /// At the end of the month before.
    let start: ProjectState
    /// The probability of what the books say.
    private(set) var probability = 0.0
    /// One of the ways, drawn by its probability.
    private(set) var state: ProjectState

    /// - Parameter state: what is `late` in it is told before noise.
    init(
        _ state: ProjectState, _ habits: ProjectHabits, _ rules: YearRules, _ entry: MonthEntry,
        _ random: inout RandomSource
    ) {
        (self.rules, self.habits, self.entry) = (rules, habits, entry)
        var start = state
        start.month += 1
        start.planned = entry.planned
        (self.start, self.state) = (start, start)
        readBooks(&random)
        rules.changePace(&self.state, &random)
    }

    private mutating func readBooks(_ random: inout RandomSource) {
        let paid = entry.reached - start.reached
        let late = Double(entry.isLast ? 0 : rules.family.bookedLate) / 1000
        let slip = Double(entry.isLast ? 0 : rules.family.penSlips) / 1000
        readProject(paid, (1 - late) * (1 - slip), &random)
        if slip > 0, paid > 0, paid % 10 == 0 { readProject(paid / 10, (1 - late) * slip, &random) }
        if late > 0, paid == 0 {
            var unseen = start
            unseen.month -= 1
            unseen.settle(habits, &random)
            rules.advance(&unseen, habits, &random)
            unseen.planned = entry.planned
            add(late, unseen, reached: unseen.reached, &random)
        }
    }

    private mutating func readProject(
        _ paid: Int64, _ part: Double, _ random: inout RandomSource
    ) {
        let cancelled = start.isCancelled ? 1 : Double(rules.family.cancelled) / 1000
        if paid == 0 {
            var state = start
            state.isCancelled = true
            add(part * cancelled, state, reached: start.reached, &random)
        }
        if paid >= 0, !start.isCancelled {
            readLumps(from: 0, start, 0, paid, part * (1 - cancelled), &random)
        }
    }

    /// Each open lump may have stayed open, been paid or failed.
    private mutating func readLumps(
        from place: Int, _ state: ProjectState, _ due: Int, _ paid: Int64, _ part: Double,
        _ random: inout RandomSource
    ) {
        guard part > 0 else { return }
        guard place < rules.lumps.count else {
            readSchedule(state, due, paid, part, &random)
            return
        }
        guard state.openLumps & 1 << place != 0 else {
            readLumps(from: place + 1, state, due, paid, part, &random)
            return
        }
        let chance = Double(rules.chance(of: place, start)) / 1000
        let fails = Double(rules.family.failedPurchase) / 1000
        let share = rules.lumps[place].share
        readLumps(from: place + 1, state, due, paid, part * (1 - chance), &random)
        var gone = state
        gone.openLumps &= ~(1 << place)
        readLumps(from: place + 1, gone, due + share, paid, part * chance * (1 - fails), &random)
        gone.failedShare += share
        readLumps(from: place + 1, gone, due, paid, part * chance * fails, &random)
    }

    private mutating func readSchedule(
        _ state: ProjectState, _ lumps: Int, _ paid: Int64, _ part: Double,
        _ random: inout RandomSource
    ) {
        let scheduled = rules.schedule[state.month - 1]
        guard rules.nature == .scattered else {
            readPayment(state, scheduled + lumps, paid, part, &random)
            return
        }
        readPayment(state, 0, paid, part * 0.4, &random)
        let (least, most) = (scheduled * 50 / 100, scheduled * 280 / 100)
        let (low, high) = scattered(paid, state, least...most)
        guard low <= high else { return }
        let drawn = random.number(low...high)
        readPayment(
            state, drawn, paid, part * 0.6 * Double(high - low + 1) / Double(most - least + 1),
            &random)
    }

    /// Which dues can have led to a payment: all, where it may still be late.
    private func scattered(
        _ paid: Int64, _ state: ProjectState, _ range: ClosedRange<Int>
    ) -> (Int, Int) {
        let one = Double(rules.usual(1_000_000, state, habits)) / 1_000_000
        guard paid > 0, state.late == 0, state.month < 11, one > 0 else {
            return (range.lowerBound, range.upperBound)
        }
        let spread = 0.0018 * Double(habits.noise)
        let isCapped = isCapped(paid)
        let low = Double(paid) / one / (1 + spread)
        let high = (Double(paid) + 3) / one / max(1 - spread, 0.05) + 2
        return (
            max(range.lowerBound, Int(min(low, 1e6))),
            isCapped ? range.upperBound : min(range.upperBound, Int(min(high, 1e6)))
        )
    }

    private mutating func readPayment(
        _ state: ProjectState, _ due: Int, _ paid: Int64, _ part: Double,
        _ random: inout RandomSource
    ) {
        let usual = rules.usual(due, state, habits)
        let slip = Double(habits.slip) / 1000
        var late = state
        late.late += usual
        if state.month < 11 {
            if paid == 0 { add(part * slip, late, reached: state.reached, &random) }
            var now = state
            now.late = 0
            add(
                part * (1 - slip) * chance(of: paid, usual, state, &random), now,
                reached: state.reached + paid, &random)
        } else {
            readYearEnd(state, late, usual, paid, part, slip, &random)
        }
    }

    /// The probability of a payment that is not late, together with what was.
    func chance(
        of paid: Int64, _ usual: Int64, _ state: ProjectState, _ random: inout RandomSource
    ) -> Double {
        var (paid, usual, before) = (paid, usual, state.late)
        if usual == 0 { (usual, before) = (before, 0) }
        let known = before > 0 ? before * Int64(random.around(habits.noise)) / 1000 : 0
        let isCapped = isCapped(paid)
        paid -= known
        if isCapped {
            return PaymentNoise.probability(ofAtLeast: paid, usual: usual, noise: habits.noise)
        }
        return paid < 0
            ? 0 : PaymentNoise.probability(of: paid, usual: usual, noise: habits.noise)
    }

    /// Whether more may have been due than the budget allowed.
    func isCapped(_ paid: Int64) -> Bool {
        habits.object == .money && start.reached + paid >= start.planned
    }

    /// One way more: of all so far each stays by its probability.
    mutating func add(
        _ part: Double, _ way: ProjectState, reached: Int64, _ random: inout RandomSource
    ) {
        guard part > 0 else { return }
        probability += part
        guard random.unit() * probability < part else { return }
        state = way
        state.reached = reached
    }
}

extension ProjectState {
    /// Gives what is late its noise.
    mutating func settle(_ habits: ProjectHabits, _ random: inout RandomSource) {
        if late > 0 { late = late * Int64(random.around(habits.noise)) / 1000 }
    }
}
