import Formulas
import Performance
import Quantities
import Testing

@testable import Packs

struct LedgerPackTests {
    @Test func `内置台账齐全且次序固定`() throws {
        let pack = try BuiltIn.ledgers()
        #expect(
            pack.ledgers.map(\.name) == [
                "收入预算", "支出预算", "收入", "支付", "结转结余", "三公经费", "采购", "资产", "内设机构", "人员编制",
                "项目", "工作记录", "绩效指标", "人工判断", "报告文字", "核对数",
                "办理记录", "岗位授权", "委托", "表单版本", "意见", "佐证", "预警", "整改", "日常监督", "培训记录",
                "用款计划", "隶属关系", "公开记录",
            ])
        #expect(pack.ledger(named: "支付")?.naturalKey == ["凭证号", "分录号"])
        #expect(pack.ledger(named: "没有这本") == nil)
    }

    @Test func `由办理产生的台账不能导入`() throws {
        let closed = try BuiltIn.ledgers().ledgers.filter { !$0.takesImports }.map(\.name)
        #expect(closed == ["办理记录", "岗位授权", "委托", "表单版本", "意见", "佐证", "预警", "整改", "隶属关系"])
    }

    @Test func `整改台账的列与F09一致`() throws {
        let ledger = try #require(try BuiltIn.ledgers().ledger(named: "整改"))
        let columns = ledger.columns.map(\.name)
        // 序号和是否逾期由程序算出。
        for name in [
            "问题编号", "问题来源", "涉及项目", "问题类别", "问题描述", "依据条款", "严重程度", "涉及金额", "整改措施",
            "责任人", "下达日期", "整改时限", "整改状态", "完成日期", "整改结果", "佐证材料", "验收意见", "结果应用",
        ] {
            #expect(columns.contains(name), "\(name)")
        }
    }

    @Test func `表名列名都是两种数据库能用的名称`() throws {
        for ledger in try BuiltIn.ledgers().ledgers {
            for name in [ledger.table] + ledger.columns.map(\.sqlName) {
                #expect(name.utf8.count <= 40)
                #expect(
                    name.utf8.allSatisfy { byte in
                        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
                            || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                            || byte == UInt8(ascii: "_")
                    }, "\(ledger.name) \(name)")
                #expect(CommonColumn(rawValue: name) == nil)
            }
            #expect(Set(ledger.columns.map(\.sqlName)).count == ledger.columns.count)
        }
    }

    @Test func `每个选项和表头的写法只有一个意思`() throws {
        for ledger in try BuiltIn.ledgers().ledgers {
            let headers = ledger.columns.flatMap { [$0.name] + $0.headers }.map(\.foldedSpelling)
            #expect(Set(headers).count == headers.count, "\(ledger.name)")
            for column in ledger.columns {
                let spellings = column.choices.flatMap { [$0.text] + $0.aliases }
                #expect(Set(spellings.map(\.foldedSpelling)).count == spellings.count)
                #expect(column.choices.isEmpty || column.type == .text)
                #expect((column.maximumLength != nil) == (column.type == .text))
                #expect(!column.hint.isEmpty)
            }
        }
    }

    @Test func `每本台账都有依据列和备注列`() throws {
        for ledger in try BuiltIn.ledgers().ledgers {
            #expect(ledger.columns.suffix(2).map(\.sqlName) == ["basis", "remark"])
            let basis = try #require(ledger.columns.first { $0.name == "依据" })
            #expect(basis.choices.map(\.text) == ["原文", "推算", "假定", "合成"])
            #expect(!basis.isRequired)
        }
    }

    @Test func `登记簿的公式形状带着认定事物的列`() throws {
        let pack = try BuiltIn.ledgers()
        let headcount = try #require(pack.ledger(named: "人员编制")).shape
        #expect(headcount.kind == .register)
        #expect(headcount.keyColumns == ["人员类别"])
        #expect(
            headcount.column(named: "人数")?.type == .number(scale: 0, unit: MeasureUnit("人")))
        let payment = try #require(pack.ledger(named: "支付")).shape
        #expect(payment.keyColumns.isEmpty)
        #expect(payment.rowUnit == MeasureUnit("笔"))
        #expect(payment.column(named: "金额")?.sqlName == "amount_fen")
    }

    @Test(arguments: [
        (
            "sql: paid_on", "sql: order",
            "t.yaml 第10行 columns[0].sql：“order”是数据库的保留字。请换一个名称。"
        ),
        (
            "sql: paid_on", "sql: row_key",
            "t.yaml 第10行 columns[0].sql：“row_key”是每张台账表都有的列。请换一个名称。"
        ),
        (
            "sql: paid_on", "sql: PaidOn",
            "t.yaml 第10行 columns[0].sql：“PaidOn”不能用作数据库中的名称。"
                + "请只用小写字母、数字和下划线，以字母开头，不超过40个字符。"
        ),
        (
            "name: 类别", "name: 类 别",
            "t.yaml 第11行 columns[1].name：“类 别”不能用作名称。请只用汉字、字母、数字和下划线，以字开头，不超过40个字。"
        ),
        (
            "day: 日期", "day: 类别",
            "t.yaml 第5行 day：“类别”不是必填的日期列。请改为一个必填的日期列。"
        ),
        (
            "key: [日期]", "key: [金额]",
            "t.yaml 第6行 key[0]：“金额”不是必填列。请自然键只用必填列。"
        ),
        (
            "key: [日期]", "key: []",
            "t.yaml 第6行 key：登记簿没有自然键。请写明由哪几列认定同一事物。"
        ),
        (
            "counts: 笔", "counts: 匹",
            "t.yaml 第4行 counts：不认识单位“匹”。请改用元、万元、人、人次、项、%等单位。"
        ),
        (
            "aliases: [甲类]", "aliases: [' 乙 ']",
            "t.yaml 第11行 columns[1].choices[1]：“乙”同时表示“甲”和“乙”。请让每种写法只表示一个选项。"
        ),
        (
            "headers: [数额]", "headers: [日 期]",
            "t.yaml 第12行 columns[2]：表头“日 期”同时表示“日期”和“金额”。请让每个表头只表示一列。"
        ),
        (
            "type: money", "type: decimal",
            "t.yaml 第12行 columns[2].type：不认识“decimal”。请改用：money、number、day、text、truth。"
        ),
        (
            "type: money", "type: money, max: 5",
            "t.yaml 第12行 columns[2].max：这一列不能有“max”。请删去“max”。"
        ),
        (
            "type: money", "type: number, scale: 0, unit: 万元",
            "t.yaml 第12行 columns[2].unit：“万元”不是基本单位。请改用如元、人次的基本单位。"
        ),
        (
            "mark: design", "mark: sure",
            "t.yaml 第8行 mark：不认识“sure”。请改用：verified、recalled、practice、design。"
        ),
    ])
    func `定义写错的地方被指到行和键`(old: String, new: String, message: String) {
        let text = Self.definition.replacing(old, with: new)
        #expect(text != Self.definition)
        let error = #expect(throws: PackError.self) { try Self.read([text]) }
        #expect(error?.message == message)
    }

    @Test func `同名台账和同名数据表被拒绝`() {
        let twice = #expect(throws: PackError.self) {
            try Self.read([Self.definition, Self.definition])
        }
        #expect(twice?.problem == "台账“试验”已有定义")
        let sameTable = #expect(throws: PackError.self) {
            try Self.read([
                Self.definition, Self.definition.replacing("name: 试验", with: "name: 另一"),
            ])
        }
        #expect(sameTable?.problem == "表名“trial”已被使用")
    }

    @Test func `没有写错的定义读得出来`() throws {
        let ledger = try #require(try Self.read([Self.definition]).ledgers.first)
        #expect(ledger.columns.map(\.name) == ["日期", "类别", "金额", "备注"])
        #expect(ledger.columns[1].maximumLength == 1)
        #expect(ledger.source == "测试〔本产品设定〕")
    }

    private static func read(_ texts: [String]) throws -> LedgerPack {
        try LedgerPack(
            reading: texts.map { PackText(file: "t.yaml", text: $0) },
            common: PackText(
                file: "common.yaml",
                text: """
                    columns: [{name: 备注, sql: remark, type: text, max: 9, hint: 说明}]
                    choiceLists: []
                    """))
    }

    private static let definition = """
        name: 试验
        table: trial
        kind: 登记簿
        counts: 笔
        day: 日期
        key: [日期]
        negative: false
        mark: design
        columns:
          - {name: 日期, sql: paid_on, type: day, required: true, hint: 日}
          - {name: 类别, sql: class_name, type: text, choices: [{text: 甲, aliases: [甲类]}, {text: 乙}], hint: 类}
          - {name: 金额, sql: amount_fen, type: money, headers: [数额], hint: 元}
        source: 测试
        """
}
