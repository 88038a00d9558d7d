import Performance
import Testing

@testable import Packs

/// The whole matrix role × step × state and role × use case × state, denials included.
///
/// What is expected is written here by hand from the tables of the process (流程 §1, §3 to §8), and
/// everything that does not stand here must be denied.
struct AuthorisationMatrixTests {
    private static let workflow = Result { try WorkflowPack.builtIn().workflow }

    // MARK: - Steps

    private static let department: Set<Role> = [.businessOffice, .financeOffice, .departmentHead]
    private static let reviewer: Set<Role> = [.performanceSection, .thirdParty]

    /// Event, the states from which it leads ("" opens a matter), who takes it; `system` alone: [].
    private static let steps: [MatterKind: [(String, [String], Set<Role>)]] = [
        .goal: [
            ("create", [""], [.businessOffice]),
            ("submitInternally", ["draft"], [.businessOffice]),
            ("returnInternally", ["submittedInternally"], [.financeOffice, .departmentHead]),
            ("headApprove", ["submittedInternally"], [.departmentHead]),
            ("submit", ["approvedByHead"], [.financeOffice]),
            ("startReview", ["submitted"], [.budgetLiaison]),
            ("return", ["underReview"], [.budgetLiaison, .performanceSection]),
            ("reopen", ["returned"], department),
            ("accept", ["underReview"], [.performanceSection]),
            ("budgetApproved", ["accepted"], []),
            ("lock", ["approvedWithBudget"], [.performanceSection]),
            // 已调整的目标与已锁定的一样，可以再申请调整。
            ("requestAdjust", ["locked", "adjusted"], department),
            ("approveAdjust", ["adjusting"], [.budgetLiaison, .performanceSection]),
            ("rejectAdjust", ["adjusting"], [.budgetLiaison, .performanceSection]),
        ],
        .monitoring: [
            ("open", [""], [.performanceSection]),
            ("fill", ["opened"], [.businessOffice]),
            ("submit", ["filling"], [.departmentHead]),
            ("return", ["submitted"], [.budgetLiaison]),
            ("check", ["submitted"], [.budgetLiaison]),
            ("raiseIssue", ["checked"], [.performanceSection]),
            ("issueClosed", ["rectifying"], []),
            ("close", ["checked"], [.performanceSection]),
        ],
        .evaluation: [
            ("announce", [""], [.performanceSection]),
            ("open", ["notOpened"], [.performanceSection]),
            ("runChecks", ["drafting"], [.financeOffice]),
            ("passChecks", ["crossChecking"], []),
            ("failChecks", ["crossChecking"], []),
            ("returnInternally", ["internalReview"], [.departmentHead]),
            ("sign", ["internalReview"], [.departmentHead]),
            ("submit", ["signed"], [.financeOffice]),
            ("startReview", ["submitted"], reviewer),
            ("return", ["underReview"], reviewer),
            ("reopen", ["returned"], [.financeOffice]),
            ("finishReview", ["underReview"], reviewer),
            ("acceptResult", ["reviewed"], [.departmentHead]),
            ("object", ["reviewed"], [.departmentHead]),
            ("confirm", ["reviewed"], [.performanceSection]),
            ("publish", ["confirmed"], department.union([.performanceSection])),
            ("correct", ["published"], department.union([.performanceSection])),
            ("archive", ["published"], []),
        ],
        .rectification: [
            ("issue", [""], [.performanceSection, .fundsReview]),
            ("accept", ["issued", "escalated"], department),
            ("dispute", ["issued"], department),
            ("withdraw", ["issued"], [.performanceSection]),
            ("keep", ["issued"], [.performanceSection]),
            ("submit", ["accepted", "escalated"], department),
            ("closeOut", ["submitted"], [.performanceSection]),
            ("return", ["submitted"], [.performanceSection]),
            ("extend", ["accepted"], [.performanceSection]),
            ("escalate", ["issued", "accepted"], []),
        ],
        .bulletin: [
            ("plan", [""], [.performanceSection, .financeOffice]),
            ("freeze", ["planned"], [.performanceSection, .financeOffice]),
            ("compute", ["frozen"], [.performanceSection, .financeOffice]),
            ("compare", ["computed"], [.performanceSection, .financeOffice]),
            ("draft", ["compared"], [.performanceSection, .financeOffice]),
            ("approve", ["drafted"], [.performanceSection]),
            ("sign", ["drafted", "approved"], [.departmentHead]),
            ("issue", ["signed"], [.performanceSection, .financeOffice]),
            ("answer", ["issued"], department),
            ("close", ["issued"], [.performanceSection, .financeOffice]),
        ],
        .warning: [
            (
                "raise", [""],
                [.financeOffice, .fundsReview, .budgetLiaison, .performanceSection]
            ),
            (
                "assign", ["raised", "assigned", "escalated"],
                [.financeOffice, .departmentHead, .budgetLiaison, .performanceSection]
            ),
            ("dispose", ["assigned", "escalated"], [.businessOffice, .financeOffice]),
            (
                "return", ["disposed"], [.departmentHead, .budgetLiaison, .performanceSection]
            ),
            ("close", ["disposed"], [.departmentHead, .budgetLiaison, .performanceSection]),
            ("escalate", ["raised", "assigned"], []),
        ],
    ]

    /// Every state of each machine, with those in which nothing is left to do.
    private static let states: [MatterKind: (all: [String], final: Set<String>)] = [
        .goal: (
            [
                "draft", "submittedInternally", "approvedByHead", "submitted", "underReview",
                "returned", "accepted", "approvedWithBudget", "locked", "adjusting", "adjusted",
            ], []
        ),
        .monitoring: (
            ["opened", "filling", "submitted", "checked", "rectifying", "closed"], ["closed"]
        ),
        .evaluation: (
            [
                "notOpened", "drafting", "crossChecking", "internalReview", "signed", "submitted",
                "underReview", "returned", "reviewed", "confirmed", "published", "archived",
            ], ["archived"]
        ),
        .rectification: (
            ["issued", "accepted", "submitted", "closed", "escalated", "withdrawn"],
            ["closed", "withdrawn"]
        ),
        .bulletin: (
            [
                "planned", "frozen", "computed", "compared", "drafted", "approved", "signed",
                "issued", "closed",
            ], ["closed"]
        ),
        .warning: (["raised", "assigned", "disposed", "escalated", "closed"], ["closed"]),
    ]

    @Test(arguments: MatterKind.allCases)
    func `状态与流程一致`(kind: MatterKind) throws {
        let machine = try Self.workflow.get().machine(kind)
        let expected = try #require(Self.states[kind])
        #expect(Set(machine.states.map(\.id)) == Set(expected.all))
        #expect(Set(machine.states.filter(\.isFinal).map(\.id)) == expected.final)
    }

    /// Role × event × state: each of the twelve roles, each event of the machine, each state.
    @Test(arguments: MatterKind.allCases)
    func `每个岗位在每个状态能办和不能办的动作`(kind: MatterKind) throws {
        let workflow = try Self.workflow.get()
        let expected = try #require(Self.steps[kind])
        let states = [""] + (try #require(Self.states[kind])).all
        let known = Set(workflow.machine(kind).transitions.map(\.event))
        #expect(known == Set(expected.map(\.0)), "每个动作都在表中")
        for event in known.sorted() {
            for state in states {
                for role in Role.allCases {
                    let allowed = expected.contains {
                        $0.0 == event && $0.1.contains(state) && $0.2.contains(role)
                    }
                    #expect(
                        workflow.allows(
                            role, event: event, kind, in: state.isEmpty ? nil : state)
                            == allowed, "\(kind) \(event) \(state) \(role)")
                }
            }
        }
    }

    @Test func `只有系统办理的动作人不能办`() throws {
        let workflow = try Self.workflow.get()
        for (kind, rows) in Self.steps {
            for (event, _, roles) in rows {
                let transitions = workflow.machine(kind).transitions.filter { $0.event == event }
                for transition in transitions {
                    #expect(transition.signatures.isEmpty == roles.isEmpty, "\(kind) \(event)")
                    if roles.isEmpty { #expect(transition.isAutomatic) }
                }
            }
        }
    }

    /// 调整须由两个科室会签，更正须由部门和财政局会签。
    @Test func `会签的动作`() throws {
        let workflow = try Self.workflow.get()
        let joint = workflow.machines.flatMap { machine in
            machine.transitions.filter { $0.signatures.count > 1 }
                .map { "\(machine.kind).\($0.event)" }
        }
        #expect(joint == ["goal.approveAdjust", "evaluation.correct"])
        let adjust = try #require(
            workflow.machine(.goal).transition("approveAdjust", from: "adjusting"))
        #expect(adjust.signatures == [[.budgetLiaison], [.performanceSection]])
        let correct = try #require(
            workflow.machine(.evaluation).transition("correct", from: "published"))
        #expect(correct.signatures.map(Set.init) == [Self.department, [.performanceSection]])
    }

    // MARK: - Use cases

    /// nil: in every state. Kinds that are absent: in none of their states.
    private typealias Right = (roles: Set<Role>, states: [MatterKind: Set<String>]?)

    private static func all(_ kind: MatterKind) -> Set<String> { Set(states[kind]?.all ?? []) }

    private static let handedInGoals: Set<String> = [
        "submitted", "underReview", "returned", "accepted", "approvedWithBudget", "locked",
        "adjusting", "adjusted",
    ]
    private static let handedInEvaluations: Set<String> = [
        "submitted", "underReview", "returned", "reviewed", "confirmed", "published", "archived",
    ]
    private static let approvedGoals: Set<String> = [
        "approvedWithBudget", "locked", "adjusting", "adjusted",
    ]

    private static let rights: [CycleUseCase: [Right]] = [
        .viewMatter: [
            (
                [
                    .businessOffice, .financeOffice, .departmentHead, .fundsReview, .supervisor,
                    .budgetLiaison, .performanceSection, .audit,
                ], nil
            ),
            (
                [.thirdParty],
                [
                    .goal: all(.goal), .monitoring: all(.monitoring),
                    .evaluation: handedInEvaluations, .rectification: all(.rectification),
                ]
            ),
            (
                [.peoplesCongress],
                [
                    .goal: approvedGoals, .evaluation: ["confirmed", "published", "archived"],
                    .bulletin: ["issued", "closed"],
                ]
            ),
        ],
        .viewPublished: [
            (
                Set(Role.allCases).subtracting([.systemAdmin]),
                [
                    .goal: ["locked", "adjusting", "adjusted"],
                    .evaluation: ["published", "archived"],
                ]
            )
        ],
        .viewEvidence: [
            ([.businessOffice, .financeOffice, .departmentHead, .fundsReview, .audit], nil),
            (
                [.supervisor, .budgetLiaison, .performanceSection],
                [
                    .goal: handedInGoals,
                    .monitoring: ["submitted", "checked", "rectifying", "closed"],
                    .evaluation: handedInEvaluations, .rectification: all(.rectification),
                    .warning: all(.warning),
                ]
            ),
            (
                [.thirdParty],
                [.evaluation: ["submitted", "underReview", "returned", "reviewed"]]
            ),
        ],
        .viewPersonalEvidence: [([.businessOffice, .departmentHead, .audit], nil)],
        .viewJournal: [
            ([.financeOffice, .departmentHead, .performanceSection, .audit, .fundsReview], nil)
        ],
        .editForm: [
            (
                [.businessOffice, .financeOffice],
                [
                    .goal: ["draft", "adjusting"], .monitoring: ["filling"],
                    .evaluation: ["drafting"],
                ]
            ), ([.performanceSection, .financeOffice], [.bulletin: ["drafted"]]),
        ],
        .editReview: [
            ([.performanceSection, .thirdParty], [.evaluation: ["underReview"]]),
            ([.budgetLiaison, .performanceSection], [.goal: ["underReview"]]),
        ],
        .comment: [
            (
                [.financeOffice, .departmentHead],
                [.goal: ["submittedInternally"], .evaluation: ["internalReview"]]
            ),
            (
                [.supervisor, .budgetLiaison, .performanceSection],
                [
                    .goal: ["submitted", "underReview"], .monitoring: ["submitted", "checked"],
                    .evaluation: ["submitted", "underReview"],
                ]
            ), ([.thirdParty], [.evaluation: ["underReview"]]),
        ],
        .answerComment: [
            (
                [.businessOffice, .financeOffice],
                [
                    .goal: ["draft", "returned", "underReview"], .monitoring: ["filling"],
                    .evaluation: ["drafting", "returned", "underReview"],
                ]
            ), ([.departmentHead], [.evaluation: ["reviewed"]]),
        ],
        .attachEvidence: [
            (
                [.businessOffice, .financeOffice],
                [
                    .goal: ["draft", "returned", "adjusting"],
                    .monitoring: ["opened", "filling"],
                    .evaluation: ["drafting", "returned", "reviewed"],
                    .rectification: ["issued", "accepted", "escalated"],
                    .warning: ["raised", "assigned", "escalated"], .bulletin: ["issued"],
                ]
            ),
            (
                [.departmentHead],
                [
                    .evaluation: ["reviewed"],
                    .rectification: ["issued", "accepted", "escalated"],
                ]
            ),
            (
                [.fundsReview],
                [.rectification: ["issued", "accepted", "submitted", "escalated"]]
            ),
        ],
        .recordSupervision: [
            (
                [
                    .financeOffice, .fundsReview, .supervisor, .budgetLiaison,
                    .performanceSection,
                ], nil
            )
        ],
        .recordTraining: [([.businessOffice, .financeOffice, .performanceSection], nil)],
        .registerAffiliation: [([.departmentHead, .performanceSection], nil)],
        .delegate: [
            (
                [
                    .businessOffice, .financeOffice, .departmentHead, .supervisor,
                    .budgetLiaison, .performanceSection, .thirdParty, .fundsReview,
                ], nil
            )
        ],
        .grantRole: [([.systemAdmin], nil)],
        .confirmGrant: [([.systemAdmin, .departmentHead, .performanceSection], nil)],
        .configure: [([.performanceSection], nil)],
    ]

    /// Role × use case × state.
    @Test(arguments: CycleUseCase.allCases)
    func `每个岗位在每个状态的每项权利`(useCase: CycleUseCase) throws {
        let authorisation = try Self.workflow.get().authorisation
        let rights = try #require(Self.rights[useCase])
        for (kind, states) in Self.states {
            for state in states.all {
                for role in Role.allCases {
                    let allowed = rights.contains { right in
                        right.roles.contains(role)
                            && (right.states.map { $0[kind]?.contains(state) ?? false } ?? true)
                    }
                    #expect(
                        authorisation.allows(role, useCase, kind, in: state) == allowed,
                        "\(useCase) \(kind) \(state) \(role)")
                }
            }
        }
    }

    // MARK: - What holds whatever the tables say

    @Test func `系统管理员和公众不办业务`() throws {
        let workflow = try Self.workflow.get()
        for machine in workflow.machines {
            for transition in machine.transitions {
                #expect(!transition.roles.contains(.systemAdmin))
                #expect(!transition.roles.contains(.public))
                #expect(!transition.roles.contains(.audit))
                #expect(!transition.roles.contains(.peoplesCongress))
            }
        }
    }

    /// 复核人不能改部门的数，只能填复核值。
    @Test func `谁也不能又填报又复核同一份表`() throws {
        let authorisation = try Self.workflow.get().authorisation
        #expect(authorisation.useCase(ofForm: "F11") == .editReview)
        for form in ["F01", "F02", "F03", "F04", "F05", "F06", "F07", "F08", "F09"] {
            #expect(authorisation.useCase(ofForm: form) == .editForm)
        }
        for kind in [MatterKind.goal, .monitoring, .evaluation] {
            for state in Self.all(kind) {
                for role in [Role.supervisor, .budgetLiaison, .performanceSection, .thirdParty] {
                    #expect(!authorisation.allows(role, .editForm, kind, in: state))
                }
            }
        }
    }

    @Test func `能改填报内容的状态就是标明可填报的状态`() throws {
        let workflow = try Self.workflow.get()
        for machine in workflow.machines {
            for state in machine.states {
                let edits = !workflow.authorisation.roles(
                    for: .editForm, machine.kind, in: state.id
                ).isEmpty
                #expect(edits == state.isEditable, "\(machine.kind) \(state.id)")
            }
        }
    }

    @Test func `十二个岗位都有中文名称，审核复核审计的授权要第二人`() throws {
        let workflow = try Self.workflow.get()
        #expect(
            Role.allCases.map(workflow.name(of:)) == [
                "部门业务科室", "部门财务", "部门负责人", "主管部门", "财政局业务科", "财政局绩效科", "第三方机构", "人大",
                "审计", "经费审查委员会", "公众", "系统管理员",
            ])
        let second = workflow.roles.filter(\.needsSecondPerson).map(\.role)
        #expect(
            Set(second) == [
                .departmentHead, .supervisor, .budgetLiaison, .performanceSection, .thirdParty,
                .audit, .fundsReview,
            ])
        #expect(workflow.roles.filter(\.isForLimitedTime).map(\.role) == [.thirdParty])
    }
}
