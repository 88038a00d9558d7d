import Formulas
import Foundation
import Performance
import Quantities
import Storage
import Synchronization
import Testing

@testable import Office

/// The databases that the cycle's tests run on.
enum CycleBackend: String, CaseIterable, Sendable, CustomTestStringConvertible {
    case sqlite
    case postgresql

    var testDescription: String { self == .sqlite ? "SQLite" : "PostgreSQL" }

    /// PostgreSQL is there when `scripts/with-postgres` runs the tests.
    static let location: String? = ProcessInfo.processInfo.environment["JIXIAO_TEST_POSTGRES"]

    static var available: [CycleBackend] { location == nil ? [.sqlite] : [.sqlite, .postgresql] }
}

/// A book with a department's and a bureau's people, and the desk that they work at.
final class CycleFixture: Sendable {
    static let unit = "440118-01"
    static let year: FiscalYear = {
        guard let year = FiscalYear(2021) else { preconditionFailure("2021 is a fiscal year") }
        return year
    }()

    let desk: CycleDesk
    let folder: URL
    private static let counter = Atomic<Int>(0)

    // The people, by what they are.
    let office = Performer("yewu", as: .businessOffice)
    let finance = Performer("caiwu", as: .financeOffice)
    let head = Performer("fuzeren", as: .departmentHead)
    let liaison = Performer("yewuke", as: .budgetLiaison)
    let section = Performer("jixiaoke", as: .performanceSection)
    let committee = Performer("jingshen", as: .fundsReview)
    let administrator = "guanli"

    /// - Parameter hasPeople: false leaves a book without any grant.
    init(_ backend: CycleBackend = .sqlite, hasPeople: Bool = true) throws {
        let number = Self.counter.add(1, ordering: .relaxed).newValue
        let name = "cycle_\(ProcessInfo.processInfo.processIdentifier)_\(number)"
        folder = FileManager.default.temporaryDirectory.appendingPathComponent(name)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let files = folder.appendingPathComponent("账套.db").path
        let location = try Self.location(backend, schema: name, file: files)
        let workplace = try Workplace.open(location, filesPath: files)
        let book = try workplace.openBook(
            BookID(unitCode: Self.unit, year: Self.year), unitName: "示例单位", actor: "安装",
            at: Self.at("2020-10-01"))
        desk = CycleDesk(workplace, book.id)
        if hasPeople { try appoint() }
    }

    deinit {
        // What is left of a test in the temporary folder harms nobody.
        _ = Result { try FileManager.default.removeItem(at: folder) }
    }

    /// Where a database of its own is: a file, or a schema that is made.
    static func location(
        _ backend: CycleBackend, schema: String, file: String
    ) throws -> String {
        guard backend == .postgresql else { return file }
        let base = try #require(CycleBackend.location)
        try PostgreSQLDatabase(base).write { try $0.run(script: "CREATE SCHEMA \(schema)") }
        return base + "?options=-csearch_path%3D\(schema)"
    }

    private func appoint() throws {
        let at = Self.at("2020-10-01")
        try desk.appointAdministrator(administrator, at: at)
        try desk.grant(.systemAdmin, to: "guanli2", by: administrator, at: at)
        let people =
            [office, finance, head, liaison, section, committee]
            + [Performer("daiban", as: .financeOffice), Performer("daishen", as: .departmentHead)]
        for person in people {
            let role = try #require(person.role)
            let grant = try desk.grant(role, to: person.account, by: administrator, at: at)
            if grant.status == .awaiting {
                try desk.confirmGrant(
                    role, of: person.account, by: Performer("guanli2", as: .systemAdmin), at: at)
            }
        }
    }

    /// 09:00 in Shanghai.
    static func at(_ iso: String) -> Int64 {
        guard let day = Day(iso: iso) else { preconditionFailure("\(iso) is no day") }
        return Int64(day.daysSinceEpoch) * 86_400_000 + 3_600_000
    }

    func at(_ iso: String) -> Int64 { Self.at(iso) }

    /// A goal form of the book.
    func form(
        _ id: String = "F02", about subject: String = "困难职工帮扶", _ fields: [String: String] = [:],
        rows: [FormRow] = []
    ) -> FormContent {
        FormContent(
            form: id, version: "2015", unitCode: Self.unit, fiscalYear: Self.year.number,
            subject: subject, fields: fields, tables: rows.isEmpty ? [:] : ["指标": rows])
    }

    func evidence(
        _ text: String = "签收表", for matter: Matter, by performer: Performer, _ day: String
    )
        throws -> ContentDigest
    {
        try desk.attach(
            Array(text.utf8),
            EvidenceNote(
                name: "\(text).pdf", kind: "签收表", source: "业务科室",
                takenOn: try #require(Day(iso: day))),
            to: matter, by: performer, at: at(day)
        ).digest
    }
}
