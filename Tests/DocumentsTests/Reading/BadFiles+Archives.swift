import Documents

/// Files whose archive is broken, hostile, or another document's.
enum BadArchives {
    static func all() throws -> [BadFile] {
        try damaged() + hostile() + incomplete() + hostileXML()
    }

    private static let resave = "请重新获取，或用 Excel、WPS 打开后另存。"
    private static let row = #"<row r="1"><c r="A1"><v>1</v></c></row>"#
    private static let sheetPart = "xl/worksheets/sheet1.xml"

    private static func whole() throws -> ZipMaker { try ZipMaker(WorkbookMaker(rows: row).parts) }

    private static func changed(_ change: (inout ZipMaker) throws -> Void) throws -> [UInt8] {
        var zip = try whole()
        try change(&zip)
        return zip.bytes
    }

    private static func damaged() throws -> [BadFile] {
        let bytes = try whole().bytes
        let cut = { (name: String) in "“\(name)”已损坏或不完整，可能没有下载完。" + resave }
        let part = { (name: String) in "“\(name)”中的“\(sheetPart)”已损坏，内容与校验码不符。" + resave }
        return [
            BadFile("截断一半.xlsx", Array(bytes.prefix(bytes.count / 2)), cut("截断一半.xlsx")),
            BadFile("少最后一字节.xlsx", Array(bytes.dropLast()), cut("少最后一字节.xlsx")),
            BadFile("只有开头.xlsx", Array(bytes.prefix(4)), cut("只有开头.xlsx")),
            BadFile(
                "校验码不符.xlsx", try changed { try $0.set(.crc, of: sheetPart, to: 0xDEAD_BEEF) },
                part("校验码不符.xlsx")),
            BadFile(
                "压缩数据坏.xlsx", try changed { try $0.damage(sheetPart) }, part("压缩数据坏.xlsx")),
            BadFile(
                "声称过小.xlsx", try changed { try $0.set(.unpackedSize, of: sheetPart, to: 10) },
                part("声称过小.xlsx")),
            BadFile(
                "声称过大.xlsx", try changed { try $0.set(.unpackedSize, of: sheetPart, to: 9999) },
                part("声称过大.xlsx")),
            BadFile(
                "部件加密.xlsx", try changed { try $0.set(.flags, of: sheetPart, to: 1) },
                "“部件加密.xlsx”中的“\(sheetPart)”已加密。请去掉密码，另存后再试。"),
            BadFile(
                "压缩方法.xlsx", try changed { try $0.set(.method, of: sheetPart, to: 12) },
                "“压缩方法.xlsx”中的“\(sheetPart)”用了不支持的压缩方法。请用 Excel 或 WPS 打开后另存。"),
        ]
    }

    private static func hostile() throws -> [BadFile] {
        let bomb = WorkbookMaker(rows: row).with(
            "xl/media/a.bin", String(repeating: "0", count: 2 << 20))
        let crowd = WorkbookMaker(rows: row).parts + (0..<10_000).map { ("xl/a\($0)", "") }
        let source = "未读取。请核实文件来源。"
        return [
            BadFile(
                "二GB.xlsx",
                try changed { try $0.set(.unpackedSize, of: sheetPart, to: 0x8000_0000) },
                "“二GB.xlsx”中的“\(sheetPart)”解压后有 2048 MB，超过 1024 MB 的上限，未读取。请拆成几个文件再试。"),
            try BadFile(
                "炸弹.xlsx", bomb, "“炸弹.xlsx”中的“xl/media/a.bin”压缩比超过 250 倍，像是压缩炸弹，" + source),
            BadFile(
                "部件太多.xlsx", try ZipMaker(crowd).bytes,
                "“部件太多.xlsx”含有 10005 个部件，超过 10000 个的上限，不像正常的文件，未读取。"),
            try BadFile(
                "上级目录.xlsx", WorkbookMaker(rows: row).with("xl/../../evil.xml", "x"),
                "“上级目录.xlsx”含有不安全的部件名“xl/../../evil.xml”，" + source),
            try BadFile(
                "反斜杠.xlsx", WorkbookMaker(rows: row).with(#"..\..\evil.exe"#, "x"),
                "“反斜杠.xlsx”含有不安全的部件名“../../evil.exe”，" + source),
            try BadFile(
                "绝对路径.xlsx", WorkbookMaker(rows: row).with("/etc/passwd", "x"),
                "“绝对路径.xlsx”含有不安全的部件名“/etc/passwd”，" + source),
            try BadFile(
                "盘符.xlsx", WorkbookMaker(rows: row).with("C:/x.xml", "x"),
                "“盘符.xlsx”含有不安全的部件名“C:/x.xml”，" + source),
            BadFile(
                "重名.xlsx", try repeated(),
                "“重名.xlsx”中“xl/workbook.xml”出现两次，无法判断以哪个为准。请用 Excel 或 WPS 打开后另存。"),
            try BadFile(
                "带宏.xlsx", WorkbookMaker(rows: row).with("xl/vbaProject.bin", "VBA"),
                "“带宏.xlsx”的内容是带宏的文件（如 .xlsm、.docm），不是 Excel 工作簿（.xlsx）。"
                    + "为安全起见不读取带宏的文件，请另存为不带宏的 .xlsx 或 csv 再试。"),
        ]
    }

    private static func repeated() throws -> [UInt8] {
        var zip = try ZipMaker(WorkbookMaker(rows: row).with("xl/workbook.xmk", "x").parts)
        try zip.rename("xl/workbook.xmk", to: "xl/workbook.xml")
        return zip.bytes
    }

    private static func incomplete() throws -> [BadFile] {
        let book = WorkbookMaker(rows: row)
        let missing = { (file: String, part: String) in "“\(file)”缺少“\(part)”，文件不完整。" + resave }
        let advice = "请用 Excel 或 WPS 打开，另存为 .xlsx 或 csv 再试。"
        return [
            try BadFile(
                "没有目录.xlsx", book.with("xl/workbook.xml", nil),
                missing("没有目录.xlsx", "xl/workbook.xml")),
            try BadFile(
                "没有工作表.xlsx", book.with("xl/workbook.xml", WorkbookMaker.workbook("")),
                "“没有工作表.xlsx”里没有工作表。请核对文件。"),
            try BadFile(
                "缺一张表.xlsx", book.with(sheetPart, nil),
                "“缺一张表.xlsx”的工作表“支付”内容缺失，文件不完整。请用 Excel 或 WPS 打开后另存。"),
            try BadFile(
                "缺关系.xlsx", book.with("xl/_rels/workbook.xml.rels", nil),
                "“缺关系.xlsx”的工作表“支付”内容缺失，文件不完整。请用 Excel 或 WPS 打开后另存。"),
            try BadFile(
                "缺共享文字.xlsx",
                WorkbookMaker(rows: row, texts: "<si><t>a</t></si>").with(
                    "xl/sharedStrings.xml", nil),
                missing("缺共享文字.xlsx", "xl/sharedStrings.xml")),
            BadFile(
                "改名的文档.xlsx", try ZipMaker([("word/document.xml", "<w/>")]).bytes,
                "“改名的文档.xlsx”的内容是 Word 文档（.docx），不是 Excel 工作簿（.xlsx）。" + advice),
            BadFile(
                "改名的演示.xlsx", try ZipMaker([("ppt/presentation.xml", "<p/>")]).bytes,
                "“改名的演示.xlsx”的内容是演示文稿（.pptx），不是 Excel 工作簿（.xlsx）。" + advice),
            BadFile(
                "二进制.xlsx", try ZipMaker([("xl/workbook.bin", "x")]).bytes,
                "“二进制.xlsx”的内容是 Excel 二进制工作簿（.xlsb），不是 Excel 工作簿（.xlsx）。" + advice),
            BadFile(
                "开放文档.xlsx", try ZipMaker([("mimetype", "x"), ("content.xml", "<x/>")]).bytes,
                "“开放文档.xlsx”的内容是 OpenDocument 文件（.ods、.odt），不是 Excel 工作簿（.xlsx）。" + advice),
            BadFile(
                "压缩包.xlsx", try ZipMaker([("支付.csv", "1")]).bytes,
                "“压缩包.xlsx”的内容是 zip 压缩包，不是 Excel 工作簿（.xlsx）。请先解压，再选择其中的 .xlsx 或 csv 文件。"),
        ]
    }

    private static func hostileXML() throws -> [BadFile] {
        let book = WorkbookMaker(rows: row)
        let laughs = """
            <!DOCTYPE lolz [<!ENTITY a "haha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>
            <worksheet><sheetData><row r="1"><c r="A1" t="str"><v>&c;</v></c></row></sheetData></worksheet>
            """
        let outside = """
            <!DOCTYPE worksheet SYSTEM "http://127.0.0.1:9/evil.dtd">
            <worksheet><sheetData/></worksheet>
            """
        let secret = """
            <!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>
            <worksheet><sheetData><row><c t="str"><v>&x;</v></c></row></sheetData></worksheet>
            """
        let doctype = { (name: String) in
            "“\(name)”中的“\(sheetPart)”带有文档类型声明（DOCTYPE），正常的文件没有，未读取。请核实文件来源。"
        }
        let broken = { (name: String, line: Int) in
            "“\(name)”中“\(sheetPart)”第 \(line) 行的内容已损坏。" + resave
        }
        let deep =
            String(repeating: "<a>", count: 126) + "<b/>" + String(repeating: "</a>", count: 126)
        return [
            try BadFile("十亿笑.xlsx", book.with(sheetPart, laughs), doctype("十亿笑.xlsx")),
            try BadFile("外部定义.xlsx", book.with(sheetPart, outside), doctype("外部定义.xlsx")),
            try BadFile("外部实体.xlsx", book.with(sheetPart, secret), doctype("外部实体.xlsx")),
            try BadFile(
                "未定义实体.xlsx",
                book.with(sheetPart, "<worksheet>\n<sheetData>&x;</sheetData></worksheet>"),
                broken("未定义实体.xlsx", 2)),
            try BadFile(
                "标签没关.xlsx", book.with(sheetPart, "<worksheet>\n\n<sheetData></worksheet>"),
                broken("标签没关.xlsx", 3)),
            try BadFile("空部件.xlsx", book.with(sheetPart, ""), broken("空部件.xlsx", 1)),
            try BadFile(
                "半个部件.xlsx", book.with(sheetPart, "<worksheet><sheetData>"), broken("半个部件.xlsx", 1)),
            try BadFile(
                "太深.xlsx",
                book.with(sheetPart, "<worksheet><sheetData/>\(deep)<a>\(deep)</a></worksheet>"),
                "“太深.xlsx”中“\(sheetPart)”的内容嵌套超过 128 层，未读取。请核实文件来源。"),
        ]
    }
}
