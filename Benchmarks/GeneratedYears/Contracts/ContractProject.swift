import Performance
import Seeds

/// A project of the second generator, as it is year after year.
struct ContractProject {
    let subject: CourseSubject
    let kind: ContractKind
    let object: MonitoredObject
    let planned: Int64
    /// Hundredths of what was budgeted that is usually asked for.
    let demand: Int
    let pushesOut: Bool
    let isNew: Bool

    /// All projects of one district.
    static func all(
        _ family: ContractFamily, _ object: MonitoredObject, units: String,
        _ random: inout RandomSource
    ) -> [ContractProject] {
        (1...family.departments).flatMap { department in
            let isNew = random.permille(family.newDepartments)
            let isSilent = random.permille(family.unknownKinds)
            return (1...family.projects).map { number in
                let kind = random.pick(ContractKind.allCases)
                return ContractProject(
                    subject: CourseSubject(
                        unitCode: "\(units)\(department)", name: "事项\(number)",
                        kind: isSilent ? "" : kind.rawValue),
                    kind: kind, object: object,
                    planned: object == .money
                        ? Int64(random.number(8...900)) * 500_000 : Int64(random.number(30...2000)),
                    demand: random.permille(family.overestimated)
                        ? random.number(55...85)
                        : random.number(object == .money ? 93...105 : 101...125),
                    pushesOut: random.chance(50),
                    isNew: isNew || random.permille(family.newProjects))
            }
        }
    }
}
