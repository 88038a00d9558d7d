import Testing

/// What python-docx and openpyxl find in marked files.
///
/// Skipped where they are not installed.
@Suite(.enabled(if: PythonReader.isInstalled))
struct PythonReadersMarkingTests {
    @Test func `python-docx打开加了批注的报告，文字和表格不变`() throws {
        let script = """
            import sys, docx
            d = docx.Document(open(sys.argv[1], "rb"))
            for p in d.paragraphs: print(p.text)
            for t in d.tables:
                for r in t.rows: print("|".join(c.text for c in r.cells))
            """
        let (report, marked) = try SampleMarks.report()
        #expect(
            try PythonReader.answer(of: script, about: marked)
                == PythonReader.answer(of: script, about: report))
    }

    @Test func `openpyxl打开加了批注的表格，原有批注、公式、列宽不变`() throws {
        let script = """
            import sys, openpyxl
            w = openpyxl.load_workbook(open(sys.argv[1], "rb"))
            s = w.worksheets[0]
            print(w.sheetnames, w.worksheets[1].sheet_state, s.dimensions)
            print(s["H10"].value, s["F5"].number_format, s.column_dimensions["I"].width)
            for row in s.iter_rows():
                for c in row:
                    if c.comment: print(c.coordinate, c.comment.author, repr(c.comment.text))
            for c in s["J"]:
                if c.value: print(c.coordinate, repr(c.value), c.font.color.rgb, c.font.b, c.alignment.wrap_text)
            print(s.column_dimensions["J"].width, s.protection.sheet)
            """
        let expected = """
            ['项目支出绩效自评表', '溯源'] hidden A1:J10
            =SUM(H7:H9) #,##0.00## 20.0
            F5 绩效审核 '【错误】应为 0.4785。'
            F7 某市某区某局 '来源：帮扶台账第 12—306 行\\n【提示】请附名单。'
            J1 '审核意见' FFC00000 True True
            J5 'F5：【错误】应为 0.4785。' FFC00000 False True
            J7 'F7：【提示】请附名单。' FF1F4E79 False True
            48.0 True

            """
        let answer = try PythonReader.answer(of: script, about: SampleMarks.form())
        #expect(answer == expected)
    }
}
