package import Seeds

/// How a made-up district behaves (地区类型): numbers of thousandths unless said otherwise. No
/// forecaster reads them.
package struct GeneratedFamily: Sendable {
    package var name: String
    package var natures = ProjectNature.usual
    /// Districts of so many departments with so many projects each, years of history before the one told.
    package var departments = 60
    package var projects = 12
    package var historyYears = 3
    /// Departments, and projects of the others, that are new this year.
    package var newDepartments = 100
    package var newProjects = 80
    /// Noise of each payment.
    package var noise = 120
    /// A payment that comes a month late.
    package var slip = 60
    /// Projects that spend less than they get, year after year.
    package var chronic = 80
    /// Projects, and whole departments, that are slow in a year.
    package var slowYear = 120
    package var slowDepartment = 80
    /// What is made up of the arrears in November and December, each.
    package var rush = 450
    /// Chances a month of being cancelled, of a budget cut, of more budget.
    package var cancelled = 5
    package var cut = 8
    package var added = 10
    /// A purchase that fails this year whatever the month, for it never comes about.
    package var failedPurchase = 90
    /// Departments that tell no kind of their projects; months booked late; slips of the pen.
    package var unknownKinds = 100
    package var bookedLate = 10
    package var penSlips = 4
    /// 春节 in January.
    package var januaryFestival = 400

    /// Thousandths of its usual speed at which a department goes in a year.
    func departmentPace(_ random: inout RandomSource) -> Int {
        random.permille(slowDepartment) ? random.number(Self.slowPaces) : Self.usualPace
    }

    static let usualPace = 1000
    static let slowPaces = 600...850

    package static let training: [GeneratedFamily] = [
        GeneratedFamily(name: "常规"),
        GeneratedFamily(
            name: "突击花钱", departments: 40, historyYears: 2, noise: 200, slip: 120, chronic: 60,
            slowYear: 200, rush: 800, added: 25, unknownKinds: 300),
        GeneratedFamily(
            name: "执行偏慢", departments: 100, historyYears: 4, newDepartments: 250, noise: 80,
            slip: 40, chronic: 160, slowYear: 160, slowDepartment: 160, rush: 200, cancelled: 10,
            cut: 20, unknownKinds: 0),
        GeneratedFamily(
            name: "小区县", departments: 12, projects: 8, historyYears: 2, newProjects: 150,
            cancelled: 8),
    ]

    /// A family of which nothing was known when the forecaster was made: all numbers drawn.
    package static func drawn(_ random: inout RandomSource) -> GeneratedFamily {
        var natures = ProjectNature.allCases.shuffled(using: &random)
        natures.removeFirst(random.number(0...3))
        return GeneratedFamily(
            name: "随机地区", natures: natures, departments: random.number(15...120),
            projects: random.number(6...14), historyYears: random.number(1...4),
            newDepartments: random.number(0...300), newProjects: random.number(20...200),
            noise: random.number(50...300), slip: random.number(20...150),
            chronic: random.number(30...180), slowYear: random.number(50...250),
            slowDepartment: random.number(20...200), rush: random.number(100...850),
            cancelled: random.number(2...12), cut: random.number(2...25),
            added: random.number(2...25), failedPurchase: random.number(30...200),
            unknownKinds: random.number(0...500), bookedLate: random.number(0...30),
            penSlips: random.number(0...10), januaryFestival: random.number(200...800))
    }
}
