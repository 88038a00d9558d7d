import Performance
import Seeds

extension MonthReading {
    /// November and December: some of the arrears is paid on top.
    mutating func readYearEnd(
        _ state: ProjectState, _ late: ProjectState, _ usual: Int64, _ paid: Int64,
        _ part: Double, _ slip: Double, _ random: inout RandomSource
    ) {
        let reached = state.reached + paid
        var settled = late
        settled.settle(habits, &random)
        let behind = rules.arrears(after: 0, settled, habits)
        add(part * slip * rush(paid, of: behind, &random), late, reached: reached, &random)
        var now = state
        now.late = 0
        if !isCapped(paid), rules.arrears(after: paid, now, habits) == 0 {
            let punctual = chance(of: paid, usual, state, &random)
            add(part * (1 - slip) * punctual, now, reached: reached, &random)
        }
        for _ in 0..<Self.draws {
            let first = (usual + state.late) * Int64(random.around(habits.noise)) / 1000
            let behind = rules.arrears(after: first, now, habits)
            let caughtUp =
                isCapped(paid) && first >= paid
                ? 1 : behind > 0 && first <= paid ? rush(paid - first, of: behind, &random) : 0
            add(
                part * (1 - slip) / Double(Self.draws) * caughtUp, now, reached: reached, &random)
        }
    }

    private static let draws = 4

    /// The probability that so much of the arrears is caught up.
    private func rush(
        _ paid: Int64, of behind: Int64, _ random: inout RandomSource
    ) -> Double {
        let whole = behind * Int64(habits.rush) / 1000
        if habits.object == .money, entry.reached >= start.planned {
            return whole * Int64(random.number(70...130)) / 100 >= paid ? 1 : 0
        }
        guard whole > 0 else { return paid == 0 ? 1 : 0 }
        if whole >= 100 {
            let percent = paid * 100 / whole
            return (70...130).contains(percent) ? 100 / Double(whole) / 61 : 0
        }
        return Double((70...130).count { whole * Int64($0) / 100 == paid }) / 61
    }
}
