import Packs
import Performance
import Testing

struct FormPackTests {
    @Test func `内置表样读得出来`() throws {
        let pack = try FormPack.builtIn()
        #expect(pack.forms.map(\.id).first == "F01")
        for form in pack.forms {
            #expect(!form.pages.isEmpty, "\(form.id)")
            for field in form.fields + form.tables.flatMap(\.columns) {
                #expect(!field.hint.isEmpty, "\(form.id) \(field.name)")
            }
        }
    }

    /// Rules and stored contents name answers: one word for one thing in every form.
    @Test func `同名的填报项在各表是同一类型`() throws {
        var types: [String: FormFieldType] = [:]
        for form in try FormPack.builtIn().forms {
            for field in form.fields + form.tables.flatMap(\.columns) {
                if case .choice = field.type { continue }
                #expect(
                    types[field.name, default: field.type] == field.type, "\(form.id) \(field.name)"
                )
                types[field.name] = field.type
            }
        }
    }

    @Test(arguments: [
        ("F01", "绩效指标"), ("F02", "绩效指标"),
    ])
    func `申报表的指标栏供质量检查取用`(form: String, table: String) throws {
        let columns = try #require(FormPack.builtIn().form(form)?.table(table)?.columns)
        let wanted = [
            "一级指标", "二级指标", "三级指标", "指标值", "指标编号", "分值", "计算公式", "数据来源",
            "对应口径", "指标值来源", "上年完成值", "支撑目标", "达成标准", "部分达成标准", "未达成标准",
            "调查方式", "计划样本量", "说明",
        ]
        for name in wanted { #expect(columns.contains { $0.name == name }, "\(name)") }
    }

    private static let sound = """
        form: T01
        version: "1"
        name: 试验表
        source: {text: 试验, evidence: design}
        fields:
          - {name: 甲, type: money, hint: 万元}
          - {name: 乙, type: money, formula: 甲 + 甲}
        layout:
          - sheet: 试验
            widths: ["10", "10", "10"]
            sections:
              - lines:
                  - {A: 甲, B: "[甲]", C: "[乙]"}
        """

    @Test(arguments: [
        ("甲 + 甲", "甲 + 丙", "t.yaml 第1行：“乙”的公式引用了表中没有的项。请改用本表的填报项或“sum(表.列)”。"),
        (
            "甲 + 甲", "甲 *",
            "t.yaml 第7行 fields[1].formula：“甲 *”不是表内公式。请写成如“财政拨款 + 其他资金”“sum(任务.总额)”“执行数 / 预算数”的公式。"
        ),
        ("C: \"[乙]\"", "C: 乙", "t.yaml 第1行：“乙”在版式中应恰好出现一次。请在layout中写一处[乙]。"),
        (
            "C: \"[乙]\"", "D: \"[乙]\"",
            "t.yaml 第13行 layout[0].sections[0].lines[0].D：“D”不是widths所列的列。请写成如C或C-I，并与widths的列数一致。"
        ),
        (
            "C: \"[乙]\"", "A-B: \"[乙]\"",
            "t.yaml 第13行 layout[0].sections[0].lines[0].A-B：“A-B”与同一行的其他格重叠。请改正列号。"
        ),
        (
            "C: \"[乙]\"", "C: \"[丙]\"",
            "t.yaml 第13行 layout[0].sections[0].lines[0].C：引用了没有的填报项。请改用fields或该表columns中的名称。"
        ),
        (
            "C: \"[乙]\"", "C: \"[乙\"",
            "t.yaml 第13行 layout[0].sections[0].lines[0].C：方括号没有写完。请写成如“填表人：[填表人]”。"
        ),
        (
            "- {name: 甲, type: money, hint: 万元}", "- 甲",
            "t.yaml 第6行 fields[0]：公共填报项中没有“甲”。请先在common.yaml中定义，或在这里写{name: …, type: …}。"
        ),
        (
            "{name: 甲, type: money,", "{name: 甲, type: cash,",
            "t.yaml 第6行 fields[0].type：不认识“cash”。请改用：text、money、percent、number、score、day、year、target、choice、tick。"
        ),
    ])
    func `写错的表样被指出哪里错`(from: String, to: String, message: String) throws {
        _ = try FormPack(reading: [PackText(file: "t.yaml", text: Self.sound)])
        let text = Self.sound.replacing(from, with: to)
        let error = #expect(throws: PackError.self) {
            try FormPack(reading: [PackText(file: "t.yaml", text: text)])
        }
        #expect(error?.message == message)
    }
}
