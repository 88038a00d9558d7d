import Documents
import Glibc
import Testing

/// Skipped where poppler-utils is not installed.
@Suite(.enabled(if: access("/usr/bin/pdftotext", X_OK) == 0))
struct ReadablePDFTests {
    @Test func `行和表格的列都在，页和行说得出来`() throws {
        let pages = PDFMaker([
            .words([
                (72, 700, "Item"), (250, 700, "Budget"), (400, 700, "Spent"), (72, 680, "Staff"),
                (250, 680, "602.10"), (400, 680, "520.33"), (300, 40, "- 1 -"),
            ]),
            .words([(72, 700, "Total 824.5"), (72, 640, "End."), (300, 40, "- 2 -")]),
        ])
        let document = try ReadableDocument(pages.bytes, "表.pdf")
        #expect(
            document.text == "Item\tBudget\tSpent\nStaff\t602.10\t520.33\nTotal 824.5\n\nEnd.\n")
        #expect(document.kind == .pdf)
        #expect(document.origin(of: "520.33")?.origin == .page(1, line: 2))
        #expect(document.origin(of: "824.5") == TextPosition(origin: .page(2, line: 1), offset: 6))
        #expect(document.origin(of: "End")?.origin.chineseName == "第2页第2行")
        #expect(document.notices == [])
    }

    @Test(arguments: [
        (["1", "2"], ""), (["1", "3"], "1\n3\n"), (["7", "8"], ""), (["Page", "2"], "Page\n2\n"),
        (["1 / 2", "2 / 2"], ""),
    ])
    func `页码不当作数字，单独的数字只在逐页递增时才是页码`(feet: [String], left: String) throws {
        let pages = PDFMaker(feet.map { .words([(72, 700, "Text"), (300, 40, $0)]) })
        let text = try ReadableDocument(pages.bytes, "页.pdf").text
        let lines = text.split(separator: "\n").filter { $0 != "Text" }.map { $0 + "\n" }.joined()
        #expect(lines == left)
    }

    @Test func `只有图片的页和没有内容的页分得开`() throws {
        let mixed = try ReadableDocument(
            PDFMaker([.words([(72, 700, "A")]), .picture, .blank, .picture]).bytes, "扫描.pdf")
        #expect(
            mixed.notices == [
                "第2、4页只有图片、没有文字，可能是扫描件，未能读取。请向提供者索取 .docx 或有文字的 PDF。"
            ])
        #expect(mixed.text == "A\n")
        let all = try ReadableDocument(PDFMaker([.picture, .picture]).bytes, "扫描.pdf")
        #expect(
            all.notices == ["各页都只有图片、没有文字，可能是扫描件，未能读取。请向提供者索取 .docx 或有文字的 PDF。"])
    }

    @Test func `加密、损坏、工具不在时说清原因和办法`() throws {
        let page = PDFMaker([.words([(72, 700, "A")])])
        #expect(
            try readingComplaint(page.locked, "密.pdf") == "“密.pdf”设有打开密码，读不出文字。请去掉密码，另存后再试。")
        #expect(
            try readingComplaint(Array("%PDF-1.4\n坏".utf8), "坏.pdf")
                == "“坏.pdf”已损坏或不完整，不是能打开的 PDF。请重新获取。")
        #expect(
            try readingComplaint(page.bytes, "a.pdf", converters: Converters(folders: ["/nowhere"]))
                == "读 PDF 文件“a.pdf”需要软件包 poppler-utils，本机没有安装。"
                + "请管理员安装（apt-get install poppler-utils），或把文件另存为 .docx 再试。")
    }

    @Test func `转换超时就停止，不留下临时文件`() throws {
        let page = PDFMaker([.words([(72, 700, "A")])]).bytes
        var template = Array("/tmp/jixiao-slow-XXXXXX".utf8CString)
        let folder = String(cString: try #require(mkdtemp(&template)))
        defer {
            unlink("\(folder)/pdftotext")
            rmdir(folder)
        }
        try FileRelease.write(
            Array("#!/bin/sh\nsleep 60 & sleep 60\n".utf8), to: "\(folder)/pdftotext")
        chmod("\(folder)/pdftotext", 0o700)
        var limits = ReadableLimits.standard
        limits.converterSeconds = 1
        let complaint = try readingComplaint(
            page, "慢.pdf", limits: limits, converters: Converters(folders: [folder]))
        #expect(complaint == "“慢.pdf”转换了 1 秒还没有完成，已停止。请另存为 .docx 再试。")
    }
}
