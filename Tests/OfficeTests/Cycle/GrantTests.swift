import Formulas
import Performance
import Quantities
import Storage
import Testing

@testable import Office

struct GrantTests {
    private func day(_ iso: String) throws -> Day { try #require(Day(iso: iso)) }

    @Test(arguments: CycleBackend.available)
    func `授权要第二人确认，确认前不生效`(backend: CycleBackend) throws {
        let fixture = try CycleFixture(backend)
        let desk = fixture.desk
        let at = fixture.at("2021-01-04")
        let grant = try desk.grant(.audit, to: "shenji", by: fixture.administrator, at: at)
        #expect(grant.status == .awaiting)
        #expect(try desk.directory().roles(of: "shenji", on: day("2021-01-05")).isEmpty)
        let own = #expect(throws: GrantRefusal.self) {
            try desk.confirmGrant(
                .audit, of: "shenji",
                by: Performer(fixture.administrator, as: .systemAdmin), at: at)
        }
        #expect(
            own?.message
                == "授权须由第二人确认，guanli 是授权人或被授权人本人。请由另一个人确认；只有一个人的单位请设为一人岗。")
        let confirmed = try desk.confirmGrant(.audit, of: "shenji", by: fixture.head, at: at)
        #expect(confirmed.confirmedBy == "fuzeren")
        #expect(try desk.directory().roles(of: "shenji", on: day("2021-01-05")) == [.audit])
        // 不需要第二人的立即生效。
        let office = try desk.grant(.businessOffice, to: "yewu2", by: fixture.administrator, at: at)
        #expect(office.status == .active)
        try desk.revoke(.audit, from: "shenji", reason: "审计结束", by: "guanli", at: at)
        #expect(try desk.directory().roles(of: "shenji", on: day("2021-01-05")).isEmpty)
    }

    @Test func `一人岗不等第二人`() throws {
        let fixture = try CycleFixture(hasPeople: false)
        let desk = CycleDesk(fixture.desk.workplace, fixture.desk.book, isOnePersonOffice: true)
        let at = fixture.at("2021-01-04")
        try desk.appointAdministrator("guanli", at: at)
        let grant = try desk.grant(.departmentHead, to: "fuzeren", by: "guanli", at: at)
        #expect(grant.status == .active)
        #expect(grant.confirmedBy == nil)
    }

    /// Each row: the role, the account, who grants, through when, what the refusal says.
    @Test(arguments: [
        (
            Role.financeOffice, "guanli", "guanli2", nil,
            "系统管理员不兼业务岗位：guanli 不能同时担任。请换一个账号，或先撤销其原来的岗位。"
        ),
        (.systemAdmin, "caiwu", "guanli", nil, "系统管理员不兼业务岗位：caiwu 不能同时担任。请换一个账号，或先撤销其原来的岗位。"),
        (.financeOffice, "guanli", "guanli", nil, "guanli 不能给自己授权。请由另一位系统管理员办理。"),
        (.public, "minzhong", "guanli", nil, "“公众”不用授权，人人都有。"),
        (.thirdParty, "pinggu", "guanli", nil, "“第三方机构”的授权须写明有效期。请填写最后一天。"),
        (.thirdParty, "pinggu", "guanli", "2020-01-01", "最后一天2020年1月1日早于第一天2021年1月4日。请核对日期。"),
        (.audit, "有 空格", "guanli", nil, "账号“有 空格”无效：应为1至60个字，不含空格和“|”，不能是“系统”。"),
        (.audit, "系统", "guanli", nil, "账号“系统”无效：应为1至60个字，不含空格和“|”，不能是“系统”。"),
    ])
    func `不该授的权被拒绝`(
        role: Role, account: String, granter: String, through: String?, message: String
    ) throws {
        let fixture = try CycleFixture()
        let refused = #expect(throws: GrantRefusal.self) {
            try fixture.desk.grant(
                role, to: account, through: through.flatMap { Day(iso: $0) }, by: granter,
                at: fixture.at("2021-01-04"))
        }
        #expect(refused?.message == message)
    }

    @Test func `只有系统管理员能授权，第二位首任管理员不设`() throws {
        let fixture = try CycleFixture()
        let notAdmin = #expect(throws: WorkflowRefusal.self) {
            try fixture.desk.grant(.audit, to: "a", by: "fuzeren", at: fixture.at("2021-01-04"))
        }
        #expect(
            notAdmin?.message
                == "账号 fuzeren 在2021年1月4日没有“系统管理员”岗位。请先由系统管理员授权，或改用有该岗位的账号。")
        let second = #expect(throws: GrantRefusal.self) {
            try fixture.desk.appointAdministrator("another", at: fixture.at("2021-01-04"))
        }
        #expect(second?.message == "已有系统管理员 guanli。请由其授权。")
    }

    @Test func `提供过咨询的第三方须回避，撤不掉`() throws {
        let fixture = try CycleFixture()
        let at = fixture.at("2021-01-04")
        try fixture.desk.recuse("pinggu", reason: "曾为本部门编制绩效目标", by: "guanli", at: at)
        for action in 0..<2 {
            let refused = #expect(throws: GrantRefusal.self) {
                if action == 0 {
                    try fixture.desk.grant(
                        .thirdParty, to: "pinggu", through: Day(iso: "2021-12-31"),
                        by: "guanli", at: at)
                } else {
                    try fixture.desk.revoke(
                        .thirdParty, from: "pinggu", reason: "不需要了", by: "guanli", at: at)
                }
            }
            #expect(refused?.message == "pinggu 曾为本部门提供咨询，须回避，不能授予复核岗位。请换一个账号。")
        }
    }

    @Test func `委托须由本人或负责人登记，受托人须有岗位`() throws {
        let fixture = try CycleFixture()
        let (desk, at) = (fixture.desk, fixture.at("2021-01-04"))
        let (first, last) = (try day("2021-01-04"), try day("2021-01-08"))
        func refusal(
            _ principal: String, _ delegate: String, _ performer: Performer, _ last: Day
        ) -> String? {
            do {
                try desk.delegate(
                    .financeOffice, of: principal, to: delegate, from: first, through: last,
                    reason: "出差", by: performer, at: at)
                return nil
            } catch { return (error as? any MessageError)?.message }
        }
        #expect(refusal("caiwu", "daiban", fixture.finance, last) == nil)
        #expect(refusal("caiwu", "daiban", fixture.head, last) == nil)
        #expect(
            refusal("caiwu", "daiban", fixture.office, last)
                == "yewu 不能登记这项委托。请由委托人本人，或由部门负责人、财政局绩效科登记。")
        #expect(
            refusal("caiwu", "luren", fixture.finance, last)
                == "luren 没有任何业务岗位，不能受托。请先授予一个岗位，或委托给其他人。")
        #expect(
            refusal("caiwu", "guanli", fixture.finance, last)
                == "guanli 没有任何业务岗位，不能受托。请先授予一个岗位，或委托给其他人。")
        #expect(
            refusal("yewu", "daiban", fixture.head, last)
                == "yewu 没有“部门财务”岗位，不能委托。请核对账号和岗位。")
        #expect(
            refusal("caiwu", "caiwu", fixture.finance, last) == "caiwu 不能委托给自己。请写明另一个账号。")
        #expect(
            refusal("caiwu", "daiban", fixture.finance, try day("2021-01-01"))
                == "最后一天2021年1月1日早于第一天2021年1月4日。请核对日期。")
    }

    @Test func `财政局的岗位在局里授予一次，对各部门都有效`() throws {
        let fixture = try CycleFixture()
        let workplace = fixture.desk.workplace
        let at = fixture.at("2021-01-04")
        let bureau = try workplace.openBook(
            BookID(unitCode: "440118-CZ", year: CycleFixture.year), unitName: "示例区财政局",
            actor: "安装", at: at)
        let own = CycleDesk(workplace, bureau.id, isOnePersonOffice: true)
        try own.appointAdministrator("juguanli", at: at)
        try own.grant(.performanceSection, to: "jukeyuan", by: "juguanli", at: at)
        try own.grant(.departmentHead, to: "juzhang", by: "juguanli", at: at)
        let desk = CycleDesk(workplace, fixture.desk.book, bureau: "440118-CZ")
        let directory = try desk.directory()
        #expect(directory.roles(of: "jukeyuan", on: try day("2021-01-05")) == [.performanceSection])
        // 局长不是部门的负责人。
        #expect(directory.roles(of: "juzhang", on: try day("2021-01-05")).isEmpty)
        #expect(try fixture.desk.directory().roles(of: "jukeyuan", on: day("2021-01-05")).isEmpty)
    }
}
