@testable import Packs

/// The built-in packs, read once for all tests.
enum BuiltIn {
    static func ledgers() throws -> LedgerPack { try ledgersRead.get() }
    static func measures() throws -> MeasurePack { try measuresRead.get() }

    private static let ledgersRead = Result { try LedgerPack.builtIn() }
    private static let measuresRead = Result { try MeasurePack.builtIn() }
}
