import Formulas
import Foundation
import Performance
import Quantities
import Storage
import Synchronization
import Testing

/// The databases that every storage test runs on.
enum Backend: String, CaseIterable, Sendable, CustomTestStringConvertible {
    case sqlite
    case postgresql

    var testDescription: String { self == .sqlite ? "SQLite" : "PostgreSQL" }

    /// PostgreSQL is there when `scripts/with-postgres` runs the tests.
    static let location: String? = ProcessInfo.processInfo.environment["JIXIAO_TEST_POSTGRES"]

    static var available: [Backend] { location == nil ? [.sqlite] : [.sqlite, .postgresql] }
}

/// A database of its own for one test.
final class TestPlace: Sendable {
    let backend: Backend
    let folder: URL
    /// Where the program signs in.
    let location: String
    /// Where the owner of the tables signs in: on SQLite, the same.
    let ownerLocation: String
    private let schema: String

    /// One folder for all places of this program, removed when it ends; the schemas go with their
    /// cluster.
    private static let root: URL = {
        atexit { try? FileManager.default.removeItem(at: TestPlace.root) }
        let name = "jixiao-tests-\(ProcessInfo.processInfo.processIdentifier)"
        return FileManager.default.temporaryDirectory.appendingPathComponent(name)
    }()

    private static let counter = Atomic<Int>(0)
    private static let roles = Mutex(false)
    static let programRole = "jixiao_program"

    init(_ backend: Backend) throws {
        self.backend = backend
        let number = Self.counter.add(1, ordering: .relaxed).newValue
        let name = "jixiao_\(ProcessInfo.processInfo.processIdentifier)_\(number)"
        folder = Self.root.appendingPathComponent(name)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        schema = name
        guard backend == .postgresql else {
            location = folder.appendingPathComponent("账套.db").path
            ownerLocation = location
            return
        }
        let base = try #require(Backend.location)
        try Self.makeRoles(base)
        try PostgreSQLDatabase(base).write {
            try $0.run(script: "CREATE SCHEMA \(name) AUTHORIZATION jixiao_owner")
        }
        func place(_ role: String) -> String {
            let path = base.split(separator: "@").last ?? ""
            return "postgresql://\(role)@\(path)?options=-csearch_path%3D\(name)"
        }
        location = place(Self.programRole)
        ownerLocation = place("jixiao_owner")
    }

    /// Frees the disk before the tests end; what is left goes with the program.
    func remove() throws {
        try FileManager.default.removeItem(at: folder)
    }

    var anchors: AnchorFile {
        AnchorFile(
            path: folder.appendingPathComponent("anchor").path,
            keyPath: folder.appendingPathComponent("key").path)
    }

    /// Makes the tables and opens the store.
    func store(
        ledgers: [LedgerDefinition] = [.payment, .register], anchored: Bool = true
    ) throws -> LedgerStore {
        try SchemaSetup(
            owner(), grantingTo: backend == .postgresql ? Self.programRole : nil
        ).prepare(ledgers: ledgers)
        return try LedgerStore(
            openDatabase(location), ledgers: ledgers, anchors: anchored ? anchors : nil)
    }

    /// The database as the owner of the tables sees it.
    func owner() throws -> any Database { try openDatabase(ownerLocation) }

    private static func makeRoles(_ base: String) throws {
        try roles.withLock { areMade in
            guard !areMade else { return }
            for role in ["jixiao_owner", programRole] {
                try PostgreSQLDatabase(base).write {
                    try $0.run(
                        script: """
                            DO $$ BEGIN CREATE ROLE \(role) LOGIN;
                            EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$
                            """)
                }
            }
            areMade = true
        }
    }
}

struct BackendNoticeTests {
    @Test(
        .enabled(
            if: Backend.location != nil,
            "PostgreSQL 未启动：请用 scripts/with-postgres swift test，否则只测 SQLite"))
    func `存储测试同时在 PostgreSQL 上运行`() throws {
        let version = try PostgreSQLDatabase(try #require(Backend.location)).read {
            try $0.rows("SELECT current_setting('server_version_num') AS version")
        }
        let number = Int(try #require(version.first).text("version")) ?? 0
        #expect(number >= 150_000)
    }
}
