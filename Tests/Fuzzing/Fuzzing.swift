import Documents
import Glibc
import TextAudit

/// Takes one input of libFuzzer: a text, or, where `JIXIAO_FUZZING` is `file`, a file of any kind.
///
/// Nothing is expected but an answer: a crash, a trap or a hang is what the fuzzer looks for.
@_cdecl("LLVMFuzzerTestOneInput")
public func takeInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let input = UnsafeBufferPointer(start: start, count: count)
    if takesFiles { takeFile(Array(input)) } else { takeText(input) }
    return 0
}

private let takesFiles = getenv("JIXIAO_FUZZING").map { String(cString: $0) } == "file"

private func takeText(_ text: UnsafeBufferPointer<UInt8>) {
    var auditor = TextAuditor()
    let figures = auditor.figures(in: text)
    let findings = auditor.findings(in: text)
    for range in figures.map(\.range) + findings.flatMap(\.spans) {
        precondition(range.lowerBound >= 0 && range.upperBound <= text.count)
    }
}

private func takeFile(_ bytes: [UInt8]) {
    // A refusal is an answer too.
    guard let document = try? ReadableDocument(reading: InputFile(bytes: bytes, name: "输入")) else {
        return
    }
    var auditor = TextAuditor()
    _ = auditor.findings(in: document.text)
}
