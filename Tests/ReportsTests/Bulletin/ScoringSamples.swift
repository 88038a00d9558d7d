import Packs
import Performance
import Testing

/// The scoring parameters that travel with the program.
enum ScoringSamples {
    static func parameters() throws -> ProjectScoringParameters {
        let vocabulary = try MeasurePack.builtIn().vocabulary(of: LedgerPack.builtIn())
        let scheme = try SchemePack.builtIn(vocabulary).projectScheme(
            "project-self-evaluation-2020")
        return try #require(scheme).parameters
    }
}
