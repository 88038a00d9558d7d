import ArgumentParser
import Documents
import Foundation
import Office
import Performance
import Reports
import TextAudit

struct AuditCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit", abstract: "数字审核：读任何报告，找出对不上的数字，说明应为多少、在哪里、怎么办。",
        discussion: """
            能读 txt、docx、xlsx、有文字层的 pdf、网页；装有 LibreOffice 时也能读 doc、xls。不需要数据库。
            有错误时退出码为 1；有文件读不了时为 2，其余文件照常审核。
            --jsonl 作过滤器用：标准输入每行一份 {"id":"编号","text":"全文"}，逐行输出结果，次序不变。
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text
        case json
        case jsonl
        case html
        case xlsx
    }

    @Argument(
        help: ArgumentHelp("要审核的文件；- 表示标准输入。", valueName: "文件"), completion: .file())
    var files: [String] = []

    @Option(
        help: ArgumentHelp(
            "输出格式：text 给人看，json、jsonl 给程序用，html 是带标记的网页，xlsx 是清单。",
            valueName: "text|json|jsonl|html|xlsx"))
    var format: Format?

    @Option(
        name: [.short, .long],
        help: ArgumentHelp("结果写入这个文件，不写到屏幕。", valueName: "文件"), completion: .file())
    var output: String?

    @Option(
        help: ArgumentHelp("另存一份加了批注的原件（docx、xlsx）。", valueName: "文件"),
        completion: .file(extensions: ["docx", "xlsx"]))
    var mark: String?

    @Option(
        help: ArgumentHelp("只要这个级别以上的发现：error 错误，warning 警告，note 提示。", valueName: "级别"))
    var minSeverity = FindingSeverity.note

    @Flag(help: "过滤器：从标准输入逐行读取 JSON，逐行输出。")
    var jsonl = false

    func validate() throws {
        if jsonl {
            guard files.isEmpty || files == ["-"]
            else { throw ValidationError("--jsonl 从标准输入逐行读取，不要再写文件名。") }
            guard format == nil || format == .jsonl, mark == nil, output == nil
            else { throw ValidationError("--jsonl 只输出 JSON 行，不能与 --format、--output、--mark 同用。") }
            return
        }
        guard !files.isEmpty else { throw ValidationError("请写出要审核的文件，或用 - 读标准输入。") }
        guard files.count == 1 || format != .html
        else { throw ValidationError("html 一次只写一个文件的审核页。请一个一个地审核。") }
        guard files.count == 1 || mark == nil
        else { throw ValidationError("--mark 一次只标记一个文件。请一个一个地审核。") }
        guard format != .xlsx || output != nil
        else { throw ValidationError("xlsx 要用 --output 写明文件名。") }
        guard files.count(where: { $0 == "-" }) <= 1
        else { throw ValidationError("标准输入（-）只能写一次。") }
    }

    func run() throws {
        if jsonl { return try AuditFilterRun(minimum: minSeverity).run() }
        var run = AuditRun(format: format ?? .text, output: output, minimum: minSeverity)
        for path in files { try run.audit(path, mark: mark) }
        try run.finish()
    }
}

extension FindingSeverity: ExpressibleByArgument {}

/// Files being audited, one after another, and what is written of them.
private struct AuditRun: ~Copyable {
    let format: AuditCommand.Format
    let output: String?
    let minimum: FindingSeverity
    private var auditor = TextAuditor()
    private var counts: [FindingSeverity: Int] = [:]
    private var documentCount = 0
    private var unreadableCount = 0
    /// Those that are written together in the end.
    private var reports: [AuditReport] = []
    private var written: [UInt8] = []

    init(format: AuditCommand.Format, output: String?, minimum: FindingSeverity) {
        self.format = format
        self.output = output
        self.minimum = minimum
    }

    mutating func audit(_ path: String, mark: String?) throws {
        let report: AuditReport
        let file: InputFile
        do {
            file = try Self.input(path)
            report = AuditReport(
                auditing: try AuditedDocument(reading: file), with: &auditor, minimum: minimum)
        } catch let error as any MessageError {
            return refuse(path, error)
        }
        documentCount += 1
        for finding in report.findings { counts[finding.severity, default: 0] += 1 }
        if let mark { try FileRelease.write(try MarkedOriginal.bytes(file, report), to: mark) }
        try write(report)
    }

    /// Tells of a file that cannot be read; the others go on.
    private mutating func refuse(_ path: String, _ error: any MessageError) {
        unreadableCount += 1
        Output.error(error.message)
        guard format == .jsonl else { return }
        var json = JSONBytes()
        AuditJSON.writeError(error.message, of: AuditedDocument.id(ofFile: path), to: &json)
        json.raw("\n")
        put(json.bytes)
    }

    private mutating func write(_ report: AuditReport) throws {
        switch format {
        case .text:
            let listing = AuditListing(
                report, columns: output == nil ? Terminal.columns : 100,
                isColored: output == nil && Terminal.isColored)
            let gap = documentCount > 1 ? [""] : []
            put(Array((gap + listing.lines).joined(separator: "\n").utf8) + [0x0A])
        case .jsonl:
            var json = JSONBytes()
            AuditJSON.write(report, to: &json)
            json.raw("\n")
            put(json.bytes)
        case .html: put(AuditPage.bytes(report))
        case .json, .xlsx: reports.append(report)
        }
    }

    private mutating func put(_ bytes: [UInt8]) {
        if output == nil { Output.bytes(bytes) } else { written += bytes }
    }

    mutating func finish() throws {
        switch format {
        case .text where documentCount + unreadableCount > 1:
            put(
                Array(
                    ("\n"
                        + AuditListing.total(
                            counts, documents: documentCount, unreadable: unreadableCount)
                        + "\n").utf8))
        case .json where documentCount > 0:
            var json = JSONBytes()
            AuditJSON.write(reports, to: &json)
            put(json.bytes)
        case .xlsx where documentCount > 0: put(try AuditSheet.workbook(reports).bytes())
        default: break
        }
        if let output, documentCount > 0 { try FileRelease.write(written, to: output) }
        if unreadableCount > 0 { throw ExitCode(2) }
        if counts[.error, default: 0] > 0 { throw ExitCode(1) }
    }

    static func input(_ path: String) throws -> InputFile {
        guard path == "-" else { return InputFile(path: path) }
        return InputFile(bytes: try StandardInput.bytes(), name: "标准输入")
    }
}

/// Reads what is piped in.
enum StandardInput {
    /// As much as a file may hold.
    private static let limit = ReadableLimits.standard.fileBytes

    /// All of it.
    static func bytes() throws -> [UInt8] {
        var all: [UInt8] = []
        try forEachPiece {
            guard all.count + $0.count <= limit else {
                throw DocumentError.fileTooLarge(
                    file: "标准输入", bytes: all.count + $0.count, limit: limit)
            }
            all.append(contentsOf: $0)
        }
        return all
    }

    /// Calls with piece after piece, as they come.
    static func forEachPiece(_ body: (UnsafeBufferPointer<UInt8>) throws -> Void) throws {
        let room = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 1 << 18)
        defer { room.deallocate() }
        while true {
            let count = read(0, room.baseAddress, room.count)
            if count == 0 { return }
            if count < 0 {
                if errno == EINTR { continue }
                throw OfficeError.fileUnreadable("标准输入", reason: "系统错误号 \(errno)")
            }
            try body(UnsafeBufferPointer(rebasing: room[..<count]))
        }
    }
}

/// The filter over standard input and output.
private struct AuditFilterRun {
    let minimum: FindingSeverity

    func run() throws {
        let filter = AuditFilter(minimum: minimum)
        try StandardInput.forEachPiece { piece in
            filter.take(piece)
            Output.bytes(filter.output.bytes)
            filter.clearOutput()
        }
        filter.finish()
        Output.bytes(filter.output.bytes)
        if filter.badLineCount > 0 {
            Output.error("\(filter.badLineCount) 行不能审核，原因写在各自的结果中；其余 \(filter.documentCount) 行已审核。")
            throw ExitCode(2)
        }
        if filter.hasErrors { throw ExitCode(1) }
    }
}
