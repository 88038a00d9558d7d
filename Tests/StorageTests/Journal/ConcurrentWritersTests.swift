import Formulas
import Foundation
import Performance
import Storage
import Synchronization
import Testing

struct ConcurrentWritersTests {
    /// Runs `body` on threads of their own and returns their errors.
    static func onThreads(
        _ count: Int, _ body: @escaping @Sendable (Int) throws -> Void
    ) -> [String] {
        let errors = Errors()
        let group = DispatchGroup()
        for index in 0..<count {
            group.enter()
            Thread {
                do { try body(index) } catch { errors.append("\(error)") }
                group.leave()
            }.start()
        }
        group.wait()
        return errors.all
    }

    private final class Errors: Sendable {
        private let texts = Mutex<[String]>([])
        func append(_ text: String) { texts.withLock { $0.append(text) } }
        var all: [String] { texts.withLock { $0 } }
    }

    @Test(arguments: Backend.available)
    func `八人同时登记两个单位而日志不缺号不分叉`(backend: Backend) throws {
        let place = try TestPlace(backend)
        let store = try place.store()
        let books = [try BookID.sample("440118001"), try BookID.sample("440118002")]
        for book in books { try store.open(book) }
        let rounds = 15
        // Each writer signs in by itself, as eight programs would.
        let location = place.location
        let anchors = place.anchors
        let errors = Self.onThreads(8) { writer in
            let own = try LedgerStore(
                openDatabase(location), ledgers: [.payment, .register], anchors: anchors)
            for round in 0..<rounds {
                let payments = (0..<3).map {
                    Payment(voucher: "\(writer)-\(round)-\($0)", fen: Int64($0))
                }
                // Both units in turn, and one voucher that every writer offers.
                try own.add(
                    payments + [Payment(voucher: "共有", fen: 1)], to: books[(writer + round) % 2])
            }
        }
        #expect(errors == [])
        for book in books {
            let journal = try store.read { try $0.journal(of: book.unitCode, limit: 1000) }
            #expect(journal.map(\.entry.number) == Array(1...Int64(rounds * 4 + 1)))
            #expect(try store.payments(of: book).count == rounds * 4 * 3 + 1)
        }
        #expect(try store.verify().isEmpty)
    }

    @Test(arguments: Backend.available)
    func `读者在写入期间看到的是同一快照`(backend: Backend) throws {
        let place = try TestPlace(backend)
        let store = try place.store()
        let book = try BookID.sample()
        try store.open(book)
        try store.read { (reader: LedgerReader) throws in
            let before = try reader.head(of: book.unitCode)
            let errors = Self.onThreads(1) { _ in
                try store.add([Payment(voucher: "A", fen: 1)], to: book)
            }
            #expect(errors == [])
            let after = try reader.head(of: book.unitCode)
            #expect(after == before)
            let rows = try reader.rows(of: "payment", .init(unitCode: book.unitCode))
            #expect(rows.isEmpty)
        }
        #expect(try store.payments(of: book).count == 1)
    }
}
