/// One measurement in a process of its own, so that its time and memory are its own; the driver
/// beside this folder runs the peers and prints the ratios.
@main
struct Main {
    static func main() throws {
        let arguments = CommandLine.arguments.dropFirst()
        switch (arguments.first, Array(arguments.dropFirst())) {
        case ("read", let rest) where rest.count == 1: try WorkbookReading.run(file: rest[0])
        case ("mark", let rest) where rest.count == 2:
            try SheetMarking.run(file: rest[0], output: rest[1])
        case ("compose", let rest) where rest.count == 2:
            try ReportComposing.run(database: rest[0], output: rest[1])
        case ("fill", let rest) where rest.count == 2:
            try BookFilling.run(database: rest[0], folder: rest[1])
        case ("sums", let rest) where rest.count == 3:
            try MeasureSums.run(database: rest[0], formulas: rest[1], output: rest[2])
        case ("audit", let rest) where rest.count == 2:
            guard let times = Int(rest[1]) else { throw UsageError() }
            try TextAuditing.run(file: rest[0], times: times)
        case ("rows", let rest) where rest.count == 1: try RowChecking.run(file: rest[0])
        case ("district", let rest) where rest.count == 4:
            guard let seed = UInt64(rest[1]), let size = Int(rest[2]), let edits = Int(rest[3])
            else { throw UsageError() }
            try DistrictMeasuring(seed: seed, departments: size, edits: edits)
                .run(database: rest[0])
        case ("edits", let rest) where rest.count == 3:
            guard let seed = UInt64(rest[0]), let size = Int(rest[1]), let edits = Int(rest[2])
            else { throw UsageError() }
            try DistrictMeasuring(seed: seed, departments: size, edits: edits).runInMemory()
        case ("each", let rest) where rest.count == 2:
            guard let seed = UInt64(rest[0]), let edits = Int(rest[1]) else { throw UsageError() }
            try DistrictMeasuring(seed: seed, departments: 3, edits: edits).compareEach()
        default: throw UsageError()
        }
    }
}

struct UsageError: Error, CustomStringConvertible {
    let description = """
        usage: Measuring read FILE.xlsx
               Measuring mark FILE.xlsx MARKED.xlsx
               Measuring compose DATABASE FOLDER
               Measuring fill DATABASE FOLDER-OF-CSV
               Measuring sums DATABASE FORMULAS ANSWERS
               Measuring audit FILE-OF-DOCUMENTS TIMES
               Measuring rows FILE-OF-PAYMENTS
               Measuring district DATABASE SEED DEPARTMENTS EDITS
               Measuring edits SEED DEPARTMENTS EDITS
               Measuring each SEED EDITS
        """
}

extension Duration {
    /// Whole microseconds.
    var microseconds: Int64 {
        components.seconds * 1_000_000 + components.attoseconds / 1_000_000_000_000
    }
}
