import Documents
import Performance
import Quantities
import Reports
import Testing
import TextAudit

/// The list of findings as a workbook.
struct AuditSheetTests {
    private func rows(_ workbook: Workbook) -> [[String]] {
        workbook.sheets[0].rows.map { row in
            row.map { cell in
                switch cell?.value {
                case .text(let text): text
                case .number(let number): number.text
                case .blank, nil: ""
                default: "?"
                }
            }
        }
    }

    private let document = AuditedDocument(name: "a.txt", text: "一、预算\n支出20万元，其中甲15万元。")

    private var finding: TextFinding {
        SampleAudit.finding(
            "CC-003", .error, kind: .sum, ["20万元", "15万元"], in: document,
            expression: "=20万元", computed: "15万元", stated: "20万元", difference: "5万元", "相差5万元。",
            advice: "请核对。", candidates: ["+甲", "@乙"])
    }

    @Test func `一行一个发现，一列一件事`() {
        #expect(
            rows(AuditSheet.workbook([AuditReport(document, findings: [finding])])) == [
                [
                    "序号", "级别", "规则", "位置", "原文", "说明", "算式", "应为", "文中", "相差", "可能的解释", "处理建议",
                ],
                [
                    "1", "错误", "CC-003", "第2行", "支出20万元，其中甲15万元。", "相差5万元。", "=20万元", "15万元",
                    "20万元", "5万元", "+甲\n@乙", "请核对。",
                ],
            ])
    }

    @Test func `几个文件时第一列是文件名，序号接着数`() {
        let other = AuditedDocument(name: "b.txt", text: "无")
        let reports = [
            AuditReport(document, findings: [finding]), AuditReport(other, findings: []),
            AuditReport(document, findings: [finding]),
        ]
        let rows = rows(AuditSheet.workbook(reports))
        #expect(rows.map { $0[0] } == ["文件", "a.txt", "a.txt"])
        #expect(rows.map { $0[1] } == ["序号", "1", "2"])
    }

    @Test func `像公式的文字写进文件仍是文字`() throws {
        let bytes = try AuditSheet.workbook([AuditReport(document, findings: [finding])]).bytes()
        let read = try ReadableDocument(reading: InputFile(bytes: bytes, name: "清单.xlsx"))
        #expect(read.text.contains("\t=20万元\t"))
        #expect(
            try AuditSheet.workbook([AuditReport(document, findings: [finding])]).bytes() == bytes)
    }

    @Test func `原文太长时只留前后几十个字，不切断字`() {
        let filler = String(repeating: "字", count: 200)
        let document = AuditedDocument(name: "a", text: "x\(filler)20万元\(filler)")
        let finding = SampleAudit.finding(["20万元"], in: document)
        let text = rows(AuditSheet.workbook([AuditReport(document, findings: [finding])]))[1][4]
        let around = String(repeating: "字", count: 40)
        #expect(text == "…\(around)20万元\(around)…")
    }
}
