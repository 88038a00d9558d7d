import Foundation
import Performance

/// Lines of JSON from a file, a folder of files, or standard input.
enum JSONLines {
    /// - Parameter body: is told where each line that is not blank stands, and its text.
    static func read(_ path: String, _ body: (_ place: String, _ line: String) throws -> Void)
        throws
    {
        guard path != "-" else {
            var number = 0
            while let line = readLine() {
                number += 1
                guard line.contains(where: { !$0.isWhitespace }) else { continue }
                try body("第\(number)行", line)
            }
            return
        }
        for file in try RuleFiles.paths(at: path, endings: [".jsonl", ".json"]) {
            let text = String(
                decoding: try Data(contentsOf: URL(fileURLWithPath: file)), as: UTF8.self)
            for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false)
                .enumerated() where line.contains(where: { !$0.isWhitespace })
            {
                try body("\(file) 第\(number + 1)行", String(line))
            }
        }
    }
}

/// One line of history: a form, or one record `{"subject":…,"facts":{…}}`.
struct HistoryLine {
    let records: [(RuleSubject, Facts)]

    init(_ line: String, _ book: RuleBook) throws(InputProblem) {
        guard let json = try? CanonicalJSON(reading: line) else { throw InputProblem("不是 JSON。") }
        if let form = FormContent(json: json) {
            records = FormLint(book).records(of: form).compactMap { record in
                book.subject(record.subject).map { ($0, record.facts) }
            }
            return
        }
        guard let name = json["subject"]?.string, let members = json["facts"]?.object,
            let subject = book.subject(name)
        else { throw InputProblem("既不是一张表，也不是一条记录（subject、facts）。") }
        var facts: Facts = [:]
        for (name, value) in members {
            guard let fact = subject.fact(name)
            else { throw InputProblem("“\(subject.name)”没有事实“\(name)”。") }
            guard let text = value.string, let read = fact.value(reading: text) else {
                throw InputProblem("“\(name)”应是\(fact.typeWords)，写成文字。")
            }
            facts[name] = read
        }
        records = [(subject, facts)]
    }
}
