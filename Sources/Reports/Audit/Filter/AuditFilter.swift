import Glibc
package import Performance
package import TextAudit

/// The audit as a filter over JSON lines (逐行审核): one document a line in, one result a line out.
///
/// Takes the input in pieces of any size and keeps the order; a line that is no document gives
/// `{"id":…,"error":"…"}` and the rest goes on. Blank lines give nothing. Memory grows with the
/// longest line alone.
package final class AuditFilter {
    /// A longer line is passed over.
    package static let longestLine = 16 << 20

    /// Results, to be taken and cleared by whoever feeds the filter.
    package private(set) var output = JSONBytes()
    package private(set) var documentCount = 0
    package private(set) var badLineCount = 0
    package private(set) var hasErrors = false

    private var auditor: TextAuditor
    private let find: Find
    private let minimum: FindingSeverity
    private let limit: Int
    private let room = TextRoom()
    /// The beginning of a line whose end has not come yet.
    private var pending: [UInt8] = []
    private var isPassingOver = false
    private var isAtStart = true

    /// Finds what is wrong with a text.
    package typealias Find = (inout TextAuditor, UnsafeBufferPointer<UInt8>) -> [TextFinding]

    package init(
        minimum: FindingSeverity = .note, longestLine limit: Int = longestLine,
        find: @escaping Find = { $0.findings(in: $1) }
    ) {
        auditor = TextAuditor()
        self.find = find
        self.minimum = minimum
        self.limit = limit
    }

    package func clearOutput() { output.clear() }

    /// Takes the next piece of the input.
    package func take(_ piece: UnsafeBufferPointer<UInt8>) {
        var start = 0
        while let end = piece.firstNewline(from: start) {
            let rest = UnsafeBufferPointer(rebasing: piece[start..<end])
            if isPassingOver {
                isPassingOver = false
            } else if pending.isEmpty {
                answer(rest)
            } else {
                keep(rest)
                if !isPassingOver { answerPending() }
                isPassingOver = false
            }
            start = end + 1
        }
        if start < piece.count, !isPassingOver {
            keep(UnsafeBufferPointer(rebasing: piece[start...]))
        }
    }

    /// Answers the last line where no newline ends it.
    package func finish() {
        if !pending.isEmpty { answerPending() }
    }

    private func keep(_ part: UnsafeBufferPointer<UInt8>) {
        guard pending.count + part.count <= limit else {
            pending = []
            isPassingOver = true
            return refuse(.tooLong(limit: limit), id: nil)
        }
        pending.append(contentsOf: part)
    }

    private func answerPending() {
        let line = pending
        pending.removeAll(keepingCapacity: true)
        line.withUnsafeBufferPointer { answer($0) }
    }

    private func answer(_ whole: UnsafeBufferPointer<UInt8>) {
        guard whole.count <= limit else { return refuse(.tooLong(limit: limit), id: nil) }
        var start = 0
        if isAtStart {
            isAtStart = false
            if whole.starts(with: [0xEF, 0xBB, 0xBF]) { start = 3 }
        }
        let line = UnsafeBufferPointer(rebasing: whole[start...])
        guard !line.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) else { return }
        var document = DocumentLine(line)
        do throws(DocumentLineError) {
            try document.read(into: room)
        } catch {
            return refuse(
                error, id: document.id.map { UnsafeBufferPointer(rebasing: line[$0]) })
        }
        documentCount += 1
        var findings = find(&auditor, room.text)
        if !findings.isEmpty {
            hasErrors = hasErrors || findings.contains { $0.severity == .error }
            if minimum != .note {
                findings.removeAll { $0.severity.weight < minimum.weight }
            }
        }
        let id = document.id.map { UnsafeBufferPointer(rebasing: line[$0]) }
        Self.null.withUnsafeBufferPointer {
            AuditJSON.write(findings, of: room.text, id: id ?? $0, to: &output)
        }
        output.raw("\n")
    }

    private func refuse(
        _ error: DocumentLineError, id: UnsafeBufferPointer<UInt8>?
    ) {
        badLineCount += 1
        output.raw("{\"id\":")
        Self.null.withUnsafeBufferPointer { output.raw(id ?? $0) }
        output.raw(",\"error\":")
        output.string(error.message)
        output.raw("}\n")
    }

    private static let null = Array("null".utf8)
}

extension UnsafeBufferPointer<UInt8> {
    /// The first `\n` from a byte on.
    fileprivate func firstNewline(from start: Int) -> Int? {
        guard start < count, let base = baseAddress,
            let found = memchr(base + start, 0x0A, count - start)
        else { return nil }
        return UnsafeRawPointer(found) - UnsafeRawPointer(base)
    }
}
