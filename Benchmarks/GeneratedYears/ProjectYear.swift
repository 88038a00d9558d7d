import Performance
import Seeds

/// One year of a made-up project as it truly was (虚拟年度).
struct ProjectYear {
    private let habits: ProjectHabits
    private let rules: YearRules
    private(set) var state: ProjectState
    private(set) var planned: [Int64] = []
    private(set) var reached: [Int64] = []

    init(
        _ project: GeneratedProject, _ family: GeneratedFamily, year: YearWeather,
        departmentPace: Int, _ random: inout RandomSource
    ) {
        habits = project.habits
        rules = YearRules(habits.nature, family, springFestival: year.springFestival)
        state = rules.begin(
            planned: project.planned, departmentPace: departmentPace, &random)
    }

    mutating func run(through month: Int, _ random: inout RandomSource) {
        while state.month < month {
            rules.advance(&state, habits, &random)
            planned.append(state.planned)
            reached.append(state.reached)
        }
    }

    /// 全年完成率 in 万分比, were the rest of the year run with these numbers.
    func end(_ random: inout RandomSource) -> Int {
        var copy = state
        while copy.month < 12 { rules.advance(&copy, habits, &random) }
        return YearShare.of(copy.reached, copy.planned) ?? 0
    }
}
