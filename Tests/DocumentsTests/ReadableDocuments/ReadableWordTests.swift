import Documents
import Testing

struct ReadableWordTests {
    @Test func `段落成行，表格的行列和段落号都在`() throws {
        let cells = [
            WordMaker.cell(WordMaker.paragraph("项目")),
            WordMaker.cell(WordMaker.paragraph("预算") + WordMaker.paragraph("（万元）")),
        ]
        let wide = WordMaker.cell(WordMaker.paragraph("合计"), #"<w:gridSpan w:val="2"/>"#)
        let below = WordMaker.cell("<w:p/>", "<w:vMerge/>")
        let text = try WordMaker(
            WordMaker.paragraph("前") + "<w:p/>"
                + "<w:tbl><w:tr>\(cells.joined())</w:tr><w:tr>\(wide)\(below)</w:tr></w:tbl>"
                + WordMaker.paragraph("后")
        ).read()
        #expect(text.text == "前\n\n项目\t预算 （万元）\n合计\t\t\n后\n")
        #expect(
            text.summary == [
                "第1段+0[前]", "第3段+0[项目]", "第4段+0[预算]", "第5段+0[（万元）]", "第6段+0[合计]",
                "第8段+0[后]",
            ])
        #expect(text.kind == .wordDocument)
    }

    @Test func `删去的不读，插入的、链接的、域的结果都读`() throws {
        let text = try WordMaker(
            """
            <w:p><w:r><w:t>支出</w:t></w:r><w:del><w:r><w:delText>旧</w:delText></w:r></w:del>\
            <w:ins><w:r><w:t>839.38</w:t></w:r></w:ins><w:hyperlink>\(WordMaker.run("万元"))</w:hyperlink>\
            <w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>\
            <w:r><w:fldChar w:fldCharType="separate"/></w:r>\(WordMaker.run("3"))\
            <w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:br/><w:t>下一行</w:t></w:r>\
            <w:r><w:ruby><w:rt>\(WordMaker.run("yi"))</w:rt><w:rubyBase>\(WordMaker.run("一"))</w:rubyBase></w:ruby></w:r>\
            <m:oMath><m:r><m:t>x</m:t></m:r></m:oMath></w:p>
            """
        ).read()
        #expect(text.text == "支出839.38万元3\n下一行一x\n")
        #expect(text.origin(of: "下一行") == TextPosition(origin: .paragraph(0), offset: 20))
    }

    @Test func `略过的段落也编号，图形里的段落不编号`() throws {
        let box = "<w:txbxContent>\(WordMaker.paragraph("框"))</w:txbxContent>"
        let text = try WordMaker(
            """
            <w:p>\(WordMaker.run("前"))<w:r><mc:AlternateContent><mc:Choice>\(box)</mc:Choice>\
            <mc:Fallback>\(box)</mc:Fallback></mc:AlternateContent></w:r><w:r><w:drawing><a:p><a:r>\
            <a:t>图</a:t></a:r></a:p></w:drawing></w:r></w:p>\(WordMaker.paragraph("后"))
            """
        ).read()
        #expect(text.summary == ["第2段+0[框]", "第1段+0[前]", "第4段+0[后]"])
    }

    private static let numbering = """
        <w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:start w:val="1"/>\
        <w:numFmt w:val="chineseCountingThousand"/><w:pStyle w:val="H1"/><w:lvlText w:val="%1、"/></w:lvl>\
        <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%2."/></w:lvl>\
        <w:lvl w:ilvl="2"><w:numFmt w:val="decimal"/><w:isLgl/><w:lvlText w:val="%1.%2.%3"/></w:lvl>\
        <w:lvl w:ilvl="3"><w:numFmt w:val="bullet"/><w:lvlText w:val=""/></w:lvl></w:abstractNum>\
        <w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num>\
        <w:num w:numId="4"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0">\
        <w:startOverride w:val="1"/></w:lvlOverride></w:num>
        """

    private static func listed(_ text: String, _ level: Int, _ list: Int = 3) -> String {
        WordMaker.paragraph(
            text, #"<w:numPr><w:ilvl w:val="\#(level)"/><w:numId w:val="\#(list)"/></w:numPr>"#)
    }

    @Test func `自动编号读得出来，且不算在段落自己的文字里`() throws {
        let styled = #"<w:pStyle w:val="H1"/>"#
        let text = try WordMaker(
            WordMaker.paragraph("概况", styled) + Self.listed("20万元", 1) + Self.listed("乙", 1)
                + Self.listed("丙", 2) + Self.listed("丁", 3) + WordMaker.paragraph("绩效", styled)
                + Self.listed("戊", 1) + Self.listed("另起", 0, 4)
                + WordMaker.paragraph("不编", styled + #"<w:numPr><w:numId w:val="0"/></w:numPr>"#),
            numbering: Self.numbering,
            styles: """
                <w:style w:type="paragraph" w:styleId="H1"><w:basedOn w:val="H0"/></w:style>\
                <w:style w:styleId="H0"><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style>
                """
        ).read()
        let expected = ["一、概况", "1. 20万元", "2. 乙", "1.2.1 丙", "丁", "二、绩效", "1. 戊", "一、另起", "不编"]
        #expect(text.text == expected.map { $0 + "\n" }.joined())
        #expect(
            text.summary.prefix(4) == ["第1段+0*[一、]", "第1段+0[概况]", "第2段+0*[1. ]", "第2段+0[20万元]"])
        #expect(text.origin(of: "20万元") == TextPosition(origin: .paragraph(1), offset: 0))
    }

    @Test(arguments: [
        ("chineseCounting", 10, "十"), ("chineseCountingThousand", 12, "十二"),
        ("japaneseCounting", 20, "二十"), ("chineseCounting", 105, "一百〇五"),
        ("chineseCounting", 110, "一百一十"), ("chineseLegalSimplified", 21, "贰拾壹"),
        ("ideographTraditional", 3, "丙"), ("ideographTraditional", 11, "11"),
        ("decimalEnclosedCircle", 20, "⑳"), ("decimalZero", 7, "07"), ("lowerLetter", 28, "bb"),
        ("upperRoman", 49, "XLIX"), ("lowerRoman", 4, "iv"), ("decimal", 8, "8"),
        ("chineseCounting", 0, "〇"),
    ])
    func `编号按格式写出`(format: String, number: Int, written: String) throws {
        let text = try WordMaker(
            Self.listed("文", 0),
            numbering: """
                <w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="\(number)"/>\
                <w:numFmt w:val="\(format)"/><w:lvlText w:val="（%1）"/></w:lvl></w:abstractNum>\
                <w:num w:numId="3"><w:abstractNumId w:val="1"/></w:num>
                """
        ).read()
        #expect(text.text == "（\(written)）文\n")
    }

    @Test func `编号的级数和起点大得离谱时不卡住也不崩溃`() throws {
        let huge = String(Int.max)
        for level in ["9", "2000000000", "-1", huge] {
            let text = try WordMaker(
                Self.listed("文", 0).replacing(
                    #"w:ilvl w:val="0""#, with: "w:ilvl w:val=\"\(level)\""),
                numbering: """
                    <w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="\(level)"><w:lvlText w:val="%1."/></w:lvl>\
                    </w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="1"/></w:num>
                    """
            ).read()
            #expect(text.text == "文\n")
        }
        for start in [huge, String(Int.min)] {
            _ = try WordMaker(
                Self.listed("文", 0) + Self.listed("文", 0),
                numbering: """
                    <w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="\(start)"/>\
                    <w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="3">\
                    <w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="\(start)"/>\
                    </w:lvlOverride></w:num>
                    """
            ).read()
        }
    }
}
