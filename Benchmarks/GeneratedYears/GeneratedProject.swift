import Performance
import Seeds

/// A made-up project with its habits (虚拟项目).
struct GeneratedProject {
    let subject: CourseSubject
    let nature: ProjectNature
    let object: MonitoredObject
    /// 分, or the count of an indicator.
    let planned: Int64
    /// Thousandths of the plan that it usually uses.
    let level: Int
    let noise: Int
    let slip: Int
    let rush: Int

    init(
        subject: CourseSubject, _ object: MonitoredObject, _ family: GeneratedFamily,
        _ nature: ProjectNature, _ random: inout RandomSource
    ) {
        self.subject = subject
        self.nature = nature
        self.object = object
        let isChronic = random.permille(family.chronic)
        switch object {
        case .money:
            planned = Int64(random.number(5...400)) * 1_000_000
            level = isChronic ? random.number(550...800) : random.number(960...1040)
        case .goal:
            planned = Int64(random.number(20...900))
            level = isChronic ? random.number(700...950) : random.number(1020...1200)
        }
        noise = family.noise * random.number(60...140) / 100
        slip = family.slip * random.number(50...150) / 100
        rush = min(family.rush * random.number(70...130) / 100, 950)
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
