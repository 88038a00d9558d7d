import Foundation
import Office
import Packs
import Performance

/// Tries rules on history and blocks nobody (试跑).
struct ShadowRun {
    private let book: RuleBook
    private let rules: [Rule]
    private let shownPlaces: Int
    private var tallies: [CheckID: Tally] = [:]

    private struct Tally {
        var judged = 0
        var fired = 0
        var places: [String] = []
        /// How often it fired, by book.
        var books: [String: Int] = [:]
        /// What it would have stopped.
        var blocked: Set<String> = []
    }

    init(_ book: RuleBook, _ rules: [Rule], places: Int) {
        self.book = book
        self.rules = rules
        shownPlaces = places
    }

    /// - Parameter path: a database, JSON lines, a folder of them, or `-`.
    func report(over path: String) throws {
        var run = self
        let bad = try Self.isDatabase(path) ? run.readDatabase(path) : run.readLines(path)
        Output.lines(run.lines)
        if bad > 0 { Output.line("有 \(bad) 行不能读，已跳过。") }
    }

    private static func isDatabase(_ path: String) -> Bool {
        if path.hasPrefix("postgresql://") || path.hasPrefix("postgres://") { return true }
        let head = FileHandle(forReadingAtPath: path)?.readData(ofLength: 15)
        return head == Data("SQLite format 3".utf8)
    }

    private mutating func readDatabase(_ path: String) throws -> Int {
        let history = RuleHistory(
            try Workplace.open(path), book, rules: rules, forms: try FormPack.builtIn())
        try history.visit { record in
            guard let subject = book.subject(record.subject) else { return }
            judge(
                subject, record.facts, book: record.book, document: record.document,
                at: record.place)
        }
        return 0
    }

    /// - Returns: how many lines could not be read.
    private mutating func readLines(_ path: String) throws -> Int {
        var bad = 0
        try JSONLines.read(path) { place, line in
            do throws(InputProblem) {
                let record = try HistoryLine(line, book)
                for (subject, facts) in record.records {
                    judge(subject, facts, book: nil, document: place) { _ in place }
                }
            } catch {
                bad += 1
                Output.error("\(place)：\(error.message)")
            }
        }
        return bad
    }

    private mutating func judge(
        _ subject: RuleSubject, _ facts: Facts, book name: String?, document: String,
        at place: (String?) -> String
    ) {
        let own = rules.filter { $0.subject.name == subject.name }
        guard !own.isEmpty else { return }
        let findings = RuleSet(own, of: subject).findings(
            of: [book.lexicon.completed(facts, of: subject)])
        for rule in own { tallies[rule.id, default: Tally()].judged += 1 }
        for finding in findings { count(finding, name, document, at: place(finding.field)) }
    }

    private mutating func count(
        _ finding: RuleFinding, _ name: String?, _ document: String, at place: String
    ) {
        var tally = tallies[finding.ruleId] ?? Tally()
        tally.fired += 1
        if let name { tally.books[name, default: 0] += 1 }
        if finding.level == .blocking { tally.blocked.insert(document) }
        if tally.places.count < shownPlaces { tally.places.append("\(place)：\(finding.message)") }
        tallies[finding.ruleId] = tally
    }

    private var lines: [String] {
        var table = TextTable([
            ("编号", .left), ("看了", .right), ("提示", .right), ("占比", .right), ("会拦下", .right),
        ])
        for rule in rules {
            let tally = tallies[rule.id] ?? Tally()
            let share = tally.judged == 0 ? "—" : "\(tally.fired * 100 / tally.judged)%"
            table.append([
                rule.id.rawValue, "\(tally.judged)", "\(tally.fired)", share,
                "\(tally.blocked.count)",
            ])
        }
        return ["试跑（不拦任何人）："] + table.lines + rules.flatMap(details)
    }

    private func details(of rule: Rule) -> [String] {
        guard let tally = tallies[rule.id], tally.fired > 0 else { return [] }
        let books = tally.books.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value) 处" }
        let more = tally.fired - tally.places.count
        return (books.isEmpty ? [] : ["\(rule.id)：\(books.joined(separator: "，"))"])
            + tally.places.map { "  " + $0 } + (more > 0 ? ["  另有 \(more) 处。"] : [])
    }
}
