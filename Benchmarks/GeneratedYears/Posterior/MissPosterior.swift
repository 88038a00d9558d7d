import Foundation
import Performance
package import Seeds

/// How likely each running course misses its limit to one who knows the law of the district and has
/// read all its books up to that month, but nothing else (账面可知概率).
package struct MissPosterior {
    /// In the order of the running courses.
    package let probabilities: [Double]

    /// nil of a district whose law can't be turned round.
    package init?(
        _ district: GeneratedDistrict, below limit: Int, particles: Int,
        _ random: inout RandomSource
    ) {
        guard let law = district.law else { return nil }
        let past = Dictionary(grouping: district.history, by: \.subject)
        var answers = [Double](repeating: 0, count: district.running.count)
        let units = Dictionary(grouping: district.running.indices) {
            district.running[$0].course.subject.unitCode
        }
        for unit in units.keys.sorted() {
            let places = units[unit] ?? []
            var readings: [[(evidence: Double, miss: Double)]] = []
            for place in places {
                let course = district.running[place].course
                var read = CourseParticles(
                    law, kind: course.subject.kind, count: particles, &random)
                for year in (past[course.subject] ?? []).sorted(by: { $0.year < $1.year }) {
                    read.read(year, &random)
                }
                let known = read.evidence
                readings.append(
                    Self.paces.map { pace in
                        var running = read
                        running.read(course, departmentPace: pace, &random)
                        return (
                            running.evidence - known,
                            running.probability(
                                below: limit, year: course.year, reruns: 2, &random)
                        )
                    })
            }
            let shares = Self.shares(readings.map { $0.map(\.evidence) }, law.family)
            for (place, reading) in zip(places, readings) {
                answers[place] = zip(reading, shares).reduce(0) { $0 + $1.0.miss * $1.1 }
            }
        }
        probabilities = answers
    }

    /// The usual pace and steps of a slow year: all projects of a department share one.
    private static let paces: [ClosedRange<Int>] = {
        let slow = GeneratedFamily.slowPaces
        let step = (slow.upperBound - slow.lowerBound) / 4
        return [GeneratedFamily.usualPace...GeneratedFamily.usualPace]
            + (0..<4).map { (slow.lowerBound + $0 * step)...(slow.lowerBound + ($0 + 1) * step) }
    }()

    /// How likely each pace is by all courses of the department.
    private static func shares(_ evidence: [[Double]], _ family: GeneratedFamily) -> [Double] {
        let slow = Double(family.slowDepartment) / 1000
        var logs = paces.indices.map {
            log($0 == 0 ? 1 - slow : slow / Double(paces.count - 1))
        }
        for course in evidence {
            for pace in paces.indices { logs[pace] += course[pace] }
        }
        let most = logs.max() ?? 0
        let weights = logs.map { exp($0 - most) }
        let sum = weights.reduce(0, +)
        return weights.map { $0 / sum }
    }
}
