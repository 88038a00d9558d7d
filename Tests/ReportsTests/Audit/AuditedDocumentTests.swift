import Documents
import Reports
import Testing

struct AuditedDocumentTests {
    @Test(arguments: [
        ("甲.docx", "甲"), ("a.b.pdf", "a.b"), ("无后缀", "无后缀"), (".隐藏", ".隐藏"), ("/x/y.z/丙.txt", "丙"),
    ])
    func `编号是不带后缀的文件名`(path: String, id: String) {
        #expect(AuditedDocument.id(ofFile: path) == id)
    }

    @Test(arguments: [(0, "第1行"), (3, "第1行"), (4, "第2行"), (5, "第3行"), (99, "第3行")])
    func `纯文字的位置是行号`(offset: Int, place: String) {
        let document = AuditedDocument(name: "a", text: "甲\n\n乙")
        #expect(AuditedPlaces(document).place(at: offset) == place)
    }

    @Test func `读文件时带上位置和说明`() throws {
        let file = InputFile(bytes: Array("一\r\n二20万元".utf8), name: "a.txt")
        let document = try AuditedDocument(reading: file)
        #expect(String(decoding: document.text, as: UTF8.self).hasPrefix("一\n二20万元"))
        #expect(AuditedPlaces(document).place(at: 4) == "第2行")
        #expect(document.notices == [])
    }
}
