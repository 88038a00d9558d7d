import GeneratedYears
import Performance
import Seeds

/// Measures the alarms of 31 August on made-up districts; the driver beside this folder prints them.
///
/// A line for each object, group of courses, yardstick and method: how many courses, misses,
/// foreseeable misses; how many alarms, hits, foreseeable hits, false alarms, avoidable false ones.
@main
struct Main {
    static func main() throws {
        let arguments = CommandLine.arguments.dropFirst()
        guard arguments.count == 3, let seed = UInt64(arguments.dropFirst().first ?? ""),
            let count = Int(arguments.last ?? ""), let kind = FamilyKind(rawValue: arguments[1])
        else { throw UsageError() }
        var random = RandomSource(seed: seed)
        var measurement = AlarmMeasurement()
        for number in 0..<count {
            let family = kind.family(number, &random)
            for object in MonitoredObject.allCases {
                measurement.add(family, object, &random)
            }
        }
        for line in measurement.lines { print(line) }
    }
}

/// Families on which choices were made, or drawn ones of which nothing was known.
enum FamilyKind: String {
    case training
    case drawn

    func family(_ number: Int, _ random: inout RandomSource) -> GeneratedFamily {
        switch self {
        case .training: GeneratedFamily.training[number % GeneratedFamily.training.count]
        case .drawn: GeneratedFamily.drawn(&random)
        }
    }
}

struct UsageError: Error, CustomStringConvertible {
    let description = "usage: Forecasting training|drawn SEED DISTRICTS"
}
