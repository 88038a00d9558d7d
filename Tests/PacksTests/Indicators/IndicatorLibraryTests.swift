import Packs
import Performance
import Testing

@Suite("指标库")
struct IndicatorLibraryTests {
    static let library = Result { try IndicatorLibrary.builtIn() }

    @Test func `It holds at least 200 indicators, each work with output, benefit and satisfaction`()
        throws
    {
        let library = try Self.library.get()
        #expect(library.indicators.count >= 200)
        for work in library.works {
            let categories = Set(work.indicators.map(\.level.category))
            #expect(categories == Set(IndicatorCategory.allCases), "\(work.name)")
            let levels = Set(work.indicators.map(\.level))
            #expect(
                levels.isSuperset(of: [.quantity, .quality, .timeliness, .cost]), "\(work.name)")
        }
    }

    @Test func `Every target has a comparator and a number`() throws {
        for indicator in try Self.library.get().indicators {
            let sign = indicator.target.first.map(String.init) ?? ""
            #expect(["≥", "≤", "＝"].contains(sign), "\(indicator.name)")
            #expect(indicator.target.dropFirst().first?.isNumber == true, "\(indicator.name)")
        }
    }

    @Test(arguments: [
        ("困难职工帮扶资金（送温暖费）", "困难职工帮扶"), ("劳模活动管理费", "劳模活动管理"),
        ("保密设备购置费", "设备购置"), ("编外人员聘用经费", "编外人员聘用"),
        ("办公场所和文体设施区日常维护及运作费用", "场所维护及运作"), ("公安视频监控运维", "社会治安与综治"),
        ("乡镇敬老院养老床位补贴", "养老服务"),
    ])
    func `A project's name leads to its kind of work`(project: String, work: String) throws {
        #expect(try Self.library.get().works(for: project).first?.name == work)
    }

    @Test func `A name that speaks of no known work leads nowhere`() throws {
        #expect(try Self.library.get().works(for: "其他").isEmpty)
        #expect(try Self.library.get().works(for: "").isEmpty)
    }

    @Test func `Every word of a question must be found`() throws {
        let library = try Self.library.get()
        #expect(library.search("满意度 劳模").map(\.name) == ["劳模满意度"])
        #expect(library.search("救助 天气").isEmpty)
        #expect(library.search("  ").isEmpty)
    }

    private static let sample = """
        source: 样例
        mark: design
        kinds:
          - kind: 甲
            keywords: [甲事]
            indicators:
              - {name: 次数, level: 数量指标, target: "≥1次", formula: 登记次数, evidence: 登记簿}
        """

    @Test(arguments: [
        (
            "level: 数量指标", "level: 数量",
            "i.yaml 第7行 kinds[0].indicators[0].level：不认识“数量”。请改用："
                + "数量指标、质量指标、时效指标、成本指标、经济效益指标、社会效益指标、生态效益指标、可持续影响指标、服务对象满意度指标。"
        ),
        (
            ", evidence: 登记簿", "",
            "i.yaml 第7行 kinds[0].indicators[0]：缺少“evidence”。请补上“evidence”。"
        ),
        (
            "keywords: [甲事]", "keywords: []",
            "i.yaml 第5行 kinds[0].keywords：列表是空的。请至少填写一项。"
        ),
    ])
    func `A bad file is refused at its place`(good: String, bad: String, message: String) throws {
        let text = Self.sample.replacing(good, with: bad)
        let error = #expect(throws: PackError.self) {
            try IndicatorLibrary(reading: [PackText(file: "i.yaml", text: text)])
        }
        #expect(error?.message == message)
    }

    @Test func `The same work or indicator twice is refused`() throws {
        let twice = #expect(throws: PackError.self) {
            try IndicatorLibrary(
                reading: ["a.yaml", "b.yaml"].map { PackText(file: $0, text: Self.sample) })
        }
        #expect(twice?.message == "b.yaml 第4行 kinds[0]：工作类别“甲”已有定义。请换一个名称，或并入已有的类别。")
        let line = "      - {name: 次数, level: 数量指标, target: \"≥1次\", formula: 登记次数, evidence: 登记簿}"
        let again = #expect(throws: PackError.self) {
            try IndicatorLibrary(
                reading: [PackText(file: "a.yaml", text: Self.sample + "\n" + line)])
        }
        #expect(again?.message == "a.yaml 第8行 kinds[0].indicators[1]：指标“次数”在“甲”中重复。请删去一个。")
    }
}
