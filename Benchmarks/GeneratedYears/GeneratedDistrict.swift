package import Performance
package import Seeds

/// A made-up district: its earlier years, the running one as its books tell it at the end of a
/// month, and what came of it (虚拟地区).
package struct GeneratedDistrict {
    package let history: [MonthlyCourse]
    package let running: [RunningYear]

    /// One running course with what nobody but the generator knows.
    package struct RunningYear {
        package let course: MonthlyCourse
        package let nature: ProjectNature
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
        var history: [MonthlyCourse] = []
        for year in 0..<family.historyYears {
            let old = projects.filter { !$0.isNew }.map(\.project)
            history += Self.years(of: old, family, &random).map { project, state in
                Recording(family).course(project, state, year: 2018 + year, &random)
            }
        }
        history = history.filter { !unreliable.contains($0.subject.unitCode) || $0.year % 2 == 0 }
        let known = Set(history.map(\.subject))
        running = Self.years(of: projects.map(\.project), family, through: month, &random).map {
            project, state in
            let course = Recording(family).course(
                project, state, year: 2018 + family.historyYears, &random)
            let ends = (0...reruns).map { _ in
                var copy = state
                copy.run(through: 12, &random)
                return copy.finalShare
            }
            return RunningYear(
                course: course, nature: project.nature,
                hasHistory: known.contains(course.subject), finalShare: ends[0],
                otherEnds: ends.dropFirst().sorted())
        }
        self.history = history
    }

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
        of projects: [GeneratedProject], _ family: GeneratedFamily, through month: Int = 12,
        _ random: inout RandomSource
    ) -> [(GeneratedProject, ProjectYear)] {
        let weather = YearWeather(family, &random)
        var paces: [String: Int] = [:]
        return projects.map { project in
            let unit = project.subject.unitCode
            let pace =
                paces[unit]
                ?? (random.permille(family.slowDepartment) ? random.number(600...850) : 1000)
            paces[unit] = pace
            var state = ProjectYear(
                project, family, year: weather, departmentPace: pace, &random)
            state.run(through: month, &random)
            return (project, state)
        }
    }
}

/// How a year gets into the books (记账): late and with slips of the pen that are put right later.
private struct Recording {
    private let family: GeneratedFamily

    init(_ family: GeneratedFamily) { self.family = family }

    func course(
        _ project: GeneratedProject, _ state: ProjectYear, year: Int, _ random: inout RandomSource
    ) -> MonthlyCourse {
        var reached = state.reached
        for month in reached.indices where month < 11 {
            let before = month == 0 ? 0 : state.reached[month - 1]
            let added = state.reached[month] - before
            if random.permille(family.bookedLate) { reached[month] = before }
            if random.permille(family.penSlips) { reached[month] += added * 9 }
        }
        return MonthlyCourse(
            subject: project.subject, year: year, reached: reached, planned: state.planned)
    }
}
