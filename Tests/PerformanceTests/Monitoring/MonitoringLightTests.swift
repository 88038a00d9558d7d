import Quantities
import Testing

@testable import Performance

struct MonitoringLightTests {
    /// Worked examples LT-01 … LT-05: 执行、预算 (万元), month, v, light.
    static let budgets: [(String, String, String, Int, String, MonitoringLight)] = [
        ("LT-01", "300", "938.31", 7, "54.81%", .red),
        ("LT-02", "400", "938.31", 7, "73.08%", .yellow),
        ("LT-03", "437.88", "938.31", 7, "80.00%", .green),
        ("LT-04", "839.38", "938.31", 12, "89.46%", .green),
        ("LT-05", "0", "0", 7, "0.00%", .red),
    ]

    @Test(
        arguments: budgets + [
            ("60界", "60", "100", 12, "60.00%", .yellow),
            ("60界下", "59.99", "100", 12, "59.99%", .red),
            ("80界", "80", "100", 12, "80.00%", .green),
            ("显示80而不足", "79.9999", "100", 12, "80.00%", .yellow),
        ])
    func `支出进度亮灯`(
        id: String, executed: String, budget: String, month: Int, progress: String,
        light: MonitoringLight
    ) throws {
        func money(_ text: String) throws -> Money {
            let value = try #require(ExactDecimal(text)).fraction
            return try #require(Money(exactly: value, in: .tenThousandYuan))
        }
        let result = try MonitoredProgress.ofBudget(
            executed: money(executed), budget: money(budget), month: month)
        #expect(try result.progress.percentText() == progress)
        #expect(result.light == light)
    }

    /// Worked examples LT-06 … LT-11: actual, target, month, v, light.
    static let indicators: [(String, Int64, Int64, Int, String, MonitoringLight)] = [
        ("LT-06", 150, 300, 7, "85.71%", .green),
        ("LT-07", 100, 300, 7, "57.14%", .red),
        ("LT-08", 120, 300, 7, "68.57%", .yellow),
        ("LT-09", 360, 300, 7, "205.71%", .blue),
        ("LT-10", 0, 300, 7, "0.00%", .red),
        ("LT-11", 2, 4, 6, "100.00%", .green),
    ]

    @Test(arguments: indicators + [("120界下", 359, 300, 7, "205.14%", .green)])
    func `正向指标亮灯`(
        id: String, actual: Int64, target: Int64, month: Int, progress: String,
        light: MonitoringLight
    ) throws {
        let result = try #require(
            try MonitoredProgress.ofPositive(
                actual: Fraction(actual), target: Fraction(target), month: month))
        #expect(try result.progress.percentText() == progress)
        #expect(result.light == light)
    }

    @Test func `指标值为0没有进度`() throws {
        #expect(try MonitoredProgress.ofPositive(actual: .one, target: .zero, month: 1) == nil)
    }

    @Test func `其他指标亮灯`() {
        #expect(MonitoringLight.ofReverse(actual: .one, target: .one) == .green)
        #expect(MonitoringLight.ofReverse(actual: Fraction(2), target: .one) == .red)
        #expect(MonitoringLight.ofZeroTarget(actual: .zero) == .green)
        #expect(MonitoringLight.ofZeroTarget(actual: .one) == .red)
        #expect(
            QualitativeTier.allCases.map(MonitoringLight.ofQualitative) == [.green, .yellow, .red])
    }

    @Test func `目标的灯取最差的一个`() {
        #expect(MonitoringLight.ofGoal([.blue, .green, .yellow]) == .yellow)
        #expect(MonitoringLight.ofGoal([.blue, .red, .green]) == .red)
        #expect(MonitoringLight.ofGoal([.blue]) == .blue)
        #expect(MonitoringLight.ofGoal([]) == nil)
    }

    @Test func `部门的灯先看支出再看目标`() {
        func light(_ execution: Bool, _ goals: Bool) -> MonitoringLight {
            .ofDepartment(isExecutionInOrder: execution, areGoalsInOrder: goals)
        }
        #expect(light(true, true) == .green)
        #expect(light(true, false) == .yellow)
        #expect(light(false, true) == .red)
        #expect(light(false, false) == .red)
    }
}
