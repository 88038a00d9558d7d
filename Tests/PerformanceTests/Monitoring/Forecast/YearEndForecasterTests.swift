import GeneratedYears
import Quantities
import Seeds
import Testing

@testable import Performance

struct YearEndForecasterTests {
    /// A course of 1,000 planned whose months add what is told.
    private func course(
        _ name: String, _ year: Int, _ months: [Int64], unit: String = "A", kind: String = "",
        plan: [Int64]? = nil
    ) -> MonthlyCourse {
        var sum: Int64 = 0
        let reached = months.map { month in
            sum += month
            return sum
        }
        return MonthlyCourse(
            subject: CourseSubject(unitCode: unit, name: name, kind: kind), year: year,
            reached: reached, planned: reached.map { _ in 1000 }, paymentPlan: plan)
    }

    private let quarterly: [Int64] = [0, 0, 240, 0, 0, 240, 0, 0, 240, 0, 0, 240]
    private let steady: [Int64] = [80, 80, 80, 80, 80, 80, 80, 80, 80, 80, 80, 80]
    private let autumn: [Int64] = [0, 0, 0, 0, 0, 20, 0, 30, 0, 500, 400, 0]

    /// Twelve departments with three projects each, three years that went alike.
    private var ordinaryYears: [MonthlyCourse] {
        (1...12).flatMap { unit in
            (2018...2020).flatMap { year in
                [("季度帮扶", quarterly), ("人员聘用", steady), ("设备采购", autumn)].map {
                    course($0, year, $1, unit: "U\(unit)", kind: $0)
                }
            }
        }
    }

    @Test(arguments: [
        ("序时", [80, 80, 80, 80, 80, 80, 80, 80], 9600),
        ("季末付款", [0, 0, 240, 0, 0, 240, 0, 0], 7200),
        ("秋季采购", [0, 0, 0, 0, 0, 20, 0, 30], 750),
        ("一个月", [90], 10_800),
    ])
    func `序时推算`(id: String, months: [Int64], share: Int) {
        #expect(StraightLine.finalShare(course(id, 2021, months)) == share)
    }

    @Test(arguments: ["季度帮扶", "人员聘用", "设备采购"])
    func `按往年规律不误报`(kind: String) throws {
        let months = try #require(
            ["季度帮扶": quarterly, "人员聘用": steady, "设备采购": autumn][kind])
        for unit in ["U7", "新单位"] {
            let running = course(kind, 2021, Array(months.prefix(8)), unit: unit, kind: kind)
            let forecaster = YearEndForecaster(
                .money, history: ordinaryYears, running: [running], month: 8)
            let forecast = try #require(forecaster.forecast(running))
            #expect(!YearEndAlarm.rings(forecast, .money))
            #expect((9_000...10_000).contains(forecast.middle))
            #expect(forecast.low <= forecast.middle && forecast.middle <= forecast.high)
        }
    }

    @Test func `往年样本的次序不影响结果`() throws {
        var random = RandomSource()
        let running = course("季度帮扶", 2021, [0, 0, 100, 0, 0, 90, 0, 0], unit: "U3", kind: "季度帮扶")
        let results = [ordinaryYears, ordinaryYears.shuffled(using: &random)].map {
            YearEndForecaster(.money, history: $0, running: [running], month: 8).forecast(running)
        }
        #expect(results[0] == results[1])
        #expect(results[0] != nil)
    }

    @Test func `没有任何往年数据时只按序时推算并说明`() throws {
        let running = course("新项目", 2021, [80, 80, 80, 80, 80, 80, 80, 80])
        let forecast = try #require(
            YearEndForecaster(.money, history: [], running: [running], month: 8).forecast(running))
        #expect(forecast.basis == .straightLine)
        #expect(forecast.middle == 9600)
        #expect(forecast.low == 8000)
        #expect(forecast.high == 10_000)
    }

    @Test func `没有往年数据但报了用款计划时按计划推算`() throws {
        let plan: [Int64] = [0, 0, 250, 250, 250, 500, 500, 500, 750, 750, 750, 1000]
        let running = course("季度帮扶", 2021, [0, 0, 250, 0, 0, 250, 0, 0], plan: plan)
        let forecast = try #require(
            YearEndForecaster(.money, history: [], running: [running], month: 8).forecast(running))
        #expect(forecast.middle == 10_000)
        #expect(!YearEndAlarm.rings(forecast, .money))
    }

    @Test(arguments: [(MonitoredObject.money, 10_000), (.goal, 11_200)])
    func `资金不会超过预算而指标可以超过`(object: MonitoredObject, high: Int) throws {
        let running = course("新项目", 2021, [80, 80, 80, 80, 80, 80, 80, 80])
        let forecast = try #require(
            YearEndForecaster(object, history: [], running: [running], month: 8).forecast(running))
        #expect(forecast.high == high)
    }

    @Test func `只有自己一年往年数据时照那一年推算`() throws {
        let before = course("设备采购", 2020, autumn)
        let running = course("设备采购", 2021, Array(autumn.prefix(8)))
        let forecast = try #require(
            YearEndForecaster(.money, history: [before], running: [running], month: 8).forecast(
                running))
        #expect(forecast.basis == .earlierYears(own: 1, others: 0))
        #expect(forecast.middle == 9500)
    }

    @Test(arguments: [
        ("没有预算", [0, 0, 0, 0, 0, 0, 0, 0] as [Int64], 0 as Int64),
        ("还没到这个月", [80, 80], 1000),
    ])
    func `不能推算的不给数`(id: String, months: [Int64], planned: Int64) {
        let running = MonthlyCourse(
            subject: CourseSubject(unitCode: "A", name: id, kind: ""), year: 2021,
            reached: months, planned: months.map { _ in planned })
        let forecaster = YearEndForecaster(
            .money, history: ordinaryYears, running: [running], month: 8)
        #expect(forecaster.forecast(running) == nil)
    }

    /// A district of a family drawn now: fewer wrong verdicts than the straight line gives, with
    /// and without own history.
    @Test func `未见过的地区上比序时推算错得少`() throws {
        var random = RandomSource()
        var family = GeneratedFamily.drawn(&random)
        (family.departments, family.projects, family.historyYears) = (20, 6, 3)
        family.newDepartments = 250
        let district = GeneratedDistrict(family, .money, month: 8, reruns: 1, &random)
        let forecaster = YearEndForecaster(
            .money, history: district.history, running: district.running.map(\.course), month: 8)
        let limit = YearEndAlarm.limit(of: .money)
        var wrong = (ours: 0, straight: 0)
        for year in district.running {
            let forecast = try #require(forecaster.forecast(year.course))
            let straight = try #require(StraightLine.finalShare(year.course)) < limit
            if YearEndAlarm.rings(forecast, .money) != year.misses(limit) { wrong.ours += 1 }
            if straight != year.misses(limit) { wrong.straight += 1 }
        }
        #expect(wrong.ours < wrong.straight)
    }
}
