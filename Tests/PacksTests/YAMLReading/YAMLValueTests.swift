import Quantities
import Testing

@testable import Packs

struct YAMLValueTests {
    private static func value(_ text: String) throws -> YAMLValue {
        try YAMLValue(text: text, file: "a.yaml").mapping(["值"]).require("值")
    }

    private static func message(_ body: () throws -> Void) -> String {
        do {
            try body()
            return "没有出错"
        } catch let error as PackError {
            return error.description
        } catch {
            return "\(error)"
        }
    }

    @Test(arguments: [
        ("", "a.yaml：文件是空的。请按样例填写内容。"),
        ("a: [1", "a.yaml 第1行：不是有效的YAML。请改正该处的YAML写法（缩进、冒号、引号）。"),
        ("a: 1\na: 2", "a.yaml 第1行：键重复：a。请改正该处的YAML写法（缩进、冒号、引号）。"),
    ])
    func `读不懂的文件说明在第几行`(text: String, message: String) {
        #expect(Self.message { _ = try YAMLValue(text: text, file: "a.yaml") } == message)
    }

    @Test func `太大的文件不读`() {
        let text = String(repeating: "#", count: (1 << 20) + 1)
        #expect(
            Self.message { _ = try YAMLValue(text: text, file: "a.yaml") }
                == "a.yaml：文件超过1 MiB。请拆成几个较小的文件。")
    }

    @Test func `键必须认识并且齐全`() throws {
        let value = try YAMLValue(text: "甲: 1\n乙:\n  丙: 2", file: "a.yaml")
        #expect(
            Self.message { _ = try value.mapping(["甲"]) } == "a.yaml 第2行 乙：不认识的键“乙”。请改用：甲。")
        let mapping = try value.mapping(["甲", "乙", "丁"])
        #expect(Self.message { _ = try mapping.require("丁") } == "a.yaml 第1行：缺少“丁”。请补上“丁”。")
        #expect(mapping["丁"] == nil)
        #expect(try mapping.require("乙").mapping(["丙"]).require("丙").path == "乙.丙")
    }

    @Test func `列表、键值和文字各归各`() throws {
        let list = try Self.value("值: [甲, 乙]")
        #expect(list.isList && !list.isMapping && !list.isScalar)
        #expect(try list.texts() == ["甲", "乙"])
        #expect(try list.list().map(\.path) == ["值[0]", "值[1]"])
        #expect(Self.message { _ = try list.text() } == "a.yaml 第1行 值：这里应是一段文字。请改为一段文字。")
        #expect(
            Self.message { _ = try list.mapping([]) } == "a.yaml 第1行 值：这里应是“键: 值”。请改为“键: 值”的写法。")
        let scalar = try Self.value("值: 甲")
        #expect(scalar.isScalar)
        #expect(
            Self.message { _ = try scalar.list() } == "a.yaml 第1行 值：这里应是列表。请改为以“- ”开头的列表。")
        #expect(
            Self.message { _ = try Self.value("值: []").nonEmptyList() }
                == "a.yaml 第1行 值：列表是空的。请至少填写一项。")
        #expect(
            Self.message { _ = try Self.value("值: ' '").text() } == "a.yaml 第1行 值：这里是空的。请填写内容。")
    }

    @Test func `数按文字读入不失真`() throws {
        #expect(try Self.value("值: 0.10").decimal() == ExactDecimal("0.10"))
        #expect(try Self.value("值: \"10%\"").number() == Fraction(1, over: 10))
        #expect(try Self.value("值: 0.1").number() == Fraction(1, over: 10))
        #expect(try Self.value("值: 22.5").points() == Points("22.5"))
        #expect(try Self.value("值: 7").integer(1...9) == 7)
        #expect(try Self.value("值: true").truth())
        #expect(try !Self.value("值: \"false\"").truth())
        #expect(try Self.value("值: 2021-07-31").day() == Day(year: 2021, month: 7, day: 31))
        #expect(try Self.value("值: 万元").unit().text == "万元")
        #expect(try Self.value("值: halfUp").choice(of: Rounding.self) == .halfUp)
    }

    @Test(arguments: [
        ("一", "“一”不是数。请改为如\"0.6\"的数。"), ("1e3", "“1e3”不是数。请改为如\"0.6\"的数。"),
        (".5", "“.5”不是数。请改为如\"0.6\"的数。"), ("x%", "“x%”不是百分数。请改为如\"60%\"的百分数。"),
    ])
    func `不是数的被指出`(text: String, message: String) {
        #expect(
            Self.message { _ = try Self.value("值: \"\(text)\"").number() }
                == "a.yaml 第1行 值：" + message)
    }

    @Test func `不合类型的被指出`() {
        func refused(_ text: String, _ read: (YAMLValue) throws -> Void) -> String {
            Self.message { try read(Self.value("值: \"\(text)\"")) }
        }
        #expect(
            refused("1.005") { _ = try $0.points() }
                == "a.yaml 第1行 值：“1.005”不是分值。请改为不小于0、最多两位小数的数。")
        #expect(refused("-1") { _ = try $0.points() }.contains("不是分值"))
        #expect(
            refused("10") { _ = try $0.integer(1...9) }
                == "a.yaml 第1行 值：“10”不在1至9的整数之内。请改为1至9的整数。")
        #expect(
            refused("yes") { _ = try $0.truth() } == "a.yaml 第1行 值：“yes”不是true或false。请改为true或false。"
        )
        #expect(
            refused("2021-02-30") { _ = try $0.day() }
                == "a.yaml 第1行 值：“2021-02-30”不是日期。请改为如\"2021-07-31\"的日期。")
        #expect(
            refused("斤") { _ = try $0.unit() }
                == "a.yaml 第1行 值：不认识单位“斤”。请改用元、万元、人、人次、项、%等单位。")
        #expect(
            refused("up") { _ = try $0.choice(of: Rounding.self) }
                == "a.yaml 第1行 值：不认识“up”。请改用：halfUp、halfEven、truncate、awayFromZero。")
    }

    @Test func `没有的内置文件说清楚`() {
        #expect(
            Self.message { _ = try PackResources.text(of: "schemes/无.yaml") }
                == "schemes/无.yaml：找不到内置规则文件。请重新安装本程序，并保持资源文件夹 jixiao_Packs.resources 与程序在一起。")
        #expect(
            Self.message { _ = try PackResources.files(in: "无") }
                == "无：找不到内置规则文件。请重新安装本程序，并保持资源文件夹 jixiao_Packs.resources 与程序在一起。")
    }
}
