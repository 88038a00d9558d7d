extension DocumentError {
    /// What happened, where, and what to do next.
    package var message: String {
        archiveMessage ?? workbookMessage ?? textMessage ?? readingMessage ?? fileMessage
    }

    private var fileMessage: String {
        switch self {
        case .cannotOpen(let file, let reason):
            "无法打开“\(file)”：\(reason.message)"
        case .emptyFile(let file):
            "“\(file)”是空文件，没有任何内容。请重新导出。"
        case .fileTooLarge(let file, let bytes, let limit):
            "“\(file)”有 \(Self.size(bytes))，超过 \(Self.before(Self.size(limit)))的上限。请拆成几个文件再试。"
        case .wrongKind(let file, let found, let wanted):
            "“\(file)”的内容是\(Self.set(found.chineseName))，不是\(Self.set(wanted.chineseName))。"
                + found.advice(wanted: wanted)
        case .documentTooLarge(let file, let limit):
            "“\(file)”的正文超过 \(limit) 个段落或单元格的上限。请拆成几个文件再试。"
        default:
            preconditionFailure("every case has its words")
        }
    }

    private var archiveMessage: String? {
        switch self {
        case .damagedArchive(let file):
            "“\(file)”已损坏或不完整，可能没有下载完。请重新获取，或用 Excel、WPS 打开后另存。"
        case .damagedPart(let file, let part):
            "“\(file)”中的“\(part)”已损坏，内容与校验码不符。请重新获取，或用 Excel、WPS 打开后另存。"
        case .encryptedPart(let file, let part):
            "“\(file)”中的“\(part)”已加密。请去掉密码，另存后再试。"
        case .unknownCompression(let file, let part):
            "“\(file)”中的“\(part)”用了不支持的压缩方法。请用 Excel 或 WPS 打开后另存。"
        case .tooManyParts(let file, let count, let limit):
            "“\(file)”含有 \(count) 个部件，超过 \(limit) 个的上限，不像正常的文件，未读取。"
        case .partTooLarge(let file, let part, let bytes, let limit):
            "“\(file)”中的“\(part)”解压后有 \(Self.size(bytes))，超过 \(Self.before(Self.size(limit)))的上限，未读取。请拆成几个文件再试。"
        case .archiveTooLarge(let file, let limit):
            "“\(file)”解压后超过 \(Self.before(Self.size(limit)))的上限，未读取。请拆成几个文件再试。"
        case .suspiciousCompression(let file, let part, let limit):
            "“\(file)”中的“\(part)”压缩比超过 \(limit) 倍，像是压缩炸弹，未读取。请核实文件来源。"
        case .unsafePartName(let file, let part):
            "“\(file)”含有不安全的部件名“\(part)”，未读取。请核实文件来源。"
        case .duplicatePart(let file, let part):
            "“\(file)”中“\(part)”出现两次，无法判断以哪个为准。请用 Excel 或 WPS 打开后另存。"
        case .missingPart(let file, let part):
            "“\(file)”缺少“\(part)”，文件不完整。请重新获取，或用 Excel、WPS 打开后另存。"
        case .brokenXML(let file, let part, let line):
            "“\(file)”中“\(part)”第 \(line) 行的内容已损坏。请重新获取，或用 Excel、WPS 打开后另存。"
        case .documentTypeDeclaration(let file, let part):
            "“\(file)”中的“\(part)”带有文档类型声明（DOCTYPE），正常的文件没有，未读取。请核实文件来源。"
        case .nestedTooDeeply(let file, let part, let limit):
            "“\(file)”中“\(part)”的内容嵌套超过 \(limit) 层，未读取。请核实文件来源。"
        default: nil
        }
    }

    private var workbookMessage: String? {
        switch self {
        case .noSheets(let file):
            "“\(file)”里没有工作表。请核对文件。"
        case .noSuchSheet(let file, let sheet, let present):
            "“\(file)”里没有工作表“\(sheet)”。现有：\(present.joined(separator: "、"))。"
        case .missingSheetPart(let file, let sheet):
            "“\(file)”的工作表“\(sheet)”内容缺失，文件不完整。请用 Excel 或 WPS 打开后另存。"
        case .badCellReference(let file, let sheet, let row, let reference):
            "“\(file)”工作表“\(sheet)”第 \(row) 行有无法识别的单元格位置“\(Self.cut(reference))”。请用 Excel 或 WPS 打开后另存。"
        case .badRowNumber(let file, let sheet, let number, let previous):
            "“\(file)”工作表“\(sheet)”第 \(previous) 行之后的行号“\(Self.cut(number))”不对。请用 Excel 或 WPS 打开后另存。"
        case .duplicateCell(let file, let sheet, let place):
            "“\(file)”工作表“\(sheet)”的单元格 \(place) 出现两次，无法判断以哪个为准。请用 Excel 或 WPS 打开后另存。"
        case .tooManyRows(let file, let sheet, let limit):
            "“\(file)”工作表“\(sheet)”超过 \(limit) 行。请拆成几个工作表再试。"
        case .tooManyColumns(let file, let sheet, let row, let limit):
            "“\(file)”工作表“\(sheet)”第 \(row) 行超过 \(limit) 列。请核对文件。"
        case .cellTextTooLong(let file, let sheet, let place, let limit):
            "“\(file)”工作表“\(sheet)”单元格 \(place) 的文字超过 \(limit) 个字。请缩短后再试。"
        case .tooManySharedTexts(let file, let limit):
            "“\(file)”的文字内容太多，超过 \(Self.before(limit))的上限。请拆成几个文件再试。"
        case .sharedTextTooLong(let file, let number, let limit):
            "“\(file)”的第 \(number) 条共享文字超过 \(limit) 个字。请缩短后再试。"
        case .tooManyMergedRanges(let file, let sheet, let limit):
            "“\(file)”工作表“\(sheet)”的合并单元格超过 \(limit) 处。请取消一部分合并再试。"
        case .badMergedRange(let file, let sheet, let reference):
            "“\(file)”工作表“\(sheet)”有无法识别的合并区域“\(Self.cut(reference))”。请用 Excel 或 WPS 打开后另存。"
        case .unreadableCell(let file, let sheet, let place, let fault):
            "“\(file)”工作表“\(sheet)”单元格 \(place) \(fault.message)"
        default: nil
        }
    }

    private var textMessage: String? {
        switch self {
        case .notText(let file, let line, let offset):
            "“\(file)”第 \(line) 行（第 \(offset) 个字节）含有空字符，不是文本文件。请重新导出为 csv。"
        case .badEncoding(let file, let line, let offset):
            "“\(file)”第 \(line) 行（第 \(offset) 个字节）既不是 UTF-8 也不是 GB18030 文字。请另存为 UTF-8 编码的 csv。"
        case .unterminatedQuote(let file, let line):
            "“\(file)”第 \(line) 行开始的引号没有结束。请补上引号，或把文字中的引号写成两个。"
        case .textAfterQuote(let file, let line, let field):
            "“\(file)”第 \(line) 行第 \(field) 列的引号之后还有文字。请把文字中的引号写成两个。"
        case .lineTooLong(let file, let line, let limit):
            "“\(file)”第 \(line) 行开始的一行超过 \(Self.size(limit))，不像表格。请核对分隔符和引号。"
        case .fieldTooLong(let file, let line, let field, let limit):
            "“\(file)”第 \(line) 行第 \(field) 列的文字超过 \(limit) 个字。请缩短后再试。"
        case .tooManyFields(let file, let line, let limit):
            "“\(file)”第 \(line) 行超过 \(limit) 列。请核对分隔符。"
        case .raggedRow(let file, let line, let expected, let found):
            "“\(file)”第 \(line) 行有 \(found) 列，应为 \(expected) 列。请核对这一行的分隔符和引号。"
        default: nil
        }
    }

    private var readingMessage: String? {
        switch self {
        case .unreadableKind(let file, let found):
            "“\(file)”的内容是\(Self.set(found.chineseName))，读不出文字。\(found.adviceForReading)"
        case .textTooLarge(let file, let limit):
            "“\(file)”的文字超过 \(Self.before(Self.size(limit)))的上限。请拆成几个文件再试。"
        case .protectedPDF(let file, .openingPassword):
            "“\(file)”设有打开密码，读不出文字。请去掉密码，另存后再试。"
        case .protectedPDF(let file, .copyingForbidden):
            "“\(file)”不允许复制文字。请向提供者索取不加限制的 PDF，或 .docx 原件。"
        case .damagedPDF(let file):
            "“\(file)”已损坏或不完整，不是能打开的 PDF。请重新获取。"
        case .unusualEncoding(let file, let part):
            "“\(file)”中的“\(part)”用了少见的文字编码，无法加批注。请用 Word 或 WPS 打开后另存。"
        case .noSuchParagraph(let file, let index):
            "“\(file)”没有第 \(index + 1) 段，无法加批注。请用原来的文件重新审核。"
        case .notPacked(let file, let reason):
            "带批注的“\(file)”没有写成：\(reason)。请稍后再试。"
        case .converterMissing(let file, let found, let package):
            "读\(Self.set(found.chineseName))“\(file)”需要软件包 \(package)，本机没有安装。"
                + "请管理员安装（apt-get install \(package)），或把文件另存为 .docx 再试。"
        case .converterTooSlow(let file, let seconds):
            "“\(file)”转换了 \(seconds) 秒还没有完成，已停止。请另存为 .docx 再试。"
        case .converterFailed(let file, let found):
            "“\(file)”是\(Self.set(found.chineseName))，转换没有成功，文件可能已损坏。请打开后另存为 .docx 再试。"
        default: nil
        }
    }

    /// A size as users know it, rounded up.
    static func size(_ bytes: Int) -> String {
        func up(_ unit: Int) -> Int { bytes / unit + (bytes % unit == 0 ? 0 : 1) }
        if bytes < 1024 { return "\(bytes) 字节" }
        if bytes < 1 << 20 { return "\(up(1 << 10)) KB" }
        return bytes < 10 << 30 ? "\(up(1 << 20)) MB" : "\(up(1 << 30)) GB"
    }

    /// A name as it is set after Chinese words: Latin letters keep a space before them.
    private static func set(_ name: String) -> String {
        name.utf8.first.map { $0 < 0x80 } == true ? " " + name : name
    }

    /// A size as it is set before Chinese words.
    private static func before(_ size: String) -> String {
        size.utf8.last.map { $0 < 0x80 } == true ? size + " " : size
    }

    /// What stood there, short enough for a message.
    private static func cut(_ text: String) -> String {
        text.count <= 20 ? text : text.prefix(20) + "…"
    }
}
