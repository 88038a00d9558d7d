/// How units and kinds fare in a year against what was expected of them (同期偏差): where a whole
/// department or a whole kind lags, each of its courses tells something of the others.
struct PeerDeviations {
    private struct Group: Hashable {
        let name: String
        let year: Int
    }

    /// Deviations from what was expected by the month, in 万分比.
    private struct Sum {
        var deviation = 0
        var count = 0

        mutating func add(_ value: Int) {
            deviation += value
            count += 1
        }

        /// Drawn towards nothing, as though one more course were just as expected.
        var mean: Int { YearShare.mean(deviation, count + 1) }
    }

    private var units: [Group: Sum] = [:]
    private var kinds: [Group: Sum] = [:]

    init(_ standings: [CourseStanding], _ history: CourseHistory) {
        for standing in standings {
            let subject = standing.subject
            let expected = history.expected(of: subject, except: standing.year)
            let deviation = standing.reached - expected.reached
            units[Group(name: subject.unitCode, year: standing.year), default: Sum()].add(deviation)
            kinds[Group(name: subject.kind, year: standing.year), default: Sum()].add(deviation)
        }
    }

    func ofUnit(_ standing: CourseStanding) -> Int {
        units[Group(name: standing.subject.unitCode, year: standing.year)]?.mean ?? 0
    }

    func ofKind(_ standing: CourseStanding) -> Int {
        kinds[Group(name: standing.subject.kind, year: standing.year)]?.mean ?? 0
    }
}
