import Performance

/// Why each alarm of a snapshot rings (预警依据), in plain words.
enum AlarmLines {
    static func lines(_ snapshot: MonitoringSnapshot) -> [String] {
        let standings = [snapshot.department] + snapshot.lines + snapshot.projects.map(\.money)
        let money = standings.filter { $0.rings && !$0.isEmpty }.map {
            line($0.name, "执行率", .money, $0.forecast)
        }
        let goals = snapshot.allIndicators.filter(\.rings).map {
            line("\($0.id) \($0.name)", "指标", .goal, $0.forecast)
        }
        return money.isEmpty && goals.isEmpty ? [] : ["", "年末预警依据（估计）"] + money + goals
    }

    private static func line(
        _ name: String, _ what: String, _ object: MonitoredObject, _ forecast: YearEndForecast?
    ) -> String {
        guard let forecast else { return "  \(name)" }
        let limit = YearEndAlarm.limit(of: object)
        let probability = MonitoringText.percent(forecast.outcomes.probability(below: limit), 0)
        let nothingOfNote =
            forecast.basis == .straightLine ? "没有往年数据，只按序时推算" : "与往年同期相差不大，按相近的往年样本推算"
        let reasons = forecast.drivers.isEmpty ? [nothingOfNote] : forecast.drivers.map(\.text)
        return "  \(name)：年末\(what)未达 \(limit / 100)% 的可能性 \(probability)；"
            + reasons.joined(separator: "；")
    }
}
