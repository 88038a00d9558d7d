import Foundation
import TextAudit

/// Audits a stream of documents, each closed by a zero byte, and keeps none of them.
enum TextAuditing {
    static func run(file: String, times: Int) throws {
        var auditor = TextAuditor()
        var counts = (bytes: 0, documents: 0, findings: 0)
        var spent = Duration.zero
        let clock = ContinuousClock()
        for _ in 0..<times {
            let handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: file))
            defer { try? handle.close() }
            var pending: [UInt8] = []
            while let part = try handle.read(upToCount: 1 << 20), !part.isEmpty {
                pending.append(contentsOf: part)
                let start = clock.now
                let read = pending.withUnsafeBufferPointer { bytes in
                    audit(bytes, &auditor, &counts)
                }
                spent += clock.now - start
                pending.removeFirst(read)
            }
        }
        print(counts.bytes, counts.documents, counts.findings, spent.microseconds)
    }

    /// Audits all whole documents of a stretch; returns how many bytes they take.
    private static func audit(
        _ bytes: UnsafeBufferPointer<UInt8>, _ auditor: inout TextAuditor,
        _ counts: inout (bytes: Int, documents: Int, findings: Int)
    ) -> Int {
        var start = 0
        while let end = bytes[start...].firstIndex(of: 0) {
            let text = UnsafeBufferPointer(rebasing: bytes[start..<end])
            counts.findings += auditor.findings(in: text).count
            counts.documents += 1
            counts.bytes += text.count + 1
            start = end + 1
        }
        return start
    }
}
