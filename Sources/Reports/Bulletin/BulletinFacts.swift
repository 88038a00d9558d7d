package import Performance
package import Quantities

/// Everything that a bulletin is composed from (通报数据): pure values of one review.
package struct BulletinFacts: Sendable {
    /// Who publishes, and about whom.
    package enum Publisher: Hashable, Sendable {
        /// 财政局, for all departments of a district.
        case bureau(String)
        /// A department, for its own offices.
        case department(String)

        package var name: String {
            switch self {
            case .bureau(let name), .department(let name): name
            }
        }

        /// What the lines of 附表1 are: 部门 or 科室.
        package var subjectWord: String {
            switch self {
            case .bureau: "部门"
            case .department: "科室"
            }
        }
    }

    package let publisher: Publisher
    /// The unit whose journal keeps the bulletin.
    package let unitCode: String
    package let year: FiscalYear
    package let quarter: Quarter
    /// 成文日期; nil leaves it to be filled in by hand when the bulletin is signed.
    package let issuedOn: Day?
    /// The last day on which who is red may answer; nil where the day of issue is not known.
    package let answerDue: Day?
    package let summary: DistrictSummary
    /// 附表2.
    package let attention: [AttentionLine]
    /// Execution of single projects; printed where a department publishes.
    package let projects: [ProjectLine]
    package let results: [OfficeResultLine]
    package let trainings: [TrainingRecord]
    /// The way back of each line's budget and execution, by the department's code.
    package let traces: [String: LineTraces]
    /// Ledgers that nobody keeps yet, such as 整改: what they would say is unknown, not 0.
    package let absentLedgers: Set<String>
    package let texts: BulletinTexts
    /// The journal entries that the figures stand on, one a unit.
    package let heads: [Anchor]

    package init(
        _ review: DistrictReview, publisher: Publisher, unitCode: String, issuedOn: Day? = nil,
        answerDue: Day? = nil,
        trainings: [TrainingRecord] = [], traces: [String: LineTraces] = [:],
        absentLedgers: Set<String> = [], texts: BulletinTexts, heads: [Anchor] = []
    ) throws {
        self.publisher = publisher
        self.unitCode = unitCode
        year = review.district.year
        quarter = review.district.quarter
        self.issuedOn = issuedOn
        self.answerDue = answerDue
        summary = try review.summary()
        attention = try AttentionLine.lines(of: review, in: summary)
        projects = try ProjectLine.lines(of: review, in: summary)
        results = try review.officeResults().map {
            OfficeResultLine(department: review.district[$0.department].name, result: $0)
        }
        self.trainings = trainings
        self.traces = traces
        self.absentLedgers = absentLedgers
        self.texts = texts
        self.heads = heads
    }

    /// Working days within which who is red answers.
    ///
    /// - Source: 流程 §7, step 6; a parameter of this product.
    package static let answerTerm = 10

    package var periodEnd: Day { quarter.lastDay(of: year) }
    var subject: String { publisher.subjectWord }
    /// `2026年第二季度`
    var period: String { "\(year.number)年\(quarter.chinese)" }
    var keepsRectification: Bool { !absentLedgers.contains("整改") }

    package var title: String {
        "\(publisher.name)关于\(period)\(subject == "部门" ? "" : "各")\(subject)预算绩效运行情况的通报"
    }

    func lines(_ light: MonitoringLight) -> [DepartmentLine] {
        summary.lines.filter { $0.execution.light == light }
    }
}

/// The way back of a line's two amounts to their entries.
package struct LineTraces: Hashable, Sendable {
    package let budget: FigureTrace
    package let executed: FigureTrace

    package init(budget: FigureTrace, executed: FigureTrace) {
        self.budget = budget
        self.executed = executed
    }
}

/// One training that was held (培训记录).
package struct TrainingRecord: Hashable, Sendable {
    package let department: String
    package let day: Day
    package let topic: String
    package let audience: String
    package let attendance: ExactDecimal?
    package let hours: ExactDecimal?
    package let lecturer: String

    package init(
        department: String, day: Day, topic: String, audience: String, attendance: ExactDecimal?,
        hours: ExactDecimal?, lecturer: String
    ) {
        self.department = department
        self.day = day
        self.topic = topic
        self.audience = audience
        self.attendance = attendance
        self.hours = hours
        self.lecturer = lecturer
    }
}

/// The results of an office and a person with the department's name.
package struct OfficeResultLine: Hashable, Sendable {
    package let department: String
    package let result: OfficeResult
}
