import Formulas
import Performance
import Quantities
import Testing

@testable import Office

@Suite("隶属关系")
struct AffiliationTests {
    private func refusal(_ body: () throws -> Void) -> String? {
        do {
            try body()
            return nil
        } catch {
            return (error as? any MessageError)?.message
        }
    }

    @Test func `只有单位自己的负责人和财政局绩效科能登记`() throws {
        let fixture = try CycleFixture()
        let desk = fixture.desk
        let at = fixture.at("2021-01-05")
        for person in [fixture.office, fixture.finance, fixture.liaison, fixture.committee] {
            let message = refusal {
                try desk.affiliate(to: "440118", reason: "三定规定", by: person, at: at)
            }
            #expect(
                message?.hasPrefix("“登记隶属关系”由部门负责人、财政局绩效科办理，您的岗位是") == true,
                "\(person.account)")
        }
        // 别的单位的负责人在本单位没有岗位。
        let stranger = Performer("waidanwei", as: .departmentHead)
        #expect(
            refusal { try desk.affiliate(to: "440118", reason: "抢", by: stranger, at: at) } != nil)
        for person in [fixture.head, fixture.section] {
            let affiliation = try desk.affiliate(
                to: "440118", reason: "三定规定", by: person, at: at)
            #expect(affiliation.registeredBy == person.account)
        }
    }

    @Test func `不成环，不同时隶属两家，划出以后不再汇总`() throws {
        let fixture = try DepartmentFixture()
        defer { fixture.remove() }
        try fixture.addExample()
        #expect(
            refusal { _ = try fixture.department() }
                == "没有单位登记为 440100-ZGH 的所属单位，没有可汇总的。"
                + "请由所属单位用 jixiao units join 登记隶属关系。")
        try fixture.join()
        #expect(
            refusal { try fixture.join(DepartmentFixture.head, to: DepartmentFixture.unit) }
                == "440100-WHG 就是 440100-ZGH 自己或它的所属单位，不能作为它的主管单位。请核对单位代码。")
        #expect(
            refusal { try fixture.join(to: "440100-YY") }
                == "440100-WHG 已经隶属于 440100-ZGH。请先登记划出，再登记新的主管单位。")
        #expect(
            refusal { try fixture.join(without: ["支出"]) }?
                .hasPrefix("没有名为“支出”的台账。") == true)
        try fixture.cycle(DepartmentFixture.unit).separate(
            from: DepartmentFixture.head, on: #require(Day(iso: "2021-07-01")), reason: "改革划出",
            by: Performer("zhuren", as: .departmentHead), at: CycleFixture.at("2021-07-01"))
        #expect(try fixture.department(through: "2021-06-30").department?.units.count == 2)
        #expect(refusal { _ = try fixture.department(through: "2021-07-01") } != nil)
    }
}
