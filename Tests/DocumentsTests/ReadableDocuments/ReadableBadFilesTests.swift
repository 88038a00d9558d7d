import Documents
import Glibc
import Testing

struct ReadableBadFilesTests {
    static func files() throws -> [BadFile] {
        let good = try WordMaker(WordMaker.paragraph("文")).bytes
        let media = ("word/media/a.bin", String(repeating: "0", count: 2 << 20))
        let bomb = try ZipMaker(WordMaker(WordMaker.paragraph("文")).parts + [media]).bytes
        let entities = try WordMaker("", root: "<!DOCTYPE w [<!ENTITY a \"b\">]><w>&a;</w>").bytes
        let save = "请打开后另存为 .docx、.xlsx 或 PDF 再试。"
        return [
            BadFile("空.docx", [], "“空.docx”是空文件，没有任何内容。请重新导出。"),
            BadFile(
                "截断.docx", Array(good.prefix(good.count / 2)),
                "“截断.docx”已损坏或不完整，可能没有下载完。请重新获取，或用 Excel、WPS 打开后另存。"),
            BadFile(
                "炸弹.docx", bomb,
                "“炸弹.docx”中的“word/media/a.bin”压缩比超过 250 倍，像是压缩炸弹，未读取。请核实文件来源。"),
            BadFile(
                "实体.docx", entities,
                "“实体.docx”中的“word/document.xml”带有文档类型声明（DOCTYPE），正常的文件没有，未读取。请核实文件来源。"),
            BadFile(
                "图.docx", [0x89, 0x50, 0x4E, 0x47],
                "“图.docx”的内容是图片，读不出文字。请向提供者索取 .docx、.xlsx 或有文字的 PDF 原件。"),
            BadFile(
                "包.docx", [0x1F, 0x8B, 8], "“包.docx”的内容是压缩包（rar、7z、gz），读不出文字。请先解压，再选择其中的文件。"),
            BadFile(
                "演示.docx", try ZipMaker([("ppt/presentation.xml", "<p/>")]).bytes,
                "“演示.docx”的内容是演示文稿（.pptx），读不出文字。" + save),
            BadFile(
                "宏.docx",
                try ZipMaker([("word/document.xml", "<w/>"), ("word/vbaProject.bin", "x")]).bytes,
                "“宏.docx”的内容是带宏的文件（如 .xlsm、.docm），读不出文字。"
                    + "为安全起见不读取带宏的文件，请另存为不带宏的 .docx 或 .xlsx 再试。"),
            BadFile(
                "密.docx", CompoundMaker.file(["EncryptedPackage"]),
                "“密.docx”的内容是设有打开密码的文件，读不出文字。请打开后去掉密码，另存为 .docx 或 .xlsx 再试。"),
            BadFile(
                "数据.docx", [0x7F, 0x45, 0x4C, 0x46, 0, 1, 2],
                "“数据.docx”的内容是无法识别的二进制文件，读不出文字。请确认选对了文件。"),
            BadFile("旧.xml", "<?xml version=\"1.0\"?><a/>", "“旧.xml”的内容是 XML 文件，读不出文字。" + save),
            BadFile(
                "坏字.txt", [0x31, 0x0A, 0xFF, 0xFF],
                "“坏字.txt”第 2 行（第 3 个字节）既不是 UTF-8 也不是 GB18030 文字。请另存为 UTF-8 编码的 csv。"),
        ]
    }

    @Test(arguments: try files())
    func `读不了的文件被拒绝，并说清是什么、该怎么办`(file: BadFile) throws {
        #expect(try readingComplaint(file.bytes, file.name) == file.message)
    }

    @Test func `扩展名不对也照内容读`() throws {
        let word = try WordMaker(WordMaker.paragraph("文")).bytes
        #expect(try ReadableDocument(word, "a.pdf").text == "文\n")
        #expect(try ReadableDocument("<html><p>文", "a.doc").text == "文\n")
        #expect(try ReadableDocument("文", "a.xlsx").text == "文")
    }

    @Test func `旧版文档没有转换程序时说清要装什么`() throws {
        let none = Converters(folders: [])
        let old = CompoundMaker.file(["WordDocument"])
        let advice = "，或把文件另存为 .docx 再试。"
        #expect(
            try readingComplaint(old, "旧.doc", converters: none)
                == "读旧版 Word 文档（.doc）“旧.doc”需要软件包 libreoffice-writer-nogui，本机没有安装。"
                + "请管理员安装（apt-get install libreoffice-writer-nogui）" + advice)
        #expect(
            try readingComplaint(CompoundMaker.file(["Workbook"]), "旧.xls", converters: none)
                == "读旧版 Excel 工作簿（.xls）“旧.xls”需要软件包 libreoffice-calc-nogui，本机没有安装。"
                + "请管理员安装（apt-get install libreoffice-calc-nogui）" + advice)
    }
}
