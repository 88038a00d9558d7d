import Documents
import Office
import Reports

/// Composes and writes the report of the only book of a database, again and again: from the facts
/// to the file that is forced to the disk. The facts are read once and timed apart.
enum ReportComposing {
    private static let repetitions = 20

    static func run(database: String, output: String) throws {
        let clock = ContinuousClock()
        let start = clock.now
        let desk = try Workplace.open(database).desk(unit: nil, year: nil, through: nil)
        let facts = try ReportFactsReader(desk).facts()
        print("facts", (clock.now - start).microseconds)
        for number in 0..<repetitions {
            let start = clock.now
            let bytes = try SelfEvaluationReport.compose(facts).document().bytes()
            try FileRelease.write(bytes, to: "\(output)/report-\(number).docx")
            print("docx", (clock.now - start).microseconds, bytes.count)
        }
    }
}
