import Performance
import Seeds

extension GeneratedDistrict {
    /// A district of the second generator; parameters as of the first.
    init(
        _ family: ContractFamily, _ object: MonitoredObject, month: Int, reruns: Int,
        units: String, _ random: inout RandomSource
    ) {
        let projects = ContractProject.all(family, object, units: units, &random)
        var history: [MonthlyCourse] = []
        for past in 0..<family.historyYears {
            let old = projects.filter { !$0.isNew }
            history += Self.years(of: old, family, through: 12, &random).map {
                $0.course($1, in: Self.firstYear + past)
            }
        }
        let known = Set(history.map(\.subject))
        let running = Self.years(of: projects, family, through: month, &random).map {
            project, year in
            RunningYear(
                course: project.course(year, in: Self.firstYear + family.historyYears),
                hasHistory: known.contains(project.subject), finalShare: year.end(&random),
                otherEnds: (0..<reruns).map { _ in year.end(&random) }.sorted())
        }
        self.init(history: history, running: running, law: nil)
    }

    private static func years(
        of projects: [ContractProject], _ family: ContractFamily, through month: Int,
        _ random: inout RandomSource
    ) -> [(ContractProject, ContractYear)] {
        let freezes = Set((1...12).filter { _ in random.permille(family.freezes) })
        var punctuality: [String: Int] = [:]
        return projects.map { project in
            let unit = project.subject.unitCode
            let own =
                punctuality[unit]
                ?? (random.permille(family.tardyDepartments) ? family.tardy : family.punctual)
            punctuality[unit] = own
            var year = ContractYear(project, family, punctuality: own, &random)
            year.run(through: month, freezes: freezes, &random)
            return (project, year)
        }
    }
}

extension ContractProject {
    fileprivate func course(_ year: ContractYear, in number: Int) -> MonthlyCourse {
        MonthlyCourse(
            subject: subject, year: number, reached: year.reached, planned: year.planned)
    }
}
