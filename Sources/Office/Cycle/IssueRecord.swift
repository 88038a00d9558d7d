package import Performance
package import Quantities
import Storage

/// A problem to be put right (整改问题) as a finder writes it down.
package struct IssueNotice: Hashable, Sendable {
    package var source: Source
    /// 责任部门.
    package var department: String
    /// nil: the whole department.
    package var project: String?
    package var category: Category
    /// 10 to 1000 characters.
    package var description: String
    /// 依据条款: a rule's id, or a document.
    package var basis: String
    package var severity: IssueSeverity
    package var amount: Money?
    /// nil takes the days of its severity.
    package var dueDay: Day?

    /// 问题来源.
    package enum Source: String, Hashable, Sendable, CaseIterable {
        case goalReview = "绩效目标审核"
        case monitoring = "绩效监控"
        case selfEvaluation = "绩效自评"
        case review = "复核"
        case departmentEvaluation = "部门评价"
        case financeEvaluation = "财政评价"
        case audit = "审计"
        case congress = "人大"
        case supervision = "日常监督"
    }

    /// 问题类别.
    package enum Category: String, Hashable, Sendable, CaseIterable {
        case goalQuality = "目标编报质量"
        case execution = "预算执行"
        case consistency = "数据勾稽"
        case procurement = "采购"
        case assets = "资产"
        case disclosure = "信息公开"
        case compliance = "资金合规"
        case satisfaction = "满意度"
        case other = "其他"
    }

    package init(
        source: Source, department: String, project: String? = nil, category: Category,
        description: String, basis: String, severity: IssueSeverity = .ordinary,
        amount: Money? = nil, dueDay: Day? = nil
    ) {
        self.source = source
        self.department = department
        self.project = project
        self.category = category
        self.description = description
        self.basis = basis
        self.severity = severity
        self.amount = amount
        self.dueDay = dueDay
    }
}

/// A row of the 整改台账 (F09) as it stands now.
package struct IssueRecord: Hashable, Sendable {
    /// `ZG-2021-440118-01-001`.
    package let number: String
    package let notice: IssueNotice
    package let issuedOn: Day
    package var dueDay: Day
    /// Of the machine: `accepted`.
    package var state: String
    package var measure: String?
    package var owner: String?
    package var completedOn: Day?
    package var result: String?
    package var evidence: [ContentDigest] = []
    package var acceptance: String?
    package var application: Application?

    package var matter: Matter { Matter(.rectification, of: number) }

    /// 是否逾期: later than its 整改时限, done or not.
    package func isOverdue(on day: Day) -> Bool { (completedOn ?? day) > dueDay }

    /// 结果应用.
    package enum Application: String, Hashable, Sendable, CaseIterable {
        case none = "无"
        case bulletin = "通报"
        case interview = "约谈"
        case budgetCut = "调减预算"
        case suspension = "暂停拨款"
        case recovery = "收回资金"
    }
}

extension IssueRecord {
    init(row: RegisterRow) throws {
        guard let source = IssueNotice.Source(rawValue: row.text("问题来源")),
            let category = IssueNotice.Category(rawValue: row.text("问题类别")),
            let severity = IssueSeverity(rawValue: row.text("严重程度")),
            let issuedOn = row.day("下达日期"), let dueDay = row.day("整改时限")
        else { throw StorageError.unexpectedValue("rectification") }
        self.init(
            number: row.text("问题编号"),
            notice: IssueNotice(
                source: source, department: row.text("责任部门"), project: row.optional("涉及项目"),
                category: category, description: row.text("问题描述"), basis: row.text("依据条款"),
                severity: severity, amount: row.money("涉及金额"), dueDay: dueDay),
            issuedOn: issuedOn, dueDay: dueDay, state: row.text("整改状态"),
            measure: row.optional("整改措施"), owner: row.optional("责任人"),
            completedOn: row.day("完成日期"), result: row.optional("整改结果"),
            evidence: row.digests("佐证材料"), acceptance: row.optional("验收意见"),
            application: Application(rawValue: row.text("结果应用")))
    }

    func cells(on day: Day) -> [String: CycleCell] {
        [
            "登记日期": CycleCell(day), "问题编号": .text(number),
            "问题来源": .text(notice.source.rawValue), "责任部门": CycleCell(notice.department),
            "涉及项目": CycleCell(notice.project), "问题类别": .text(notice.category.rawValue),
            "问题描述": CycleCell(notice.description), "依据条款": CycleCell(notice.basis),
            "严重程度": .text(notice.severity.rawValue),
            "涉及金额": notice.amount.map { .number($0.fen) } ?? .empty,
            "整改措施": CycleCell(measure), "责任人": CycleCell(owner),
            "下达日期": CycleCell(issuedOn), "整改时限": CycleCell(dueDay),
            "整改状态": .text(state), "完成日期": CycleCell(completedOn),
            "整改结果": CycleCell(result), "佐证材料": CycleCell(evidence.text),
            "验收意见": CycleCell(acceptance), "结果应用": CycleCell(application?.rawValue),
        ]
    }
}

extension CycleReader {
    func issues() throws -> [IssueRecord] {
        try latest(.issues, by: ["问题编号"]).map { try IssueRecord(row: $0) }
    }

    /// The issues about a project, or for 整体 those about no project.
    func issues(about subject: String) throws -> [IssueRecord] {
        try issues().filter {
            $0.notice.project == (subject == FormContent.wholeDepartment ? nil : subject)
        }
    }
}
