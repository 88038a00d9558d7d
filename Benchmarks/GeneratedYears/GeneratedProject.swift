import Performance
import Seeds

/// A made-up project (虚拟项目).
struct GeneratedProject {
    let subject: CourseSubject
    let habits: ProjectHabits
    /// 分, or the count of an indicator.
    let planned: Int64

    init(
        subject: CourseSubject, _ object: MonitoredObject, _ family: GeneratedFamily,
        _ nature: ProjectNature, _ random: inout RandomSource
    ) {
        self.subject = subject
        planned =
            switch object {
            case .money: Int64(random.number(5...400)) * 1_000_000
            case .goal: Int64(random.number(20...900))
            }
        habits = ProjectHabits(
            nature, object, isChronic: random.permille(family.chronic), family, &random)
    }
}
