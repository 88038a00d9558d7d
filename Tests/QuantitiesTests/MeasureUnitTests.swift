import Testing

@testable import Quantities

struct MeasureUnitTests {
    @Test func `单位相乘相除`() {
        let person = MeasureUnit("人")
        #expect((MeasureUnit.yuan / person).description == "元/人")
        #expect(((MeasureUnit.yuan / person) * person).isMoney)
        #expect((person / person).isDimensionless)
        #expect((person * person).description == "人^2")
        #expect((MeasureUnit.one / person).description == "1/人")
        #expect((person * MeasureUnit.yuan).description == "人·元")
        #expect(MeasureUnit.one.description == "")
        #expect(person != MeasureUnit("人次"))
    }

    @Test func `每个单位都按最长的写法找到`() throws {
        #expect(Set(UnitSymbol.all.map(\.text)).count == UnitSymbol.all.count)
        for symbol in UnitSymbol.all {
            #expect(UnitSymbol.named(symbol.text) == symbol)
            let bytes = Array("5\(symbol.text)，".utf8)
            let found = bytes.withUnsafeBufferPointer { UnitSymbol.longest(in: $0, at: 1) }
            #expect(found?.symbol == symbol)
            #expect(found?.count == symbol.text.utf8.count)
            let slow = UnitSymbol.all.first { "5\(symbol.text)，".dropFirst().hasPrefix($0.text) }
            #expect(found?.symbol == slow)
        }
    }

    @Test(arguments: ["", "吨", "，", "a", "\u{FF}"])
    func `没有的单位找不到`(text: String) {
        #expect(UnitSymbol.named(text) == nil)
        let found = Array(text.utf8).withUnsafeBufferPointer { UnitSymbol.longest(in: $0, at: 0) }
        #expect(found == nil)
    }

    @Test func `份额单位的大小`() {
        let factors = [
            UnitSymbol.percent, .perMille, .perTenThousand, .percentagePoint, .tenth,
        ].map(\.factor.description)
        #expect(factors == ["1/100", "1/1000", "1/10000", "1/100", "1/10"])
        #expect(UnitSymbol.named("%") == .percent)
        #expect(UnitSymbol.named("‰") == .perMille)
    }

    @Test func `比率的分母为零时没有值`() {
        let ratio = Ratio(Fraction(1), of: Fraction(3))
        #expect(ratio.value?.description == "1/3")
        #expect(ratio.percent()?.text == "33.33")
        #expect(Ratio(Fraction(1), of: .zero).value == nil)
        #expect(Ratio(Fraction(1), of: .zero).percent() == nil)
    }
}
