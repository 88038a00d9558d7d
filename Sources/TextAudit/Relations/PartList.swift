import Performance

/// The parts that may make up a total, in the order of the text (分项).
struct PartList: ~Copyable {
    struct Part {
        var figure: Int32
        /// Its value in steps of the list's finest digit.
        var steps: Int128
        /// Whether a semicolon or a full stop stands before it.
        var opensGroup: Bool
        /// Whether it stands behind a 其中 or a 包括 of the list's own.
        var isNested: Bool
    }

    private(set) var parts: ContiguousArray<Part> = []
    private(set) var total = Int32(-1)
    private var totalFigure = Figure(
        mantissa: 0, decimals: 0, scale: 0, kind: .number, unit: 0, marks: [], start: 0,
        digitsEnd: 0, end: 0, token: 0)
    private var totalSteps = Int128(0)
    private var arithmetic: SumArithmetic?
    /// For each count of parts: what they come to in the readings that need no search.
    private var sums: ContiguousArray<Sums> = []

    private struct Sums {
        var all = Int128(0)
        var groups = Int128(0)
        var unnested = Int128(0)
        var groupCount = Int32(0)
        var unnestedCount = Int32(0)
    }
    /// The figures of the reading that was fitted, as indices into ``parts``.
    private(set) var fitted: ContiguousArray<Int32> = []
    /// 等 or 主要 make the list open; a clause without a figure may hide a part.
    var isOpen = false
    /// 其他 ends the list: nothing is left out.
    var isClosed = false
    /// 已出租18处，其中未招租7处: some parts stand behind a 其中 of their own.
    var hasInnerList = false

    /// The most parts that are read one by one.
    static let most = 120

    mutating func start(_ total: Int32, _ figure: Figure) {
        parts.removeAll(keepingCapacity: true)
        self.total = total
        totalFigure = figure
        arithmetic = SumArithmetic(figure)
        isOpen = false
        isClosed = false
        hasInnerList = false
    }

    /// The parts before the first semicolon.
    var firstGroupEnd: Int {
        parts.indices.dropFirst().first { parts[$0].opensGroup } ?? parts.count
    }

    var isFull: Bool { parts.count >= Self.most }
    var count: Int { parts.count }

    mutating func add(_ index: Int32, _ figure: Figure, opensGroup: Bool, isNested: Bool) {
        arithmetic?.take(figure)
        parts.append(
            Part(figure: index, steps: 0, opensGroup: opensGroup, isNested: isNested))
    }

    mutating func removeLast() { parts.removeLast() }

    /// Brings all values to the same steps; call once when all parts are there.
    mutating func align(_ figures: borrowing ContiguousArray<Figure>) {
        guard let exponent = arithmetic?.exponent else { return }
        totalSteps = Arithmetic.steps(totalFigure, exponent)
        for index in parts.indices {
            parts[index].steps = Arithmetic.steps(figures[Int(parts[index].figure)], exponent)
        }
        sums.removeAll(keepingCapacity: true)
        var running = Sums()
        sums.append(running)
        for part in parts {
            running.all += part.steps
            if part.opensGroup || sums.count == 1 {
                running.groups += part.steps
                running.groupCount += 1
            }
            if !part.isNested {
                running.unnested += part.steps
                running.unnestedCount += 1
            }
            sums.append(running)
        }
    }

    // MARK: Readings

    /// One way to choose the parts that add up.
    enum Choice: CaseIterable {
        /// All of them.
        case all
        /// The first of each group between semicolons.
        case groups
        /// All but those behind a 其中.
        case unnested
        /// All but runs that add up to the part before them.
        case unexplained
    }

    /// How many parts a reading chooses; nil where they have to be searched for.
    func count(_ choice: Choice, upTo end: Int) -> Int? {
        switch choice {
        case .all: end
        case .groups: Int(sums[end].groupCount)
        case .unnested: Int(sums[end].unnestedCount)
        case .unexplained: nil
        }
    }

    /// Whether one reading may hold: tells most failures without choosing any part.
    func mayFit(_ choice: Choice, upTo end: Int) -> Bool {
        guard let arithmetic, let count = count(choice, upTo: end) else { return true }
        let sum =
            switch choice {
            case .groups: sums[end].groups
            case .unnested: sums[end].unnested
            default: sums[end].all
            }
        return count > 0
            && arithmetic.verdict(totalSteps - sum, total: totalFigure, count: count) != .error
    }

    /// The verdict of one reading; fills ``fitted``.
    mutating func fit(_ choice: Choice, upTo end: Int) -> FindingVerdict {
        choose(choice, upTo: end)
        guard fitted.count > 0, let arithmetic else { return .unverifiable }
        // What is 0 was not rounded.
        var count = 0
        for index in fitted where parts[Int(index)].steps != 0 { count += 1 }
        return arithmetic.verdict(difference, total: totalFigure, count: count)
    }

    /// Whether all parts but the first are 0.
    var isRestZero: Bool { parts.dropFirst().allSatisfy { $0.steps == 0 } }

    /// Total minus the sum of the fitted parts.
    var difference: Int128 {
        var sum = Int128(0)
        for index in fitted { sum += parts[Int(index)].steps }
        return totalSteps - sum
    }

    /// Whether the fitted reading makes sense at all: the parts are not far from the total.
    var isNear: Bool {
        let off = Arithmetic.magnitude(difference)
        return 2 * off
            <= max(Arithmetic.magnitude(totalSteps), Arithmetic.magnitude(totalSteps - difference))
    }

    /// Parts that exceed the total cannot all be parts of it.
    var exceedsTotal: Bool { difference < 0 }

    /// Whether one slip in the total or in one part makes the fitted reading hold.
    func isSlip(_ figures: borrowing ContiguousArray<Figure>) -> Bool {
        guard let arithmetic else { return false }
        let slack = arithmetic.slack(count: fitted.count)
        let difference = difference
        if Slip.explains(
            totalFigure, by: -difference, exponent: arithmetic.exponent, slack: slack)
        {
            return true
        }
        for index in fitted {
            let part = figures[Int(parts[Int(index)].figure)]
            if Slip.explains(part, by: difference, exponent: arithmetic.exponent, slack: slack) {
                return true
            }
        }
        return false
    }

    /// The digits that a chance agreement would have to match.
    func weight(_ figures: borrowing ContiguousArray<Figure>) -> Int {
        var most = Slip.digits(totalFigure)
        for index in fitted {
            most = max(most, Slip.digits(figures[Int(parts[Int(index)].figure)]))
        }
        return most
    }

    private mutating func choose(_ choice: Choice, upTo end: Int) {
        fitted.removeAll(keepingCapacity: true)
        var index = 0
        while index < end {
            switch choice {
            case .all: fitted.append(Int32(index))
            case .groups: if index == 0 || parts[index].opensGroup { fitted.append(Int32(index)) }
            case .unnested: if !parts[index].isNested { fitted.append(Int32(index)) }
            case .unexplained:
                fitted.append(Int32(index))
                index = explained(after: index, upTo: end) - 1
            }
            index += 1
        }
    }

    /// The end of the run behind `index` that adds up to it.
    private func explained(after index: Int, upTo end: Int) -> Int {
        var sum = Int128(0)
        let whole = parts[index].steps
        guard whole > 0 else { return index + 1 }
        for next in index + 1..<max(end, index + 1) {
            sum += parts[next].steps
            if sum == whole, next > index + 1 || parts[next].isNested { return next + 1 }
            if sum > whole { break }
        }
        return index + 1
    }
}
