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

/// Which districts are made up.
enum FamilyKind: String {
    /// Families that were looked at while the forecaster was made.
    case training
    /// All their numbers drawn, and two ways to spend that no training family has.
    case drawn
    /// Drawn ones of one to three departments.
    case small
    /// Those of the second generator.
    case contracts

    func family(_ number: Int, _ random: inout RandomSource) -> any DistrictFamily {
        switch self {
        case .training: return GeneratedFamily.training[number % GeneratedFamily.training.count]
        case .drawn: return GeneratedFamily.drawn(&random)
        case .small:
            var family = GeneratedFamily.drawn(&random)
            family.departments = random.number(1...3)
            return family
        case .contracts: return ContractFamily(&random)
        }
    }
}

struct UsageError: Error, CustomStringConvertible {
    let description = "usage: Forecasting training|drawn|small|contracts SEED DISTRICTS"
}
