import Foundation
import Performance

/// Lines of JSON from a file, a folder of files, or standard input.
enum JSONLines {
    /// In bytes: a form of a few thousand rows is well below it.
    static let lineLimit = 16 << 20

    /// - Parameter body: is told where each line that is not blank stands, and its text.
    /// - Throws: ``InputProblem`` where a line is longer than ``lineLimit`` or no UTF-8.
    static func read(_ path: String, _ body: (_ place: String, _ line: String) throws -> Void)
        throws
    {
        guard path != "-" else {
            return try read(.standardInput, body) { "第\($0)行" }
        }
        for file in try RuleFiles.paths(at: path, endings: [".jsonl", ".json"]) {
            guard let handle = FileHandle(forReadingAtPath: file)
            else { throw InputProblem("读不了“\(file)”。请核对文件和权限。") }
            try read(handle, body) { "\(file) 第\($0)行" }
        }
    }

    private static func read(
        _ handle: FileHandle, _ body: (String, String) throws -> Void, place: (Int) -> String
    ) throws {
        var lines = LineBuffer(limit: lineLimit)
        while case let chunk = handle.readData(ofLength: 1 << 16), !chunk.isEmpty {
            try lines.take(chunk, body, place: place)
        }
        try lines.finish(body, place: place)
    }
}

/// Cuts what is read into lines, and holds no more than one.
private struct LineBuffer {
    let limit: Int
    private var line: [UInt8] = []
    private var number = 1

    init(limit: Int) { self.limit = limit }

    mutating func take(
        _ chunk: Data, _ body: (String, String) throws -> Void, place: (Int) -> String
    ) throws {
        var rest = chunk[...]
        while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
            try append(rest[..<end], place)
            try finish(body, place: place)
            number += 1
            rest = rest[(end + 1)...]
        }
        try append(rest, place)
    }

    /// Hands out the line that is held; a blank one is none.
    mutating func finish(
        _ body: (String, String) throws -> Void, place: (Int) -> String
    ) throws {
        defer { line.removeAll(keepingCapacity: true) }
        guard let text = String(validating: line, as: UTF8.self)
        else { throw InputProblem("\(place(number))：不是 UTF-8 文字。请另存为 UTF-8 后再试。") }
        guard text.contains(where: { !$0.isWhitespace }) else { return }
        try body(place(number), text)
    }

    private mutating func append(_ bytes: Data.SubSequence, _ place: (Int) -> String) throws {
        guard line.count + bytes.count <= limit else {
            throw InputProblem(
                "\(place(number))：超过 \(limit >> 20) MB，不像一张表。请一行写一张表（JSON 行），或核对文件。")
        }
        line.append(contentsOf: bytes)
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
