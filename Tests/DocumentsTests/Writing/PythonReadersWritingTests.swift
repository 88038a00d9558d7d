import Documents
import Testing

/// What python-docx and openpyxl, which share no code with us, find in the files.
///
/// Skipped where they are not installed.
@Suite(.enabled(if: PythonReader.isInstalled))
struct PythonReadersWritingTests {
    @Test func `python-docx打开报告且表格完整`() throws {
        let script = """
            import sys, docx
            d = docx.Document(open(sys.argv[1], "rb"))
            print(d.paragraphs[0].style.name, d.paragraphs[1].style.name)
            print(d.core_properties.created.strftime("%Y-%m-%d %H:%M:%S"))
            for t in d.tables: print(len(t.rows), len(t.columns))
            print("|".join(c.text for c in d.tables[0].rows[0].cells))
            print("|".join(c.text for c in d.tables[0].rows[3].cells))
            print(d.tables[1].cell(4, 0).text)
            """
        let expected = """
            Title Heading 1
            2022-03-31 00:00:00
            7 5
            25 8
            31 3
            项目|预算|预算|决算|执行率
            办公设备购置（含国产化替代与网络安全设备更新）|2.50|2.50|2.3065|92.26%
            产出指标1

            """
        let bytes = try SampleDocuments.report().bytes()
        #expect(try PythonReader.answer(of: script, about: bytes) == expected)
    }

    @Test func `openpyxl打开表格且公式与文字各归各`() throws {
        let script = """
            import sys, openpyxl
            w = openpyxl.load_workbook(open(sys.argv[1], "rb"))
            v = openpyxl.load_workbook(open(sys.argv[1], "rb"), data_only=True)
            s, c = w.worksheets[0], v.worksheets[0]
            print(w.sheetnames, w.worksheets[1].sheet_state)
            print(s["C3"].value, s["C3"].data_type, s["C3"].quotePrefix)
            print(s["D5"].value, s["F5"].value, s["F5"].number_format)
            print(s["H10"].value, c["H10"].value, s["I10"].value)
            print(s["F7"].comment.text, s["I7"].protection.locked, s["H7"].protection.locked)
            print(sorted(str(m) for m in s.merged_cells.ranges))
            print(s.print_title_rows, s.freeze_panes, s.protection.sheet)
            """
        let expected = """
            ['项目支出绩效自评表', '溯源'] hidden
            =cmd|'/C calc'!A0 s True
            8.04 0.4785 #,##0.00##
            =SUM(H7:H9) 44.25 2022-03-31 00:00:00
            来源：帮扶台账第 12—306 行 False True
            ['A10:G10', 'A1:I1', 'A2:I2', 'A3:B3', 'A4:B5', 'B7:B9', 'C3:I3']
            $1:$3 A4 True

            """
        let bytes = try SampleWorkbooks.form().bytes()
        #expect(try PythonReader.answer(of: script, about: bytes) == expected)
    }
}
