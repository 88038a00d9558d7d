import Documents

/// Workbooks whose archive is sound and whose sheet is not, and files that are no workbooks.
enum BadSheets {
    static func all() throws -> [BadFile] { try sheets() + (try merges()) + otherKinds() }

    private static let resave = "请用 Excel 或 WPS 打开后另存。"

    private static func sheet(_ name: String, _ rows: String, _ complaint: String) throws -> BadFile
    {
        try BadFile(name, WorkbookMaker(rows: rows), "“\(name)”工作表“支付”" + complaint)
    }

    private static func sheets() throws -> [BadFile] {
        let long = String(repeating: "帮", count: 32_768)
        return [
            try sheet("零行.xlsx", #"<row r="0"/>"#, "第 0 行之后的行号“0”不对。" + resave),
            try sheet("负行.xlsx", #"<row r="-3"/>"#, "第 0 行之后的行号“-3”不对。" + resave),
            try sheet("倒行.xlsx", #"<row r="5"/><row r="4"/>"#, "第 5 行之后的行号“4”不对。" + resave),
            try sheet("重行.xlsx", #"<row r="5"/><row r="5"/>"#, "第 5 行之后的行号“5”不对。" + resave),
            try sheet("行太多.xlsx", #"<row r="1048577"/>"#, "超过 1048576 行。请拆成几个工作表再试。"),
            try sheet(
                "列太远.xlsx", #"<row r="2"><c r="XFE2"><v>1</v></c></row>"#,
                "第 2 行有无法识别的单元格位置“XFE2”。" + resave),
            try sheet(
                "列太多.xlsx", #"<row r="2"><c r="XFD2"/><c/></row>"#, "第 2 行超过 16384 列。请核对文件。"),
            try sheet(
                "负位置.xlsx", #"<row r="2"><c r="A-2"><v>1</v></c></row>"#,
                "第 2 行有无法识别的单元格位置“A-2”。" + resave),
            try sheet(
                "长位置.xlsx", #"<row r="2"><c r="\#(String(repeating: "A", count: 99))2"/></row>"#,
                "第 2 行有无法识别的单元格位置“AAAAAAAAAAAAAAAAAAAA…”。" + resave),
            try sheet(
                "别行.xlsx", #"<row r="2"><c r="A3"><v>1</v></c></row>"#,
                "第 2 行有无法识别的单元格位置“A3”。" + resave),
            try sheet(
                "重格.xlsx", #"<row r="2"><c r="B2"><v>1</v></c><c r="B2"><v>2</v></c></row>"#,
                "的单元格 B2 出现两次，无法判断以哪个为准。" + resave),
            try sheet(
                "文字太长.xlsx",
                #"<row r="2"><c r="B2" t="inlineStr"><is><t>\#(long)</t></is></c></row>"#,
                "单元格 B2 的文字超过 32767 个字。请缩短后再试。"),
            try BadFile(
                "共享文字太长.xlsx",
                WorkbookMaker(texts: "<si><t>a</t></si><si><t>\(long)</t></si>"),
                "“共享文字太长.xlsx”的第 2 条共享文字超过 32767 个字。请缩短后再试。"),
        ]
    }

    private static func merges() throws -> [BadFile] {
        try ["A0:B2", "A1:B2:C3", "", "XFE1:XFE2"].enumerated().map { index, reference in
            let name = "合并\(index).xlsx"
            return try BadFile(
                name,
                WorkbookMaker(after: #"<mergeCells><mergeCell ref="\#(reference)"/></mergeCells>"#),
                "“\(name)”工作表“支付”有无法识别的合并区域“\(reference)”。" + resave)
        }
    }

    private static func otherKinds() -> [BadFile] {
        let save = "请用 Excel 或 WPS 打开，另存为 .xlsx 或 csv 再试。"
        func other(_ name: String, _ bytes: [UInt8], _ kind: String, _ advice: String) -> BadFile {
            BadFile(name, bytes, "“\(name)”的内容是\(kind)，不是 Excel 工作簿（.xlsx）。\(advice)")
        }
        let html = "\u{FEFF}\n<HTML><body><table><tr><td>1</td></tr></table></body></HTML>"
        let xml = #"<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>"#
        return [
            BadFile("空.xlsx", "", "“空.xlsx”是空文件，没有任何内容。请重新导出。"),
            other("旧版.xlsx", CompoundMaker.file(["Workbook"]), "旧版 Excel 工作簿（.xls）", save),
            other("更旧.xls", CompoundMaker.file(["Book"]), "旧版 Excel 工作簿（.xls）", save),
            other("无容器.xls", [0x09, 0x08, 0x10, 0, 0, 6, 5, 0], "旧版 Excel 工作簿（.xls）", save),
            other(
                "密码.xlsx",
                CompoundMaker.file(["DataSpaces", "EncryptionInfo", "EncryptedPackage"]),
                "设有打开密码的文件", "请打开后去掉密码，另存为 .xlsx 或 csv 再试。"),
            other("旧文档.xlsx", CompoundMaker.file(["WordDocument"]), "旧版 Word 文档（.doc）", save),
            other("容器.xlsx", CompoundMaker.file(["Other"]), "旧版 Office 文件", save),
            other("容器头.xlsx", CompoundMaker.signature, "旧版 Office 文件", save),
            other("网页.xls", Array(html.utf8), "网页（HTML）", save),
            other("二〇〇三.xls", Array(xml.utf8), " XML 文件", save),
            other("便携.xlsx", Array("%PDF-1.7".utf8), " PDF 文件", "请向提供者索取 .xlsx 或 csv 原件。"),
            other("照片.xlsx", [0xFF, 0xD8, 0xFF, 0xE0], "图片", "请向提供者索取 .xlsx 或 csv 原件。"),
            other(
                "压缩.xlsx", Array("Rar!".utf8), "压缩包（rar、7z、gz）", "请先解压，再选择其中的 .xlsx 或 csv 文件。"),
        ]
    }
}

/// Makes the header and directory of an OLE2 container.
enum CompoundMaker {
    static let signature: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]

    /// Entries are laid out over as many directory sectors as they need, chained by the FAT.
    static func file(_ names: [String]) -> [UInt8] {
        var header = signature + [UInt8](repeating: 0, count: 504)
        header[30] = 9
        put(&header, 48, 1)
        for index in 0..<109 { put(&header, 76 + 4 * index, index == 0 ? 0 : 0xFFFF_FFFF) }
        let entries = ["Root Entry"] + names
        let sectors = (entries.count + 3) / 4
        var table = [UInt8](repeating: 0xFF, count: 512)
        put(&table, 0, 0xFFFF_FFFD)
        for sector in 1...sectors {
            put(&table, 4 * sector, sector == sectors ? 0xFFFF_FFFE : UInt32(sector + 1))
        }
        var directory = [UInt8](repeating: 0, count: 512 * sectors)
        for (index, name) in entries.enumerated() {
            let units = Array(name.utf16)
            for (place, unit) in units.enumerated() {
                directory[128 * index + 2 * place] = UInt8(unit & 0xFF)
                directory[128 * index + 2 * place + 1] = UInt8(unit >> 8)
            }
            directory[128 * index + 64] = UInt8(2 * units.count + 2)
        }
        return header + table + directory
    }

    private static func put(_ bytes: inout [UInt8], _ place: Int, _ value: UInt32) {
        for byte in 0..<4 {
            bytes[place + byte] = UInt8(truncatingIfNeeded: value >> UInt32(8 * byte))
        }
    }
}
