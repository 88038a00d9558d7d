import Documents
import Testing

struct ReadableWebPageTests {
    private func text(_ body: String) throws -> String {
        try ReadableDocument("<!DOCTYPE html><html><body>\(body)</body></html>", "自评.html").text
    }

    @Test(arguments: [
        ("<h1>一、基本情况</h1><p>支出 839.38 万元。</p>", "一、基本情况\n支出 839.38 万元。\n"),
        ("支出<b>839</b>.<i>38</i>万元<br>下一行", "支出839.38万元\n下一行\n"),
        ("<p>支出\n合计</p><p>设\n</font>3\n<font>个</p>", "支出合计\n设 3 个\n"),
        ("<p>2021\n年 &nbsp; 度</p>", "2021 年 度\n"),
        ("<p>a &lt;b&gt; &amp; &#20803;&yen;&hellip;</p>", "a <b> & 元¥…\n"),
        ("<script>var a='<p>1</p>'</script><style>p{}</style><noscript>2</noscript>文", "文\n"),
        ("<p hidden>藏</p><div style='display: none'>藏</div><p>见", "见\n"),
        ("<pre>一\n二</pre>", "一\n二\n"), ("<ul><li>甲<li>乙</ul>", "甲\n乙\n"),
        ("<p>未闭合<p>第二段<div>三", "未闭合\n第二段\n三\n"), ("<img src='http://127.0.0.1:9/a.png'>图", "图\n"),
    ])
    func `块成行，空白收拢，脚本和隐藏的不读`(body: String, expected: String) throws {
        #expect(try text(body) == expected)
    }

    @Test(arguments: [
        (
            "<table><caption>表1</caption><tr><th>项目<th>预算<tr><td>人员\n经费<td>602.10</table>",
            "表1\n项目\t预算\n人员经费\t602.10\n"
        ),
        (
            "<table><tr><td rowspan=2>甲</td><td>1</td></tr><tr><td>2</td></tr><tr><td>乙<td>3</table>",
            "甲\t1\n\t2\n乙\t3\n"
        ),
        ("<table><tr><td colspan=2>合计<td>3<tr><td>甲<td>乙<td>丙</table>", "合计\t\t3\n甲\t乙\t丙\n"),
        ("<table><tr><td><p>甲</p><p>乙</p><td>1</table>", "甲 乙\t1\n"),
        (
            "<table><tr><td>导航<td><h1>标题</h1><table><tr><td>项目<td>1</table>尾</table>",
            "导航\n标题\n项目\t1\n尾\n"
        ),
        ("<table><tr><td><p>一段<p>二段</table>", "一段\n二段\n"),
    ])
    func `表格的行列都在，排版用的表格按段读`(body: String, expected: String) throws {
        #expect(try text(body) == expected)
    }

    @Test func `每段文字都说得出是第几段`() throws {
        let document = try ReadableDocument("<html><p>甲<table><tr><td>乙<td>丙</table>", "a.htm")
        #expect(document.summary == ["第1段+0[甲]", "第2段+0[乙]", "第3段+0[丙]"])
        #expect(document.kind == .webPage)
    }

    @Test func `国标编码的网页读得出，不认识的编码给出说明`() throws {
        let gb: [UInt8] =
            Array("<html><meta charset=gb2312><p>".utf8) + [0xB1, 0xBE, 0xCD, 0xF2, 0xD4, 0xAA]
        #expect(try ReadableDocument(gb, "a.html").text == "本万元\n")
        let other = try ReadableDocument("<html><meta charset=\"big5\"><p>1", "a.html")
        #expect(other.notices == ["网页自称的文字编码 big5 不受支持，已按 UTF-8 或 GB18030 读取，文字可能有误。"])
    }

    @Test func `嵌套在上限内照读，多一层拒绝，成千上万层也不卡住`() throws {
        var limits = ReadableLimits.standard
        limits.webPageDepth = 12
        func page(_ depth: Int) -> [UInt8] {
            Array(("<html><body>" + String(repeating: "<div>", count: depth) + "文").utf8)
        }
        #expect(try readingComplaint(page(10), "深.html", limits: limits) == nil)
        let complaint = "“深.html”中“html”的内容嵌套超过 12 层，未读取。请核实文件来源。"
        #expect(try readingComplaint(page(11), "深.html", limits: limits) == complaint)
        #expect(
            try readingComplaint(page(200_000), "深.html")
                == "“深.html”中“html”的内容嵌套超过 1000 层，未读取。请核实文件来源。")
    }
}
