/// What the past teaches about courses at the end of one month (历史进度): each subject's own years,
/// those of its kind, of its unit, of all.
struct CourseHistory {
    let month: Int
    /// What a year must reach, in 万分比.
    let limit: Int
    let standings: [CourseStanding]
    private let own: [CourseSubject: [Int]]
    private var kinds: [String: CourseAverage] = [:]
    private var units: [String: CourseAverage] = [:]
    private var everybody = CourseAverage()

    /// - Parameter courses: years that are over; others are left out.
    init(_ courses: [MonthlyCourse], month: Int, limit: Int) {
        self.month = month
        self.limit = limit
        standings = courses.filter(\.isWholeYear).sorted(by: Self.inOrder)
            .compactMap { CourseStanding($0, month: month) }
        own = Dictionary(grouping: standings.indices) { [standings] in standings[$0].subject }
        for standing in standings {
            kinds[standing.subject.kind, default: CourseAverage()].add(standing, limit: limit)
            units[standing.subject.unitCode, default: CourseAverage()].add(standing, limit: limit)
            everybody.add(standing, limit: limit)
        }
    }

    /// So that the order in which courses are read changes nothing.
    private static func inOrder(_ lhs: MonthlyCourse, _ rhs: MonthlyCourse) -> Bool {
        (lhs.subject.unitCode, lhs.subject.name, lhs.subject.kind, lhs.year)
            < (rhs.subject.unitCode, rhs.subject.name, rhs.subject.kind, rhs.year)
    }

    /// The years of one subject itself, without the one left out.
    func ownYears(of subject: CourseSubject, except year: Int) -> [CourseStanding] {
        (own[subject] ?? []).map { standings[$0] }.filter { $0.year != year }
    }

    func ownAverage(of subject: CourseSubject, except year: Int) -> CourseAverage {
        ownYears(of: subject, except: year).reduce(into: CourseAverage()) {
            $0.add($1, limit: limit)
        }
    }

    /// What is expected of a subject: by its own years, drawn towards its kind where they are few.
    func expected(of subject: CourseSubject, except year: Int) -> CourseMeasures {
        ownAverage(of: subject, except: year).shrunk(towards: means(ofKind: subject.kind), years: 1)
    }

    /// Averages of a kind, those of few years drawn towards everybody's.
    func means(ofKind kind: String) -> CourseMeasures {
        (kinds[kind] ?? CourseAverage()).shrunk(towards: means, years: Self.pooledYears)
    }

    func means(ofUnit unit: String) -> CourseMeasures {
        (units[unit] ?? CourseAverage()).shrunk(towards: means, years: Self.pooledYears)
    }

    private var means: CourseMeasures {
        everybody.shrunk(towards: .straightLine(month: month), years: 1)
    }

    /// For how many years of its own the wider average counts.
    private static let pooledYears = 5
}
