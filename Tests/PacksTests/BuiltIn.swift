import Performance

@testable import Packs

/// The built-in packs, read once for all tests.
enum BuiltIn {
    static func ledgers() throws -> LedgerPack { try ledgersRead.get() }
    static func measures() throws -> MeasurePack { try measuresRead.get() }
    static func rules() throws -> RuleBook { try rulesRead.get() }

    /// How projects are scored, as the built-in scheme says.
    static func projectScoring() throws -> ProjectScoringParameters { try scoringRead.get() }

    private static let ledgersRead = Result { try LedgerPack.builtIn() }
    private static let measuresRead = Result { try MeasurePack.builtIn() }
    private static let rulesRead = Result { try RulePack.book() }
    private static let scoringRead = Result {
        let schemes = try SchemePack.builtIn(measures().vocabulary(of: ledgers()))
        guard let scheme = schemes.projectSchemes.first
        else {
            throw PackError(file: "schemes", line: nil, path: "", problem: "没有项目自评方案", remedy: "")
        }
        return scheme.parameters
    }
}
