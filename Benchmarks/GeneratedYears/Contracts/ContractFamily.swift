import Performance
package import Seeds

/// A district of the second generator (合同型地区): nothing in it is shaped like ``GeneratedFamily``. No
/// monthly schedule, no pace, no noise on each payment; instead bills, milestones that wait, prices below
/// the budget, freezes of the whole district, and budgets that come late or are taken back.
package struct ContractFamily {
    package var departments: Int
    let projects: Int
    let historyYears: Int
    let newDepartments: Int
    let newProjects: Int
    let unknownKinds: Int
    /// Hundredths by which a milestone due is paid in a month: of a good and of a bad department.
    let punctual: Int
    let tardy: Int
    let tardyDepartments: Int
    /// Thousandths a month: a freeze of the district, from the month on, of half a year at most.
    let freezes: Int
    /// Thousandths: a milestone that falls through when it is due.
    let fallsThrough: Int
    /// Hundredths of districts' budgets unspent that are taken back in November.
    let takenBack: Int
    /// Thousandths of projects whose demand lies far below what was budgeted, and in one year only.
    let overestimated: Int
    let weakYears: Int
    /// Hundredths of the rest that is pushed out in December by those who do.
    let pushedOut: Int

    package init(_ random: inout RandomSource) {
        departments = random.number(15...90)
        projects = random.number(5...14)
        historyYears = random.number(1...4)
        newDepartments = random.number(0...250)
        newProjects = random.number(20...200)
        unknownKinds = random.number(0...400)
        punctual = random.number(55...90)
        tardy = random.number(20...45)
        tardyDepartments = random.number(50...350)
        freezes = random.number(0...25)
        fallsThrough = random.number(10...60)
        takenBack = random.number(0...40)
        overestimated = random.number(50...200)
        weakYears = random.number(50...200)
        pushedOut = random.number(0...60)
    }
}
