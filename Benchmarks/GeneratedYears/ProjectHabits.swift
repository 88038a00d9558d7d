import Performance
import Seeds

/// What a made-up project does year after year (支出习惯).
struct ProjectHabits {
    let nature: ProjectNature
    let object: MonitoredObject
    /// Thousandths of the plan that it usually uses.
    var level: Int
    var noise: Int
    var slip: Int
    var rush: Int

    init(
        _ nature: ProjectNature, _ object: MonitoredObject, isChronic: Bool,
        _ family: GeneratedFamily, _ random: inout RandomSource
    ) {
        self.nature = nature
        self.object = object
        level = random.number(Self.levels(object, isChronic: isChronic))
        noise = family.noise * random.number(60...140) / 100
        slip = family.slip * random.number(50...150) / 100
        rush = min(family.rush * random.number(70...130) / 100, 950)
    }

    /// Moves a little, so that copies part again.
    mutating func stir(_ random: inout RandomSource) {
        func moved(_ value: Int, in range: ClosedRange<Int>) -> Int {
            let step = max((range.upperBound - range.lowerBound) / 20, 1)
            return min(max(value + random.number(-step...step), range.lowerBound), range.upperBound)
        }
        for isChronic in [false, true]
        where Self.levels(object, isChronic: isChronic).contains(level) {
            level = moved(level, in: Self.levels(object, isChronic: isChronic))
        }
        noise = noise * random.number(95...105) / 100
    }

    static func levels(_ object: MonitoredObject, isChronic: Bool) -> ClosedRange<Int> {
        switch object {
        case .money: isChronic ? 550...800 : 960...1040
        case .goal: isChronic ? 700...950 : 1020...1200
        }
    }
}

extension RandomSource {
    /// True in so many of a thousand cases.
    mutating func permille(_ part: Int) -> Bool { number(1...1000) <= part }

    /// About 1000, give or take: the sum of three draws, so that far ones are rare.
    mutating func around(_ spread: Int) -> Int {
        guard spread > 0 else { return 1000 }
        let sum = (0..<3).reduce(0) { sum, _ in sum + number(-spread...spread) }
        return max(1000 + sum * 6 / 10, 0)
    }
}
