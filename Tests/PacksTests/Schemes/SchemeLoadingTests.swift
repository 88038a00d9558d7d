import Formulas
import Foundation
import Performance
import Quantities
import Testing

@testable import Packs

struct SchemeLoadingTests {
    /// A whole small scheme; tests change one line of it.
    static let small = """
        scheme: small
        version: "1"
        name: 小方案
        fiscalYears: ["2021"]
        source: {text: 样例, evidence: design}
        grades: [{min: "60", name: 合格}, {min: "0", name: 不合格}]
        dimensions:
          - id: money
            name: 资金
            points: "100"
            indicators:
              - id: M1
                name: 支出率
                points: "60"
                rule: {kind: ratioCapped, numerator: 支出决算, denominator: 调整预算}
                fullText: 满分
                deductText: 扣分
                data: 决算
                source: {text: 样例, evidence: design}
              - id: M2
                name: 制度
                points: "40"
                rule: {kind: flag, item: {name: 有制度}}
                fullText: 满分
                deductText: 扣分
                data: 制度
                source: {text: 样例, evidence: design}
        """

    static func load(_ text: String) throws -> SchemePack {
        try SchemePack(
            reading: [PackText(file: "schemes/small.yaml", text: text)], SchemeSamples.vocabulary())
    }

    @Test func `小方案读得进来`() throws {
        let pack = try Self.load(Self.small)
        #expect(pack.schemes.map(\.id) == ["small"])
        #expect(pack.scheme("small")?.indicator("M1")?.valueName == "支出率")
        #expect(pack.scheme("small")?.notApplicablePolicy == .rebase)
        #expect(pack.scheme("无") == nil)
    }

    @Test(arguments: [
        (
            "points: \"60\"", "points: \"59\"",
            "schemes/small.yaml 第8行 dimensions[0]：“money”下级的分值合计为99，应为100。请调整分值，使两者相等。"
        ),
        (
            "points: \"100\"", "points: \"90\"",
            "schemes/small.yaml 第8行 dimensions[0]：“money”下级的分值合计为100，应为90。请调整分值，使两者相等。"
        ),
        (
            "id: M2", "id: M1",
            "schemes/small.yaml 第20行 dimensions[0].indicators[1].id：编号“M1”重复。请给每个维度和指标一个不同的编号。"
        ),
        (
            "kind: flag, item: {name: 有制度}", "kind: guess",
            "schemes/small.yaml 第23行 dimensions[0].indicators[1].rule.kind：不认识“guess”。"
                + "请改用：ratioCapped、stepDown、linearBand、eventDeduct、checklist、tiers、flag、"
                + "weightedCompletion、manual、composite。"
        ),
        (
            "numerator: 支出决算", "numerator: 支出决算 > 1元",
            "schemes/small.yaml 第15行 dimensions[0].indicators[0].rule.numerator："
                + "公式“支出决算 > 1元”得出的不是数。请改用得出数的公式。"
        ),
        (
            "denominator: 调整预算", "denominator: 编制数",
            "schemes/small.yaml 第15行 dimensions[0].indicators[0].rule.denominator："
                + "分子以元计，分母以人计，不能相除成比率。请让两者用同一种单位。"
        ),
        (
            "numerator: 支出决算, denominator: 调整预算", "value: 支出决算",
            "schemes/small.yaml 第15行 dimensions[0].indicators[0].rule.value：计分的值应是比率，这里以元计。请改用比率。"
        ),
        (
            "numerator: 支出决算, ", "",
            "schemes/small.yaml 第15行 dimensions[0].indicators[0].rule：要计分的值不明确。"
                + "请写numerator和denominator，或只写value。"
        ),
        (
            "numerator: 支出决算", "numerator: {question: 多少}",
            "schemes/small.yaml 第15行 dimensions[0].indicators[0].rule.numerator：数的来源不明确。"
                + "请写一个公式，或judged、derived、constant三者之一。"
        ),
        (
            "denominator: 调整预算}", "denominator: 调整预算, full: \"0\"}",
            "schemes/small.yaml 第15行 dimensions[0].indicators[0].rule.full：满分值应大于0。请改为大于0的数。"
        ),
        (
            "        data: 制度\n", "",
            "schemes/small.yaml 第20行 dimensions[0].indicators[1]：缺少“data”。请补上“data”。"
        ),
        (
            "name: 制度", "title: 制度",
            "schemes/small.yaml 第21行 dimensions[0].indicators[1].title：不认识的键“title”。"
                + "请改用：id、name、valueName、points、unit、rule、onUndefined、fullText、deductText、data、"
                + "source、veto、alerts、notApplicableUnlessStated、deadlines、note。"
        ),
        (
            "source: {text: 样例, evidence: design}\ngrades", "grades",
            "schemes/small.yaml 第1行：缺少“source”。请补上“source”。"
        ),
        (
            "{min: \"0\", name: 不合格}", "{min: \"1\", name: 不合格}",
            "schemes/small.yaml 第6行 grades：等次表不连续。请从高到低排列，最后一档的min为\"0\"，名称不重复。"
        ),
        (
            "evidence: design}\ngrades", "evidence: sure}\ngrades",
            "schemes/small.yaml 第5行 source.evidence：不认识“sure”。请改用：verified、recalled、practice、design。"
        ),
        (
            "    indicators:", "    indikatoren:",
            "schemes/small.yaml 第11行 dimensions[0].indikatoren：不认识的键“indikatoren”。"
                + "请改用：id、name、points、groups、indicators。"
        ),
        (
            "rule: {kind: flag", "onUndefined: full\n        rule: {kind: flag",
            "schemes/small.yaml 第23行 dimensions[0].indicators[1].onUndefined：“full”没有写理由。"
                + "请改为{always: …, reason: …}的写法。"
        ),
        (
            "rule: {kind: flag",
            "onUndefined: {always: full, bothZero: full, reason: 无}\n        rule: {kind: flag",
            "schemes/small.yaml 第23行 dimensions[0].indicators[1].onUndefined："
                + "always与bothZero、otherwise不能并用。请只留一种写法。"
        ),
        (
            "rule: {kind: flag", "veto: {name: 挪用, gradeCap: 中}\n        rule: {kind: flag",
            "schemes/small.yaml 第23行 dimensions[0].indicators[1].veto.gradeCap：等次表中没有“中”。请改用：合格、不合格。"
        ),
        (
            "kind: flag, item: {name: 有制度}", "kind: checklist, items: [{name: 甲, points: \"39\"}]",
            "schemes/small.yaml 第23行 dimensions[0].indicators[1].rule.items：各要点的分值合计为39，应为40。请调整分值，使两者相等。"
        ),
        (
            "kind: flag, item: {name: 有制度}",
            "kind: checklist, items: [{name: 甲, points: \"40\", unit: 天}]",
            "schemes/small.yaml 第23行 dimensions[0].indicators[1].rule.items[0]：unit与atMost应同时出现。"
                + "请填数的要点两者都写，答是否的要点都不写。"
        ),
        (
            "kind: flag, item: {name: 有制度}",
            "kind: composite, parts: [{name: 甲, points: \"1\", rule: {kind: manual}}]",
            "schemes/small.yaml 第23行 dimensions[0].indicators[1].rule.parts：各部分的分值合计为1，应为40。请调整分值，使两者相等。"
        ),
        (
            "kind: flag, item: {name: 有制度}",
            "kind: stepDown, value: {judged: 率, unit: \"%\"}, limit: \"1\", perPoint: \"0\", side: over, counting: ceil",
            "schemes/small.yaml 第23行 dimensions[0].indicators[1].rule.perPoint：每个百分点扣的分应大于0。请改为大于0的数。"
        ),
        (
            "kind: flag, item: {name: 有制度}",
            "kind: linearBand, value: {judged: 率, unit: \"%\"}, full: \"1\", zero: \"100%\"",
            "schemes/small.yaml 第23行 dimensions[0].indicators[1].rule.zero：满分值与零分值相同。请改为不同的两个数。"
        ),
        (
            "kind: flag, item: {name: 有制度}",
            "kind: tiers, value: {judged: 率, unit: \"%\"}, tiers: [{min: \"1\", ratio: \"2\"}]",
            "schemes/small.yaml 第23行 dimensions[0].indicators[1].rule.tiers：分档不合规则。请按min从高到低排列，ratio在0至1之间。"
        ),
        (
            "kind: flag, item: {name: 有制度}",
            "kind: ratioCapped, value: {meanOfCapped: [{actual: {judged: 率, unit: \"%\"}, target: \"0\"}]}",
            "schemes/small.yaml 第23行 dimensions[0].indicators[1].rule.value.meanOfCapped[0].target："
                + "序时进度应大于0。请改为大于0的数。"
        ),
    ])
    func `方案写错时说明在哪里怎么改`(from: String, to: String, message: String) throws {
        try #require(Self.small.contains(from), "\(from)")
        let changed = try #require(Self.small.range(of: from)).lowerBound
        let text =
            String(Self.small[..<changed])
            + to
            + String(Self.small[Self.small.index(changed, offsetBy: from.count)...])
        do {
            _ = try Self.load(text)
            Issue.record("读进来了")
        } catch let error as PackError {
            #expect(error.message == message)
        }
    }

    @Test func `没有的口径被指出`() throws {
        let text = Self.small.replacing("numerator: 支出决算", with: "numerator: 支出绝算")
        do {
            _ = try Self.load(text)
            Issue.record("读进来了")
        } catch let error as PackError {
            #expect(error.line == 15)
            #expect(error.path == "dimensions[0].indicators[0].rule.numerator")
            #expect(error.problem.hasPrefix("公式“支出绝算”不能用："))
            #expect(error.remedy == "改用口径包中的口径，或改正公式")
        }
    }

    @Test func `编号重复或没有内容的方案被拒绝`() throws {
        let file = PackText(file: "schemes/small.yaml", text: Self.small)
        #expect(throws: PackError.self) {
            try SchemePack(reading: [file, file], SchemeSamples.vocabulary())
        }
        let head = try String(
            Self.small[..<#require(Self.small.range(of: "dimensions:")).lowerBound])
        do {
            _ = try Self.load(head)
            Issue.record("读进来了")
        } catch let error as PackError {
            #expect(
                error.message
                    == "schemes/small.yaml 第1行：方案应有dimensions或parameters之一。"
                    + "请部门整体方案写dimensions，项目自评方案写parameters。")
        }
    }

    @Test func `内置方案三个都在`() throws {
        let pack = try SchemeSamples.pack.get()
        #expect(pack.schemes.map(\.id) == ["gz-seven-2021-reconstructed", "national-2013-default"])
        #expect(pack.projectSchemes.map(\.id) == ["project-self-evaluation-2020"])
    }

    @Test func `项目自评参数与通行规则一致且都有依据`() throws {
        let scheme = try #require(
            try SchemeSamples.pack.get().projectScheme("project-self-evaluation-2020"))
        let parameters = scheme.parameters
        func percent(_ value: Fraction) throws -> String { try value.percentText(decimals: 0) }
        #expect(
            [
                parameters.budgetWeight, parameters.outputWeight, parameters.benefitWeight,
                parameters.satisfactionWeight,
            ].map(\.shortText) == ["10", "50", "30", "10"])
        #expect(
            try [
                parameters.tierBounds.achieved, parameters.tierBounds.partly,
                parameters.overExplainThreshold, parameters.overCutSlope, parameters.overCutMax,
                parameters.redWarningLimit, parameters.yellowWarningLimit,
            ].map(percent) == ["80%", "60%", "30%", "50%", "20%", "5%", "20%"])
        #expect(parameters.graceDays == 90)
        #expect(parameters.leafDecimals == 2)
        #expect(parameters.equalRule == .asPositive)
        #expect(parameters.reverseRule == .linearExcess)
        #expect(parameters.noSatisfactionPolicy == .addToBenefit)
        #expect(parameters.zeroBudgetPolicy == .excludeProject)
        #expect(parameters.grades == .national)
        #expect(parameters.sources.count == 17)
        #expect(parameters.sources["overCutSlope"]?.evidence == .design)
        #expect(scheme.source.text == "财预〔2020〕10号《项目支出绩效评价管理办法》")
    }

    @Test(arguments: [
        (
            "budgetWeight:\n    value: \"10\"", "budgetWeight:\n    value: \"11\"", "参数超出允许范围"
        ),
        ("achievedBound:\n    value: \"80%\"", "achievedBound:\n    value: \"50%\"", "定性指标的分档不合规则"),
        ("graceDays:\n    value: \"90\"", "graceDays:\n    value: \"0\"", "“0”不在1至3660的整数之内"),
    ])
    func `参数写错时说明原因`(from: String, to: String, problem: String) throws {
        let text = try PackResources.text(of: "schemes/project-self-evaluation-2020.yaml")
        try #require(text.contains(from))
        do {
            _ = try Self.load(text.replacing(from, with: to))
            Issue.record("读进来了")
        } catch let error as PackError {
            #expect(error.problem == problem)
        }
    }
}
