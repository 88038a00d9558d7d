import Performance
import Quantities
import Testing

@testable import Packs

/// Single steps: who may, what is missing, what follows; each refusal word by word.
struct WorkflowNextTests {
    private let cast: Cast
    private let day: Day
    private let standIn = Cast.standIn(for: "departmentHead")

    init() throws {
        cast = try Cast()
        day = try #require(Cast.firstDay)
    }

    /// Takes steps one after the other, each by an account named after its role.
    private func walk(_ kind: MatterKind, _ steps: (String, Role?)...) throws -> MatterHistory {
        var history = cast.workflow.history(of: Matter(kind), steps: [])
        for (event, role) in steps {
            let performer = role.map { Performer($0.rawValue, as: $0) } ?? .system
            let step = try cast.workflow.next(
                after: history, event,
                cast.context(performer, on: day, dueDay: day.adding(days: 30)))
            history = cast.workflow.history(history, adding: step)
        }
        return history
    }

    private func refusal(
        _ history: MatterHistory, _ event: String, _ performer: Performer,
        _ change: (inout WorkflowContext) -> Void = { _ in }
    ) -> WorkflowRefusal? {
        var context = cast.context(performer, on: day)
        change(&context)
        do throws(WorkflowRefusal) {
            _ = try cast.workflow.next(after: history, event, context)
            return nil
        } catch { return error }
    }

    private var declared: MatterHistory {
        get throws {
            try walk(.goal, ("create", .businessOffice), ("submitInternally", .businessOffice))
        }
    }

    private var underReview: MatterHistory {
        get throws {
            try walk(
                .goal, ("create", .businessOffice), ("submitInternally", .businessOffice),
                ("headApprove", .departmentHead), ("submit", .financeOffice),
                ("startReview", .budgetLiaison))
        }
    }

    // MARK: - Refusals

    @Test func `不在这个状态的动作被拒绝，说明现在能办什么`() throws {
        let refused = refusal(
            try declared, "lock", Performer("performanceSection", as: .performanceSection))
        #expect(refused?.message == "“内部送审”状态下不能“锁定”。现在可以办理：内部退回、审签。")
    }

    @Test func `没有这个岗位的权的被拒绝，说明由谁办`() throws {
        let wrongRole = refusal(
            try declared, "headApprove", Performer("financeOffice", as: .financeOffice))
        #expect(wrongRole?.message == "“审签”由部门负责人办理，您的岗位是部门财务。请转交有权办理的人。")
        let notHeld = refusal(
            try declared, "headApprove", Performer("financeOffice", as: .departmentHead))
        #expect(
            notHeld?.message
                == "账号 financeOffice 在2021年3月1日没有“部门负责人”岗位。请先由系统管理员授权，或改用有该岗位的账号。")
    }

    @Test func `填报过的人不能审批同一事项`() throws {
        // The head is also an office of his own and edited the form.
        let refused = refusal(
            try declared, "headApprove", Performer("departmentHead", as: .departmentHead)
        ) { $0.editors = ["departmentHead"] }
        #expect(
            refused?.message
                == "departmentHead 填报或修改过本事项，不能再“审签”。请由没有参与填报的人办理，或委托他人。")
    }

    @Test func `受托人填报过的也不能代为审批，委托人填报过的同样`() throws {
        let absent = try cast.absent
        for editor in [standIn, "departmentHead"] {
            var context = absent.context(
                Performer(standIn, as: .departmentHead, onBehalfOf: "departmentHead"), on: day)
            context.editors = [editor]
            #expect(throws: WorkflowRefusal.ownWork(action: "审签", account: editor)) {
                try absent.workflow.next(after: declared, "headApprove", context)
            }
        }
    }

    @Test func `没有委托的不能代办`() throws {
        let refused = refusal(
            try declared, "headApprove",
            Performer(standIn, as: .departmentHead, onBehalfOf: "departmentHead"))
        #expect(
            refused?.message
                == "departmentHead 没有在2021年3月1日把“部门负责人”的事项委托给 代departmentHead。请先登记委托，写明期限。")
    }

    @Test func `检查没有做过的和没有通过的是两回事`() throws {
        let draft = try walk(.goal, ("create", .businessOffice))
        let author = Performer("businessOffice", as: .businessOffice)
        let notLooked = refusal(draft, "submitInternally", author) { $0.facts.findings = nil }
        #expect(notLooked?.message == "还不能“送审”：尚未核对“绩效目标还有必须改正的问题”。请先核对再办理。")
        let failed = refusal(draft, "submitInternally", author) {
            $0.facts.findings = [
                Finding("TQ-001", .blocking, "缺少时效指标。"), Finding("TQ-030", .answered, "指标偏少。"),
                Finding("CC-001", .blocking, "与目标无关。"),
            ]
        }
        #expect(
            failed?.message
                == "还不能“送审”：绩效目标还有必须改正的问题（TQ-001：缺少时效指标）。请按提示逐条改正后再送审。")
    }

    @Test func `有疑点而没有说明的不能通过核对，说明了就可以`() throws {
        let checking = try walk(
            .evaluation, ("announce", .performanceSection), ("open", .performanceSection),
            ("runChecks", .financeOffice))
        let finding = Finding("CC-052", .answered, "三公经费比上年增长。")
        let open = refusal(checking, "passChecks", .system) { $0.facts.findings = [finding] }
        #expect(open?.message.hasPrefix("还不能“核对通过”：勾稽核对还有没有说明的疑点") == true)
        let answered = refusal(checking, "passChecks", .system) {
            $0.facts.findings = [finding]
            $0.facts.answered = ["CC-052"]
        }
        #expect(answered == nil)
        // 通过了的不能再判为不通过。
        let failing = refusal(checking, "failChecks", .system)
        #expect(failing?.message == "还不能“核对不通过”：勾稽核对已经通过。请直接进入内部审核。")
    }

    @Test func `理由、佐证和期限缺一不可`() throws {
        let locked = try walk(
            .goal, ("create", .businessOffice), ("submitInternally", .businessOffice),
            ("headApprove", .departmentHead), ("submit", .financeOffice),
            ("startReview", .budgetLiaison), ("accept", .performanceSection),
            ("budgetApproved", nil), ("lock", .performanceSection),
            ("requestAdjust", .financeOffice))
        let liaison = Performer("budgetLiaison", as: .budgetLiaison)
        #expect(
            refusal(locked, "approveAdjust", liaison) { $0.reason = " \n" }?.message
                == "“批准调整”要写明理由。请填写理由后再办理。")
        #expect(
            refusal(locked, "approveAdjust", liaison) { $0.evidence = [] }?.message
                == "“批准调整”要附佐证材料。请至少上传一份后再办理。")
        let issued = try walk(.rectification, ("issue", .performanceSection))
        #expect(
            refusal(issued, "accept", Performer("financeOffice", as: .financeOffice))?.message
                == "“认领”要写明完成期限。请填写日期后再办理。")
    }

    @Test func `系统的动作人不能办，人的动作系统不能办`() throws {
        let accepted = try walk(
            .goal, ("create", .businessOffice), ("submitInternally", .businessOffice),
            ("headApprove", .departmentHead), ("submit", .financeOffice),
            ("startReview", .budgetLiaison), ("accept", .performanceSection))
        #expect(
            refusal(
                accepted, "budgetApproved",
                Performer("performanceSection", as: .performanceSection))?.message
                == "“随预算批准”由系统在条件齐备时自动办理，不用人工操作。")
        #expect(
            refusal(try declared, "headApprove", .system)?.message
                == "“审签”由部门负责人办理，您的岗位是系统。请转交有权办理的人。")
    }

    @Test func `回避的第三方不能复核`() throws {
        let submitted = try walk(
            .evaluation, ("announce", .performanceSection), ("open", .performanceSection),
            ("runChecks", .financeOffice), ("passChecks", nil), ("sign", .departmentHead),
            ("submit", .financeOffice))
        let adviser = Performer("thirdParty", as: .thirdParty)
        #expect(refusal(submitted, "startReview", adviser) == nil)
        let refused = refusal(submitted, "startReview", adviser) {
            $0.directory = RoleDirectory(
                grants: $0.directory.grants + [
                    RoleGrant(
                        account: "thirdParty", role: .thirdParty, unitCode: "440118-01",
                        grantedBy: "管理员", validFrom: day, status: .recused)
                ])
        }
        #expect(
            refused?.message == "账号 thirdParty 曾为本部门提供咨询，须回避，不能复核本部门的事项。请由其他人办理。")
    }

    // MARK: - What follows

    @Test func `退回限五个工作日，重报版本加一`() throws {
        let returned = cast.workflow.history(
            try underReview,
            adding: try cast.workflow.next(
                after: underReview, "return",
                cast.context(Performer("budgetLiaison", as: .budgetLiaison), on: day)))
        // 2021-03-01 is a Monday.
        #expect(returned.dueDay?.iso == "2021-03-08")
        #expect(returned.version == 1)
        let reopened = try cast.workflow.next(
            after: returned, "reopen",
            cast.context(Performer("financeOffice", as: .financeOffice), on: day))
        #expect(reopened.version == 2)
        #expect(reopened.to == "draft")
        #expect(reopened.dueDay?.iso == "2021-03-08")
    }

    @Test func `会签要两个科室的两个人`() throws {
        let adjusting = try walk(
            .goal, ("create", .businessOffice), ("submitInternally", .businessOffice),
            ("headApprove", .departmentHead), ("submit", .financeOffice),
            ("startReview", .budgetLiaison), ("accept", .performanceSection),
            ("budgetApproved", nil), ("lock", .performanceSection),
            ("requestAdjust", .financeOffice))
        let section = Performer("performanceSection", as: .performanceSection)
        let first = try cast.workflow.next(
            after: adjusting, "approveAdjust", cast.context(section, on: day))
        #expect(first.to == "adjusting")
        #expect(first.notes == [.partial])
        let half = cast.workflow.history(adjusting, adding: first)
        #expect(
            refusal(half, "approveAdjust", section)?.message
                == "“财政局绩效科”已经为“批准调整”会签，还等：财政局业务科。")
        let second = try cast.workflow.next(
            after: half, "approveAdjust",
            cast.context(Performer("budgetLiaison", as: .budgetLiaison), on: day))
        #expect(second.to == "adjusted")
        #expect(second.notes.isEmpty)
        #expect(second.version == 2)
        // One person with both roles is still one person.
        let refused = refusal(
            half, "approveAdjust", Performer("performanceSection", as: .budgetLiaison)
        ) {
            $0.directory = RoleDirectory(
                grants: $0.directory.grants + [
                    Cast.grant(.budgetLiaison, to: "performanceSection", from: day)
                ])
        }
        #expect(
            refused?.message == "performanceSection 已经为“批准调整”会签，会签须由不同的人办理。请由另一人会签。")
    }

    @Test func `最多退回两次`() throws {
        var history = try walk(
            .evaluation, ("announce", .performanceSection), ("open", .performanceSection),
            ("runChecks", .financeOffice), ("passChecks", nil), ("sign", .departmentHead),
            ("submit", .financeOffice), ("startReview", .performanceSection))
        let section = Performer("performanceSection", as: .performanceSection)
        for _ in 0..<2 {
            for (event, performer) in [
                ("return", section), ("reopen", Performer("financeOffice", as: .financeOffice)),
                ("runChecks", Performer("financeOffice", as: .financeOffice)),
                ("passChecks", .system), ("sign", Performer("departmentHead", as: .departmentHead)),
                ("submit", Performer("financeOffice", as: .financeOffice)),
                ("startReview", section),
            ] {
                history = cast.workflow.history(
                    history,
                    adding: try cast.workflow.next(
                        after: history, event, cast.context(performer, on: day)))
            }
        }
        #expect(history.version == 3)
        #expect(
            refusal(history, "return", section)?.message
                == "还不能“退回修改”：已经退回过两次。请直接给出复核结论，不再退回。")
        #expect(refusal(history, "finishReview", section) == nil)
    }

    /// 流程 §5: 五个工作日内可异议一次；期满或无异议才能确认。
    @Test(arguments: [
        (5, true, false),  // 2021-03-06 is a Saturday: still inside.
        (7, true, false), (8, false, true),
    ])
    func `异议期的两边`(naturalDays: Int, mayObject: Bool, mayConfirm: Bool) throws {
        let reviewed = try walk(
            .evaluation, ("announce", .performanceSection), ("open", .performanceSection),
            ("runChecks", .financeOffice), ("passChecks", nil), ("sign", .departmentHead),
            ("submit", .financeOffice), ("startReview", .performanceSection),
            ("finishReview", .performanceSection))
        let later = try #require(day.adding(days: naturalDays))
        let head = Performer("departmentHead", as: .departmentHead)
        let section = Performer("performanceSection", as: .performanceSection)
        #expect((refusal(reviewed, "object", head) { $0.day = later } == nil) == mayObject)
        #expect((refusal(reviewed, "confirm", section) { $0.day = later } == nil) == mayConfirm)
        let agreed = cast.workflow.history(
            reviewed,
            adding: try cast.workflow.next(
                after: reviewed, "acceptResult", cast.context(head, on: day)))
        #expect(refusal(agreed, "confirm", section) == nil)
    }

    /// 流程 §6: 下达五个工作日未认领、逾期超过十五日的升级督办；延期一次，最多三十日。
    @Test func `整改的期限`() throws {
        let issued = try walk(.rectification, ("issue", .performanceSection))
        for (days, escalates) in [(7, false), (8, true)] {
            let later = try #require(day.adding(days: days))
            let refused = refusal(issued, "escalate", .system) { $0.day = later }
            #expect((refused == nil) == escalates, "\(days)")
        }
        let accepted = try walk(
            .rectification, ("issue", .performanceSection), ("accept", .businessOffice))
        let due = try #require(accepted.dueDay)
        for (days, escalates) in [(15, false), (16, true)] {
            let later = try #require(due.adding(days: days))
            let refused = refusal(accepted, "escalate", .system) { $0.day = later }
            #expect((refused == nil) == escalates, "\(days)")
        }
        let section = Performer("performanceSection", as: .performanceSection)
        for (days, extends) in [(0, false), (1, true), (30, true), (31, false)] {
            let refused = refusal(accepted, "extend", section) {
                $0.dueDay = due.adding(days: days)
            }
            #expect((refused == nil) == extends, "\(days)")
        }
    }

    @Test func `逾期报送的注明逾期`() throws {
        let signed = try walk(
            .evaluation, ("announce", .performanceSection), ("open", .performanceSection),
            ("runChecks", .financeOffice), ("passChecks", nil), ("sign", .departmentHead))
        let due = try #require(signed.dueDay)
        for (days, notes) in [(0, []), (1, [WorkflowStep.Note.late])] {
            let step = try cast.workflow.next(
                after: signed, "submit",
                cast.context(
                    Performer("financeOffice", as: .financeOffice),
                    on: try #require(due.adding(days: days))))
            #expect(step.notes == notes)
        }
    }

    @Test func `一人岗的签字都注明`() throws {
        var cast = cast
        let grants = cast.directory.grants.map { grant in
            RoleGrant(
                account: grant.account, role: grant.role, unitCode: grant.unitCode,
                grantedBy: grant.grantedBy, validFrom: grant.validFrom)
        }
        cast.directory = RoleDirectory(grants: grants)
        let step = try cast.workflow.next(
            after: declared, "headApprove",
            cast.context(Performer("departmentHead", as: .departmentHead), on: day))
        #expect(step.notes == [.onePersonOffice])
    }

    // MARK: - Taking back, sending back

    @Test func `对方签收前可以撤回，签收后不能`() throws {
        let author = Performer("businessOffice", as: .businessOffice)
        let back = try cast.workflow.next(
            after: declared, "takeBack", cast.context(author, on: day))
        #expect(back.from == "submittedInternally")
        #expect(back.to == "draft")
        let undone = cast.workflow.history(try declared, adding: back)
        #expect(undone.state == "draft")
        #expect(undone.steps.count == 3)
        #expect(undone.effective.count == 1)

        let head = Performer("departmentHead", as: .departmentHead)
        let received = cast.workflow.history(
            try declared,
            adding: try cast.workflow.next(
                after: declared, "receive", cast.context(head, on: day)))
        #expect(received.state == "submittedInternally")
        #expect(
            refusal(received, "takeBack", author)?.message
                == "对方（departmentHead）已经签收，不能撤回。请联系对方退回。")
        #expect(
            refusal(try declared, "takeBack", head)?.message
                == "上一步由 businessOffice 办理，只有其本人可以撤回。")
    }

    @Test func `系统办的、已定的和建立的不能撤回`() throws {
        let section = Performer("performanceSection", as: .performanceSection)
        let locked = try walk(
            .goal, ("create", .businessOffice), ("submitInternally", .businessOffice),
            ("headApprove", .departmentHead), ("submit", .financeOffice),
            ("startReview", .budgetLiaison), ("accept", .performanceSection),
            ("budgetApproved", nil), ("lock", .performanceSection))
        #expect(
            refusal(locked, "takeBack", section)?.message
                == "事项已到“已锁定”，不能撤回。确需更改的，请按该状态的办法办理。")
        let passed = try walk(
            .evaluation, ("announce", .performanceSection), ("open", .performanceSection),
            ("runChecks", .financeOffice), ("passChecks", nil))
        #expect(
            refusal(passed, "takeBack", Performer("financeOffice", as: .financeOffice))?.message
                == "上一步由系统自动办理，不能撤回。")
        let draft = try walk(.goal, ("create", .businessOffice))
        #expect(
            refusal(draft, "takeBack", Performer("businessOffice", as: .businessOffice))?.message
                == "还没有可以撤回的步骤。")
    }

    @Test func `可以退回到这一轮走过的任一步，须有理由`() throws {
        let section = Performer("performanceSection", as: .performanceSection)
        for (target, version) in [
            ("draft", 2), ("submittedInternally", 1), ("approvedByHead", 1), ("submitted", 1),
        ] {
            var context = cast.context(section, on: day)
            context.target = target
            let step = try cast.workflow.next(after: underReview, "sendBack", context)
            #expect(step.to == target)
            #expect(step.version == version, "\(target)")
        }
        #expect(
            refusal(try underReview, "sendBack", section) { $0.target = "locked" }?.message
                == "不能退回到“已锁定”。可以退回到：草拟、内部送审、负责人已审签、已报送。")
        #expect(
            refusal(try underReview, "sendBack", section) {
                $0.target = "draft"
                $0.reason = nil
            }?.message == "“退回”要写明理由。请填写理由后再办理。")
        // 填报的人不能把事项“退回”到审核人手里。
        let draft = try walk(.goal, ("create", .businessOffice))
        let author = refusal(draft, "sendBack", Performer("businessOffice", as: .businessOffice)) {
            $0.target = "underReview"
        }
        #expect(author?.message == "“退回”由系统办理，您的岗位是部门业务科室。请转交有权办理的人。")
    }
}
