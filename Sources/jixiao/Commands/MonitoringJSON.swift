import Performance
import Quantities

/// Monitoring for programs: amounts in 分 as whole numbers, ratios as exact fractions.
enum MonitoringJSON {
    static func json(
        _ snapshot: MonitoringSnapshot, _ changes: [MonitoringChange]?
    ) -> CanonicalJSON {
        var json: [String: CanonicalJSON] = [
            "unitCode": .string(snapshot.unitCode), "unitName": .string(snapshot.unitName),
            "through": .string(snapshot.through.iso),
            "journalNumber": .integer(snapshot.journalNumber),
            "department": self.json(snapshot.department),
            "lines": .array(snapshot.lines.map(json)),
            "limits": .array(snapshot.limits.map(json)),
            "projects": .array(
                snapshot.projects.map { project in
                    [
                        "money": self.json(project.money), "office": .string(project.office),
                        "goalLight": text(project.goalLight?.rawValue),
                        "indicators": .array(project.indicators.map(self.json)),
                    ]
                }),
            "indicators": .array(snapshot.indicators.map(json)),
        ]
        if let changes {
            json["changes"] = .array(
                changes.map {
                    [
                        "name": .string($0.name), "field": .string($0.field),
                        "before": .string($0.before), "after": .string($0.after),
                    ]
                })
        }
        return .object(json)
    }

    private static func json(_ standing: MoneyStanding) -> CanonicalJSON {
        [
            "name": .string(standing.name),
            "initialBudgetFen": .integer(standing.initialBudget.fen),
            "adjustedBudgetFen": .integer(standing.adjustedBudget.fen),
            "executedFen": .integer(standing.executed.fen),
            "rate": text(standing.rate?.description),
            "expected": .string(standing.expected.description),
            "progress": .string(standing.progress.progress.description),
            "light": .string(standing.progress.light.rawValue),
            "forecast": json(standing.forecast, .money),
        ]
    }

    private static func json(_ standing: LimitStanding) -> CanonicalJSON {
        [
            "name": .string(standing.name), "kind": .string(standing.kind.rawValue),
            "limitFen": standing.limit.map { .integer($0.fen) } ?? .null,
            "amountFen": .integer(standing.amount.fen), "light": text(standing.light?.rawValue),
        ]
    }

    private static func json(_ standing: IndicatorStanding) -> CanonicalJSON {
        [
            "id": .string(standing.id), "name": .string(standing.name),
            "target": .string(standing.targetText), "actual": .string(standing.actualText),
            "progress": text(standing.progress?.progress.description),
            "light": text(standing.light?.rawValue), "proof": .string(standing.proof.rawValue),
            "likelihood": text(standing.suggestedLikelihood?.rawValue),
            "forecast": json(standing.forecast, .goal),
        ]
    }

    /// Shares of the year in 万分比.
    private static func json(
        _ forecast: YearEndForecast?, _ object: MonitoredObject
    ) -> CanonicalJSON {
        guard let forecast else { return .null }
        let limit = YearEndAlarm.limit(of: object)
        return [
            "low": .integer(Int64(forecast.low)), "middle": .integer(Int64(forecast.middle)),
            "high": .integer(Int64(forecast.high)),
            "probabilityOfMiss": .string(forecast.outcomes.probability(below: limit).description),
            "alarm": .bool(YearEndAlarm.rings(forecast, object)),
            "drivers": .array(forecast.drivers.map { .string($0.text) }),
        ]
    }

    private static func text(_ text: String?) -> CanonicalJSON { text.map { .string($0) } ?? .null }
}
