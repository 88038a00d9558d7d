import Testing

@testable import TextAudit

/// Lines broken inside sentences are joined, all others are kept.
struct MendedTextTests {
    private func mended(_ text: String) -> String {
        var mended = MendedText()
        var text = text
        text.withUTF8 { mended.mend($0) }
        return String(decoding: mended.bytes, as: UTF8.self)
    }

    @Test(arguments: [
        // A word, an amount and its unit go on in the next line.
        (
            "本单位二〇二三年度部门整体支出年初预算安排共\n\n计收入与支出两个部分，均由财政拨款予以保障。",
            "本单位二〇二三年度部门整体支出年初预算安排共计收入与支出两个部分，均由财政拨款予以保障。\n"
        ),
        (
            "全年农村公路养护工程累计完成投资人民币合计986.\n\n7万元，比上年同期增加86.7万元，增长9.6%。",
            "全年农村公路养护工程累计完成投资人民币合计986.7万元，比上年同期增加86.7万元，增长9.6%。\n"
        ),
        (
            "全年农村公路养护工程累计完成投资人民币合计98万\n元，比上年同期增加8万元，主要是新增了养护里程。",
            "全年农村公路养护工程累计完成投资人民币合计98万元，比上年同期增加8万元，主要是新增了养护里程。\n"
        ),
        // Breaks inside sentences leave an empty line, all others do not: a full line goes on.
        (
            "水利部门全年收到预算资金三百万元整，其中\n\n上级补助一百万元。各项工程均在年内开工，\n\n目前都已完成。今年内还将验收四项工程。\n\n验收之后交付使用，由各镇街自行管护维修，\n\n并建立台账。\n特此说明。\n",
            "水利部门全年收到预算资金三百万元整，其中上级补助一百万元。各项工程均在年内开工，目前都已完成。今年内还将验收四项工程。验收之后交付使用，由各镇街自行管护维修，并建立台账。\n特此说明。\n"
        ),
        // All breaks are alike: only a line as long as the wrapped ones goes on behind a full stop.
        (
            "水利部门全年收到预算资金三百万元整，其中\n上级补助一百万元。各项工程均在年内开工，\n目前都已完成。今年内还将再验收四项工程。\n验收之后交付使用，由各镇街自行管护维修，\n并建立台账。\n",
            "水利部门全年收到预算资金三百万元整，其中上级补助一百万元。各项工程均在年内开工，目前都已完成。今年内还将再验收四项工程。验收之后交付使用，由各镇街自行管护维修，并建立台账。\n"
        ),
        // Indented first lines and trailing blanks go.
        ("　　各项工作按期完成。  \n", "各项工作按期完成。\n"),
        ("\u{FEFF}各项工作按期完成。", "各项工作按期完成。\n"),
        ("第一行。\r\n第二行。\r\n", "第一行。\n第二行。\n"),
    ])
    func `断在句中的行接上`(text: String, expected: String) {
        #expect(mended(text) == expected)
    }

    @Test(arguments: [
        // A sentence that ends where the line ends.
        "全年农村公路养护工程累计完成投资986.7万元整。\n比上年同期增加86.7万元，主要是新增了养护里程。\n",
        // Items of a list.
        "全年重点工作一共有下列三项，现在分别说明情况如下\n1.完成城区管网普查和建档工作，更换老旧水表两千只\n2.建立水价台账，按月核对水费收缴情况并及时公开\n",
        "一、部门基本情况以及年度主要工作任务完成的总情况\n（一）主要职责\n（二）机构设置\n",
        // A short heading before a paragraph.
        "绩效评价结论\n全年农村公路养护工程累计完成投资986.7万元整，\n",
    ])
    func `自成一行的不接`(text: String) {
        #expect(mended(text) == text)
    }

    @Test(arguments: [
        ("项目\t金额\n办公费\t12.5\n", "项目\t金额\n办公费\t12.5\n"),
        ("项目 | 金额\n办公费 | 12.5\n", "项目\t金额\n办公费\t12.5\n"),
        ("项目      金额\n办公费    12.5\n", "项目\t金额\n办公费\t12.5\n"),
        // Of a long name and a wide number one blank is left; words with a number are one cell.
        ("其中：生均公用经费 938,600.00  50,080.00\n", "其中：生均公用经费\t938,600.00\t50,080.00\n"),
        ("合计    -12.5 13.6 100%\n", "合计\t-12.5\t13.6\t100%\n"),
        ("科目    2024 年预算    2025 年预算\n", "科目\t2024 年预算\t2025 年预算\n"),
        // The rest of a wrapped row stands behind an empty line; the next row does not.
        (
            "项目\t预算数\t决算数\t完成率\n车辆运行维护费\t23.00\t21.42\n\n\t93.13%\n公务接待费\t3.00\t1.74\t58.00%\n",
            "项目\t预算数\t决算数\t完成率\n车辆运行维护费\t23.00\t21.42\t93.13%\n公务接待费\t3.00\t1.74\t58.00%\n"
        ),
        (
            "| 项目 | 预算数 | 决算数 |\n| 车辆运行维护费 | 23.00 |\n\n 21.42 |\n| 公务接待费 | 3.00\n\n | 1.74 |\n",
            "项目\t预算数\t决算数\n车辆运行维护费\t23.00\t21.42\n公务接待费\t3.00\t1.74\n"
        ),
    ])
    func `表格的行和列保留`(text: String, expected: String) {
        #expect(mended(text) == expected)
    }

    @Test(arguments: [
        "　　全年支出986.\n\n7万元，比上年增加⟦86.7万元⟧。",
        "项目      金额\n办公费    ⟦12.5⟧\n",
        "项目 | 金额\n办公费 |  ⟦12.5⟧ | 备注",
        "\u{FEFF}　　共支出⟦12.5万元⟧。",
        "第一行。\r\n  支出⟦12.5万元⟧。\r\n",
    ])
    func `修复后的位置回得到原文`(marked: String) throws {
        let text = marked.filter { $0 != "⟦" && $0 != "⟧" }
        let start = try #require(marked.places(of: "⟦").first)
        let end = try #require(marked.places(of: "⟧").first) - "⟦".utf8.count
        #expect(Audit.figures(in: text).last?.range == start..<end)
    }

    @Test func `断开的数从头到尾都指出`() throws {
        let line = "全年农村公路养护工程累计完成投资人民币合计共986."
        let text = line + "\n\n7万元，比上年同期增加86.7万元，主要是新增了养护里程。"
        let figure = try #require(Audit.figures(in: text).first)
        #expect(figure.value == "986.7")
        #expect(Audit.words(figure.range, of: text) == "986.\n\n7万元")
    }

    /// The same sentence at every width says the same.
    @Test(arguments: 14...40)
    func `任何宽度断行都读出同样的数`(width: Int) {
        let text =
            "云岭县水利局2023年度部门整体支出年初预算安排1234.56万元，其中：基本支出834.56万元，项目支出400.00万元。"
            + "全年实际执行1172.83万元，预算执行率95.00%，比上年同期提高1.25个百分点，各项任务按期完成，没有发生违规情况。"
            + "年内共检查水库128座次，培训巡查员1,860人次，办理水事案件36件，受益群众12.5万人，群众满意度达到96.8%。"
        let plain = Audit.figures(in: text).map { "\($0.kind) \($0.value) \($0.unit)" }
        let broken = Audit.figures(in: Wrapping.wrap(text, at: width))
        #expect(broken.map { "\($0.kind) \($0.value) \($0.unit)" } == plain)
    }
}
