import Documents
import Glibc
import TextAudit

/// Hands texts, or, where `JIXIAO_FUZZING` is `file`, files of any kind to the audit.
///
/// Nothing is expected but an answer: a crash, a trap or a hang is what the fuzzer looks for.
@main
enum Fuzzing {
    static func main() {
        var count = CommandLine.argc
        var arguments = CommandLine.unsafeArgv
        exit(runDriver(&count, &arguments, takeInput))
    }
}

/// The driver of libFuzzer: reads its options and calls back for each input.
@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
    _ count: UnsafeMutablePointer<CInt>,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
    _ callback: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

private func takeInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
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
    let file = InputFile(bytes: bytes, name: "输入")
    // Converters are other people's programs, and slow.
    guard
        let document = try? ReadableDocument(reading: file, converters: Converters(folders: []))
    else { return }
    var auditor = TextAuditor()
    _ = auditor.findings(in: document.text)
}
