package import Performance
package import Seeds

/// A made-up district: its earlier years, the running one as its books tell it at the end of a
/// month, and what came of it (虚拟地区).
package struct GeneratedDistrict {
    package let history: [MonthlyCourse]
    package let running: [RunningYear]
    /// By what it was made up; nil where that can't be turned round.
    let law: DistrictLaw?

    init(history: [MonthlyCourse], running: [RunningYear], law: DistrictLaw?) {
        (self.history, self.running, self.law) = (history, running, law)
    }

    /// One running course with what nobody but the generator knows.
    package struct RunningYear {
        package let course: MonthlyCourse
        package let hasHistory: Bool
        /// 全年完成率 that came of it, in 万分比.
        package let finalShare: Int
        /// Where other runs of the rest of the year, from the true state, ended: ascending.
        package let otherEnds: [Int]

        /// Whether it ended below a limit.
        package func misses(_ limit: Int) -> Bool { finalShare < limit }

        /// How many of a thousand other ends lie below: the best that anyone can know by then.
        package func knowable(below limit: Int) -> Int {
            otherEnds.count { $0 < limit } * 1000 / otherEnds.count
        }
    }

    /// - Parameters:
    ///   - reruns: how often the rest of the year is run again from the true state.
    ///   - units: what the codes of its units begin with.
    package init(
        _ family: GeneratedFamily, _ object: MonitoredObject, month: Int, reruns: Int,
        units: String = "D", _ random: inout RandomSource
    ) {
        let projects = Self.projects(family, object, units, &random)
        let unreliable = Set(
            (1...family.departments).map { "\(units)\($0)" }.filter { _ in random.permille(30) })
        let weathers = (0...family.historyYears).map { _ in YearWeather(family, &random) }
        var history: [MonthlyCourse] = []
        for (past, weather) in weathers.dropLast().enumerated() {
            let old = projects.filter { !$0.isNew }.map(\.project)
            history += Self.years(of: old, family, weather, &random).map { project, year in
                Recording(family).course(project, year, in: Self.firstYear + past, &random)
            }
        }
        history = history.filter { !unreliable.contains($0.subject.unitCode) || $0.year % 2 == 0 }
        let known = Set(history.map(\.subject))
        let running = Self.years(
            of: projects.map(\.project), family, weathers[family.historyYears], through: month,
            &random
        ).map { project, year in
            let course = Recording(family).course(
                project, year, in: Self.firstYear + family.historyYears, &random)
            return RunningYear(
                course: course, hasHistory: known.contains(course.subject),
                finalShare: year.end(&random),
                otherEnds: (0..<reruns).map { _ in year.end(&random) }.sorted())
        }
        let law = DistrictLaw(
            family: family, object: object,
            springFestivals: weathers.enumerated().reduce(into: [:]) {
                $0[Self.firstYear + $1.offset] = $1.element.springFestival
            })
        self.init(history: history, running: running, law: law)
    }

    static let firstYear = 2018

    private static func projects(
        _ family: GeneratedFamily, _ object: MonitoredObject, _ units: String,
        _ random: inout RandomSource
    ) -> [(project: GeneratedProject, isNew: Bool)] {
        (1...family.departments).flatMap { department in
            let isNew = random.permille(family.newDepartments)
            let tellsKinds = !random.permille(family.unknownKinds)
            return (1...family.projects).map { number in
                let nature = random.pick(family.natures)
                let subject = CourseSubject(
                    unitCode: "\(units)\(department)", name: "项目\(number)",
                    kind: tellsKinds ? nature.rawValue : "")
                return (
                    GeneratedProject(subject: subject, object, family, nature, &random),
                    isNew || random.permille(family.newProjects)
                )
            }
        }
    }

    /// One year of all projects, run as far as asked.
    private static func years(
        of projects: [GeneratedProject], _ family: GeneratedFamily, _ weather: YearWeather,
        through month: Int = 12, _ random: inout RandomSource
    ) -> [(GeneratedProject, ProjectYear)] {
        var paces: [String: Int] = [:]
        return projects.map { project in
            let unit = project.subject.unitCode
            let pace =
                paces[unit]
                ?? (family.departmentPace(&random))
            paces[unit] = pace
            var year = ProjectYear(
                project, family, year: weather, departmentPace: pace, &random)
            year.run(through: month, &random)
            return (project, year)
        }
    }
}

/// How a year gets into the books (记账): late and with slips of the pen that are put right later.
private struct Recording {
    private let family: GeneratedFamily

    init(_ family: GeneratedFamily) { self.family = family }

    func course(
        _ project: GeneratedProject, _ truth: ProjectYear, in year: Int,
        _ random: inout RandomSource
    ) -> MonthlyCourse {
        var reached = truth.reached
        for month in reached.indices where month < 11 {
            let before = month == 0 ? 0 : truth.reached[month - 1]
            let added = truth.reached[month] - before
            if random.permille(family.bookedLate) { reached[month] = before }
            if random.permille(family.penSlips) { reached[month] += added * 9 }
        }
        return MonthlyCourse(
            subject: project.subject, year: year, reached: reached, planned: truth.planned)
    }
}
