import Formulas
import Quantities
import Testing

@testable import Packs

struct MeasureVocabularyTests {
    @Test func `全部内置口径都能在内置台账上算且单位相符`() throws {
        let measures = try BuiltIn.measures()
        let vocabulary = try measures.vocabulary(of: BuiltIn.ledgers())
        #expect(vocabulary.measureNames.count == measures.measures.count)
        for measure in measures.measures {
            #expect(
                vocabulary.measure(named: measure.name)?.type == .number(measure.unit.unit),
                "\(measure.name)")
        }
    }

    @Test func `每个项目的口径都能算`() throws {
        let pack = try BuiltIn.measures()
        let projects = ["帮扶（送温暖）费", #"甲" or 项目 <> "乙"#, "a-b \"c\""]
        let vocabulary = try pack.vocabulary(of: BuiltIn.ledgers(), projects: projects)
        for project in projects {
            let name = MeasureTemplate.name("单项执行率", of: [project])
            let rate = try #require(vocabulary.measure(named: name))
            #expect(rate.type == .number(.one))
            #expect(rate.ledgers == ["支付", "支出预算"])
            let spent = try #require(
                vocabulary.measure(named: MeasureTemplate.name("单项支出决算", of: [project])))
            #expect(spent.ledgers == ["支付"])
        }
    }

    @Test func `两个参数的模板也能算`() throws {
        let pack = try BuiltIn.measures()
        var vocabulary = try pack.vocabulary(of: BuiltIn.ledgers())
        let values = ["帮扶", "季度生活救助"]
        let made = try pack.templates.filter { $0.parameters.count == 2 }.map {
            try $0.measure(of: values)
        }
        try vocabulary.define(made.map(\.definition))
        for measure in made {
            #expect(vocabulary.measure(named: measure.name)?.type == .number(measure.unit.unit))
        }
        #expect(made.count == 8)
    }

    @Test func `没有登记编制数时在职人员控制率是缺数而不是零`() throws {
        // `max` over no rows is missing, where `sum` over a ledger that is kept would be 0.
        let pack = try BuiltIn.measures()
        for name in ["编制数", "在编在职人数", "编外人数", "编外名额", "离退休人数"] {
            #expect(try #require(pack.measure(named: name)).formula.hasPrefix("max("))
        }
    }
}
