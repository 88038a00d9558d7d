import Formulas
import Foundation
import Performance
import Seeds
import Storage
import Testing

/// `kill -9` in the middle of an import, at moments that nobody chose.
///
/// The test starts its own program again with ``variable`` set; that copy runs
/// ``被杀的导入进程`` alone, and is killed. `JIXIAO_TEST_CRASH_ROUNDS=20` strikes more often,
/// `JIXIAO_SEED` at the same moments again.
@Suite(.serialized)
struct CrashTests {
    static let variable = "JIXIAO_TEST_CRASH_WORKER"
    static let rowCount = 200_000

    @Test(.enabled(if: ProcessInfo.processInfo.environment[variable] != nil, "只作子进程"))
    func `被杀的导入进程`() throws {
        let environment = ProcessInfo.processInfo.environment
        let location = try #require(environment[Self.variable])
        let store = try LedgerStore(openDatabase(location), ledgers: [.payment, .register])
        let book = try BookID.sample()
        _ = try store.accept(store.useCase("导入")) { acceptance in
            // The first line of output says that the import has begun.
            try FileHandle.standardOutput.write(contentsOf: Data("\nJIXIAO BEGINS\n".utf8))
            for start in stride(from: 0, to: Self.rowCount, by: 5000) {
                let payments = (start..<start + 5000).map {
                    Payment(voucher: "付-\($0)", fen: Int64($0))
                }
                _ = try acceptance.insert(
                    LedgerStore.batch(payments), into: "payment", of: book)
            }
        }
    }

    @Test(arguments: Backend.available)
    func `导入中被杀后要么全有要么全无`(backend: Backend) throws {
        let environment = ProcessInfo.processInfo.environment
        guard environment[Self.variable] == nil else { return }
        let rounds = environment["JIXIAO_TEST_CRASH_ROUNDS"].flatMap(Int.init) ?? 3
        var random = RandomSource()
        // The first import is left alone: its length says when to strike.
        var duration = 0.0
        var whole = 0
        for round in 0...rounds {
            let place = try TestPlace(backend)
            let store = try place.store()
            let book = try BookID.sample()
            try store.open(book)
            let worker = try Worker(location: place.location)
            let begin = Date()
            if round > 0 {
                let share = Double(random.next() >> 11) / Double(1 << 53)
                Thread.sleep(forTimeInterval: duration * 1.05 * share)
                kill(worker.process.processIdentifier, SIGKILL)
            }
            worker.process.waitUntilExit()
            if round == 0 { duration = Date().timeIntervalSince(begin) }
            let reopened = try LedgerStore(
                openDatabase(place.location), ledgers: store.ledgers, anchors: place.anchors)
            let count = try reopened.database.read {
                try $0.rows("SELECT COUNT(*) AS n FROM payment").first?.integer("n")
            }
            #expect(
                count == 0 || count == Int64(Self.rowCount), "seed \(random.seed), round \(round)")
            #expect(round > 0 || count == Int64(Self.rowCount))
            if count != 0 { whole += 1 }
            #expect(try reopened.errors().isEmpty, "seed \(random.seed), round \(round)")
            // It goes on working.
            let outcome = try reopened.add([Payment(voucher: "后来", fen: 1)], to: book).result
            #expect(outcome.added == 1)
            try place.remove()
        }
        print("crash rounds on \(backend.testDescription): \(whole) imports whole")
    }

    /// A copy of this program that imports.
    private struct Worker {
        let process = Process()

        init(location: String) throws {
            let output = Pipe()
            process.executableURL = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
            process.arguments =
                Array(CommandLine.arguments.dropFirst()).filterOut("--filter", "--skip")
                + ["--filter", "被杀的导入进程"]
            var environment = ProcessInfo.processInfo.environment
            environment[CrashTests.variable] = location
            process.environment = environment
            process.standardOutput = output
            process.standardError = FileHandle.nullDevice
            try process.run()
            var text = Data()
            while text.range(of: Data("JIXIAO BEGINS".utf8)) == nil {
                let part = output.fileHandleForReading.availableData
                guard !part.isEmpty else { break }
                text.append(part)
            }
            #expect(text.range(of: Data("JIXIAO BEGINS".utf8)) != nil)
        }
    }
}

extension [String] {
    /// Leaves options with their values out.
    fileprivate func filterOut(_ options: String...) -> [String] {
        var result: [String] = []
        var skipsNext = false
        for argument in self {
            if skipsNext {
                skipsNext = false
            } else if options.contains(argument) {
                skipsNext = true
            } else {
                result.append(argument)
            }
        }
        return result
    }
}
