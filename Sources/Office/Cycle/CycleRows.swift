import Formulas
import Performance
import Quantities
import Storage

extension RegisterRow {
    /// A text, or nil where the cell is blank.
    func optional(_ column: String) -> String? {
        let text = text(column)
        return text.isEmpty ? nil : text
    }

    func day(_ column: String) -> Day? { Day(iso: text(column)) }

    func integer(_ column: String) -> Int? {
        number(column).flatMap { Int(exactly: $0.mantissa) }
    }

    func money(_ column: String) -> Money? {
        switch cell(column) {
        case .integer(let fen): Money(fen: fen)
        case .missing, .text: nil
        }
    }

    /// A cell of a natural key, whatever its type.
    func key(_ column: String) -> String { integer(column).map(String.init) ?? text(column) }

    /// Digests separated by blanks.
    func digests(_ column: String) -> [ContentDigest] {
        text(column).split(separator: " ").compactMap { ContentDigest(hexadecimal: String($0)) }
    }
}

extension [ContentDigest] {
    var text: String { map(\.hexadecimal).joined(separator: " ") }
}

extension WorkflowStep {
    init(row: RegisterRow) throws {
        guard let day = row.day("办理日期"), let sequence = row.integer("步序"),
            let version = row.integer("版本")
        else { throw StorageError.unexpectedValue("workflow_step") }
        self.init(
            sequence: sequence, day: day, event: row.text("事件"), action: row.text("办理动作"),
            from: row.optional("原状态"), to: row.text("新状态"), version: version,
            role: Role(rawValue: row.text("岗位")), actor: row.text("办理账号"),
            onBehalfOf: row.optional("代为办理"), reason: row.optional("理由"),
            evidence: row.digests("佐证摘要"), dueDay: row.day("到期日"),
            notes: row.text("办理说明").split(separator: "；").compactMap {
                WorkflowStep.Note(rawValue: String($0))
            })
    }

    func cells(of matter: Matter) -> [String: CycleCell] {
        [
            "办理日期": CycleCell(day), "事项": .text(matter.id), "步序": CycleCell(sequence),
            "种类": .text(matter.kind.rawValue), "对象": .text(matter.subject),
            "期次": CycleCell(matter.period), "版本": CycleCell(version), "事件": .text(event),
            "办理动作": .text(action), "原状态": CycleCell(from), "新状态": .text(to),
            "岗位": CycleCell(role?.rawValue), "办理账号": .text(actor),
            "代为办理": CycleCell(onBehalfOf), "理由": CycleCell(reason),
            "佐证摘要": CycleCell(evidence.text), "到期日": CycleCell(dueDay),
            "办理说明": CycleCell(notes.map(\.rawValue).joined(separator: "；")),
        ]
    }
}

extension RoleGrant {
    init(row: RegisterRow) throws {
        guard let role = Role(rawValue: row.text("岗位")), let day = row.day("生效日期"),
            let status = Status(rawValue: row.text("授权状态"))
        else { throw StorageError.unexpectedValue("role_grant") }
        self.init(
            account: row.text("账号"), role: role, unitCode: row.row.book.unitCode,
            grantedBy: row.text("授权人"), confirmedBy: row.optional("确认人"), validFrom: day,
            validTo: row.day("有效期至"), status: status)
    }

    func cells(reason: String?) -> [String: CycleCell] {
        [
            "生效日期": CycleCell(validFrom), "账号": .text(account), "岗位": .text(role.rawValue),
            "授权状态": .text(status.rawValue), "授权人": .text(grantedBy),
            "确认人": CycleCell(confirmedBy), "有效期至": CycleCell(validTo),
            "事由": CycleCell(reason),
        ]
    }
}

extension Delegation {
    init(row: RegisterRow) throws {
        guard let role = Role(rawValue: row.text("岗位")), let first = row.day("生效日期"),
            let last = row.day("截止日期")
        else { throw StorageError.unexpectedValue("delegation") }
        self.init(
            principal: row.text("委托人"), role: role, delegate: row.text("受托人"),
            firstDay: first, lastDay: last, arrangedBy: row.text("登记人"),
            reason: row.text("事由"))
    }

    var cells: [String: CycleCell] {
        [
            "生效日期": CycleCell(firstDay), "委托人": .text(principal),
            "岗位": .text(role.rawValue), "受托人": .text(delegate), "截止日期": CycleCell(lastDay),
            "登记人": .text(arrangedBy), "事由": .text(reason),
        ]
    }
}
