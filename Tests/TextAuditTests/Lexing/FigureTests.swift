import Testing
import TextAudit

/// What the lexer reads off each spelling: `kind value unit decimals qualifier`.
struct FigureTests {
    private func read(_ text: String) -> [String] {
        Audit.figures(in: text).map {
            var parts = [$0.kind.rawValue, $0.value]
            if !$0.unit.isEmpty { parts.append($0.unit) }
            parts.append("\($0.precision)")
            if let qualifier = $0.qualifier { parts.append(qualifier.rawValue) }
            return parts.joined(separator: " ")
        }
    }

    @Test(arguments: [
        ("支出4785元", "amount 4785 元 0"), ("支出4,785.00元", "amount 4785.00 元 2"),
        ("支出12.5千元", "amount 12.5 千元 1"), ("支出938.76万元", "amount 938.76 万元 2"),
        ("支出938.76 万元", "amount 938.76 万元 2"), ("支出1.2亿元", "amount 1.2 亿元 1"),
        ("支出3万亿元", "amount 3 万亿元 0"), ("支出3百万元", "amount 3 百万元 0"),
        ("支出2千万元", "amount 2 千万元 0"), ("支出1000.86万", "amount 1000.86 万 2"),
        ("支出0.4785万元", "amount 0.4785 万元 4"), ("支出199.997万元", "amount 199.997 万元 3"),
        ("支出1,234,567.80元", "amount 1234567.80 元 2"), ("支出150圆", "amount 150 圆 0"),
        ("支出６８．５万元", "amount 68.5 万元 1"), ("支出１２３４元", "amount 1234 元 0"),
        ("差额-3.5万元", "amount -3.5 万元 1"), ("差额−3.5万元", "amount -3.5 万元 1"),
        ("支出0万元", "amount 0 万元 0"), ("支出007元", "amount 7 元 0"),
    ])
    func `金额连同单位和小数位读出`(text: String, expected: String) {
        #expect(read(text) == [expected])
    }

    @Test(arguments: [
        ("完成89.46%", "percent 89.46 % 2"), ("完成89.46％", "percent 89.46 ％ 2"),
        ("完成８９％", "percent 89 ％ 0"), ("完成 95 %", "percent 95 % 0"),
        ("增长-12.5%", "percent -12.5 % 1"), ("提高1.5个百分点", "percent 1.5 个百分点 1"),
    ])
    func `百分数和百分点读出`(text: String, expected: String) {
        #expect(read(text).first == expected)
    }

    @Test(arguments: [
        ("慰问48人", "count 48 人 0"), ("慰问295人次", "count 295 人次 0"),
        ("慰问1.2万人次", "count 1.2 万人次 1"), ("覆盖20万户", "count 20 万户 0"),
        ("保有8辆", "count 8 辆 0"), ("面积3.85万亩", "count 3.85 万亩 2"),
        ("面积90.5㎡", "count 90.5 ㎡ 1"), ("面积2600平方米", "count 2600 平方米 0"),
        ("里程5千米", "count 5 千米 0"), ("重量3千克", "count 3 千克 0"),
        ("接待36批次", "count 36 批次 0"), ("是上年的2.5倍", "count 2.5 倍 1"),
        ("占6成", "count 6 成 0"), ("工期90天", "count 90 天 0"), ("工期3个月", "count 3 个月 0"),
        ("共1,860件", "count 1860 件 0"), ("共１８６件", "count 186 件 0"),
        ("得92.5分", "score 92.5 分 1"), ("满分100分", "score 100 分 0"),
        ("共5", "count 5 0"),
    ])
    func `件数、人数和分数连同量词读出`(text: String, expected: String) {
        #expect(read(text) == [expected])
    }

    @Test(arguments: [
        ("设三个科室", "count 3 个 0"), ("慰问三百二十一人", "count 321 人 0"),
        ("慰问十二户", "count 12 户 0"), ("共两次", "count 2 次 0"),

        ("支出壹佰贰拾叁万伍仟元整", "amount 1235000 元整 0"),
    ])
    func `中文数字和大写金额读出`(text: String, expected: String) {
        #expect(read(text) == [expected])
    }

    @Test(arguments: [
        ("约30万元", "amount 30 万元 0 about"),
        ("大约300人", "count 300 人 0 about"),

        ("300余人", "count 300 余人 0 over"),
        ("30万余元", "amount 30 万余元 0 over"),

        ("30万元以内", "amount 30 万元 0 atMost"),
        ("30万元左右", "amount 30 万元 0 about"),
        ("30人以下", "count 30 人 0 atMost"),
        ("30万元", "amount 30 万元 0"),
    ])
    func `约、近、超、以上等限定词读出`(text: String, expected: String) {
        #expect(read("数额\(text)，") == [expected])
    }

    @Test(arguments: [
        ("2021年", ["date-year 2021 年 0"]),
        ("3月18日", ["date-year 3 月 0", "date-year 18 日 0"]),
        ("2021年4月6日", ["date-year 2021 年 0", "date-year 4 月 0", "date-year 6 日 0"]),
        ("历时3年", ["count 3 年 0"]),
        ("１２月", ["date-year 12 月 0"]),
    ])
    func `年月日不当作数量`(text: String, expected: [String]) {
        #expect(read(text) == expected)
    }

    @Test(
        arguments: [
            ("位列第3名", []), ("财预〔2020〕号", []), ("建设5G基站", ["count 5 0"]),
            ("开通12345热线", ["count 12345 0"]), ("型号A1设备", []), ("见表B-12所示", []),
            ("版本1.2.3发布", []), ("执行《2021年预算管理办法（第3版）》", []),
            ("《关于10件实事的通知》共5件", ["count 5 件 0"]),
        ] as [(String, [String])])
    func `名称和编号不当作数量`(text: String, expected: [String]) {
        #expect(read(text) == expected)
    }

    @Test(arguments: [
        ("15—59岁", ["count 15 0", "count 59 岁 0"]),
        ("200元至500元", ["amount 200 元 0", "amount 500 元 0"]),
        ("3-5个", ["count 3 0", "count 5 个 0"]), ("1～6月", ["count 1 0", "date-year 6 月 0"]),
        ("85%~95%", ["percent 85 % 0", "percent 95 % 0"]),
    ])
    func `区间的两端各读一个数`(text: String, expected: [String]) {
        #expect(read("范围\(text)。") == expected)
    }

    /// The figure is the bytes between the brackets ⟦ and ⟧.
    @Test(arguments: [
        "全年支出⟦938.76万元⟧，", "增长⟦5.2%⟧。", "提高⟦1.5个百分点⟧", "接待⟦36 批次⟧、", "共⟦300余人⟧。",
        "设⟦三个⟧科室", "　　⟦１２３４．５万元⟧", "差额⟦3.5万元⟧。",
    ])
    func `数的位置是它连同单位的字节`(marked: String) throws {
        let text = marked.filter { $0 != "⟦" && $0 != "⟧" }
        let start = try #require(marked.places(of: "⟦").first)
        let end = try #require(marked.places(of: "⟧").first) - "⟦".utf8.count
        #expect(Audit.figures(in: text).map(\.range) == [start..<end])
    }

    @Test(arguments: [
        ("提高2百分点", "percent 2 百分点 0"), ("完成百分之九十五", "percent 95 0"),
        ("30多万元", "amount 30 多万元 0 over"), ("20多人", "count 20 多人 0 over"),
        ("用时30分钟", "count 30 分钟 0"), ("扣二十分", "score 20 分 0"),
        ("支出三百万元", "amount 300 万元 0"), ("支出五十万元", "amount 50 万元 0"),
        ("支出一亿二千万元", "amount 12000 万元 0"), ("支出三千元", "amount 3000 元 0"),
        ("支出两亿元", "amount 2 亿元 0"),
    ])
    func `倍数字归入单位，余多归入限定`(text: String, expected: String) {
        #expect(read("数额\(text)，") == [expected])
    }

    @Test(arguments: [
        ("近30万元", "amount 30 万元 0 nearly"), ("将近30万元", "amount 30 万元 0 nearly"),
        ("接近60%", "percent 60 % 0 nearly"), ("超30万元", "amount 30 万元 0 over"),
        ("超过30万元", "amount 30 万元 0 over"), ("逾30万元", "amount 30 万元 0 over"),
        ("突破2亿元", "amount 2 亿元 0 over"), ("不足30万元", "amount 30 万元 0 under"),
        ("不到30万元", "amount 30 万元 0 under"), ("不超过30万元", "amount 30 万元 0 atMost"),
        ("最多6人", "count 6 人 0 atMost"), ("不低于95%", "percent 95 % 0 atLeast"),
        ("至少20场", "count 20 场 0 atLeast"), ("95%以上", "percent 95 % 0 atLeast"),
        ("≥95%", "percent 95 % 0 atLeast"), ("≤15天", "count 15 天 0 atMost"),
    ])
    func `数前的限定词各是各的意思`(text: String, expected: String) {
        #expect(read("数额\(text)，") == [expected])
    }
}
