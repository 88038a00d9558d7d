import Documents
import Foundation
import Performance
import Quantities
import Reports
import Testing
import TextAudit

/// Originals handed back with comments at the right words.
struct MarkedOriginalTests {
    private func finding(
        _ words: [String], kind: TextFinding.Kind, in document: AuditedDocument
    ) -> TextFinding {
        SampleAudit.finding(
            "CC-021", .error, kind: kind, words, in: document,
            expression: "87.87% = 839.38万元 ÷ 938.31万元", computed: "89.46%", stated: "87.87%",
            "支出完成率应为89.46%。", advice: "请核对。")
    }

    private func word() throws -> InputFile {
        let day = try #require(Day(year: 2024, month: 1, day: 1))
        let document = WordDocument(
            properties: DocumentProperties(title: "报告", day: day),
            sections: [
                WordSection(blocks: [
                    .text(.title, "报告"), .text(.body, "支出预算938.31万元。"),
                    .text(.body, "支出合计839.38万元，完成87.87%。"),
                ])
            ])
        return InputFile(bytes: try document.bytes(), name: "报告.docx")
    }

    @Test(arguments: [(TextFinding.Kind.ratio, 1), (.repeat, 2)])
    func `批注放在有误的词上，前后不一致的两处都放`(kind: TextFinding.Kind, count: Int) throws {
        let file = try word()
        let document = try AuditedDocument(reading: file)
        let finding = finding(["87.87%", "938.31万元"], kind: kind, in: document)
        let bytes = try MarkedOriginal.bytes(file, AuditReport(document, findings: [finding]))
        let marked = try WordDocumentReader(InputFile(bytes: bytes, name: "报告.docx"))
        let comments = String(
            decoding: try marked.bytes(ofPart: "word/comments.xml"), as: UTF8.self)
        #expect(comments.components(separatedBy: "<w:comment ").count == count + 1)
        for line in [
            "【错误】支出完成率应为89.46%。", "算式：87.87% = 839.38万元 ÷ 938.31万元", "应为 89.46%，文中 87.87%",
            "相关位置：第3段、第2段", "处理：请核对。（CC-021）",
        ] {
            #expect(comments.contains(line), "\(line)")
        }
        let body = String(decoding: try marked.bytes(ofPart: "word/document.xml"), as: UTF8.self)
        #expect(body.components(separatedBy: "<w:commentRangeStart ").count == count + 1)
        #expect(try AuditedDocument(reading: InputFile(bytes: bytes, name: "报告.docx")) == document)
    }

    @Test func `工作簿的批注放在单元格上`() throws {
        let day = try #require(Day(year: 2024, month: 1, day: 1))
        var sheet = Worksheet("收支")
        sheet.append([WorksheetCell(.text("支出")), WorksheetCell(.text("20万元"))])
        let workbook = Workbook(
            properties: DocumentProperties(title: "表", day: day), sheets: [sheet])
        let file = InputFile(bytes: try workbook.bytes(), name: "表.xlsx")
        let document = try AuditedDocument(reading: file)
        let finding = finding(["20万元"], kind: .sum, in: document)
        let bytes = try MarkedOriginal.bytes(file, AuditReport(document, findings: [finding]))
        let marked = try AuditedDocument(reading: InputFile(bytes: bytes, name: "表.xlsx"))
        #expect(String(decoding: marked.text, as: UTF8.self).contains("【错误】支出完成率应为89.46%。"))
    }

    @Test func `纯文字不能加批注，说明改用什么`() throws {
        let file = InputFile(bytes: Array("支出20万元。".utf8), name: "报告.txt")
        let report = AuditReport(try AuditedDocument(reading: file), findings: [])
        let error = try #require(throws: AuditError.self) { try MarkedOriginal.bytes(file, report) }
        #expect(
            error.message
                == "“报告.txt”是文本文件，不能在原件上加批注；只有 docx 和 xlsx 可以。请去掉 --mark，改用 --format html 或 xlsx。")
    }
}
