import GeneratedYears
import Performance
import Quantities
import Seeds

/// Counts alarms against what came and what could be known (预警测量).
struct AlarmMeasurement {
    private static let month = 8
    private static let reruns = 200
    private static let particles = 600
    /// How many times its own departments a district of the wide learner has.
    private static let widening = 5

    private struct Key: Hashable {
        let object: MonitoredObject
        let group: String
        let yardstick: String
        let method: String
    }

    private var tallies: [Key: AlarmTally] = [:]
    private var calibrations: [MonitoredObject: Calibration] = [:]

    mutating func add(
        _ family: any DistrictFamily, _ object: MonitoredObject, _ random: inout RandomSource
    ) {
        let district = family.district(
            object, month: Self.month, reruns: Self.reruns, units: "D", &random)
        var wide = family
        wide.departments = min(family.departments * Self.widening, 300)
        let others = wide.district(object, month: Self.month, reruns: 1, units: "W", &random)
        let courses = district.running.map(\.course)
        let ours = YearEndForecaster(
            object, history: district.history, running: courses, month: Self.month)
        let informed = YearEndForecaster(
            object, history: district.history + others.history,
            running: courses + others.running.map(\.course), month: Self.month)
        let posterior = MissPosterior(
            district, below: YearEndAlarm.limit(of: object), particles: Self.particles, &random)
        for (place, year) in district.running.enumerated() {
            let verdicts = Verdicts(
                year, object, ours, informed, posterior?.probabilities[place])
            add(year, object, verdicts)
            if let miss = posterior?.probabilities[place] {
                calibrations[object, default: Calibration()].add(
                    miss, year.misses(YearEndAlarm.limit(of: object)))
            }
        }
    }

    private mutating func add(
        _ year: GeneratedDistrict.RunningYear, _ object: MonitoredObject, _ verdicts: Verdicts
    ) {
        let misses = year.misses(YearEndAlarm.limit(of: object))
        for group in ["all", year.hasHistory ? "history" : "new"] {
            for (yardstick, isForeseeable) in verdicts.yardsticks {
                for (method, alarms) in verdicts.methods {
                    let key = Key(
                        object: object, group: group, yardstick: yardstick, method: method)
                    tallies[key, default: AlarmTally()].add(
                        alarms: alarms, misses: misses, isForeseeable: isForeseeable)
                }
            }
        }
    }

    var lines: [String] {
        tallies.map { key, tally in
            "\(key.object) \(key.group) \(key.yardstick) \(key.method) \(tally.line)"
        }
        .sorted()
            + MonitoredObject.allCases.flatMap { object in
                (calibrations[object]?.lines ?? []).map { "\(object) calibration \($0)" }
            }
    }
}

/// What each method says of one course.
private struct Verdicts {
    /// Whether a miss counts as foreseeable: to one who knows the true state; to one who knows the
    /// law of the district and has read its books; to one who has the books of many more departments.
    let yardsticks: [(String, Bool)]
    let methods: [(String, Bool)]

    init(
        _ year: GeneratedDistrict.RunningYear, _ object: MonitoredObject,
        _ ours: YearEndForecaster, _ informed: YearEndForecaster, _ posterior: Double?
    ) {
        let limit = YearEndAlarm.limit(of: object)
        let knowable = year.knowable(below: limit) >= 500
        func alarms(_ forecaster: YearEndForecaster) -> Bool {
            forecaster.forecast(year.course).map { YearEndAlarm.rings($0, object) } ?? false
        }
        let wide = alarms(informed)
        let law = posterior.map { [("law", $0 >= 0.5)] } ?? []
        yardsticks = [("state", knowable), ("data", wide)] + law
        methods =
            [
                ("ours", alarms(ours)),
                ("straight", (StraightLine.finalShare(year.course) ?? 0) < limit),
                ("wide", wide), ("oracle", knowable),
            ] + law
    }
}

/// Alarms of one method.
struct AlarmTally {
    private var courses = 0
    private var misses = 0
    private var foreseeable = 0
    private var alarms = 0
    private var hits = 0
    private var foreseeableHits = 0
    private var falseAlarms = 0
    /// False alarms that the best would not have given.
    private var avoidable = 0

    mutating func add(alarms isAlarm: Bool, misses isMiss: Bool, isForeseeable: Bool) {
        courses += 1
        if isMiss { misses += 1 }
        if isMiss, isForeseeable { foreseeable += 1 }
        guard isAlarm else { return }
        alarms += 1
        if isMiss { hits += 1 } else { falseAlarms += 1 }
        if isMiss, isForeseeable { foreseeableHits += 1 }
        if !isMiss, !isForeseeable { avoidable += 1 }
    }

    var line: String {
        [
            courses, misses, foreseeable, alarms, hits, foreseeableHits, falseAlarms, avoidable,
        ].map(String.init).joined(separator: " ")
    }
}
