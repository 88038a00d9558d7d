package import Formulas
import Packs
package import Performance
package import Quantities
import Storage

/// The desk of the cycle for one book (办理台): each use case authorised, checked, validated, and
/// journaled with its 办理记录 in one acceptance.
///
/// Nothing is kept besides the ledgers: every answer is read from them.
package struct CycleDesk: Sendable {
    package let workplace: Workplace
    package let book: BookID
    /// The finance bureau's unit, whose grants hold for the department too; nil for none.
    package let bureau: String?
    /// 一人岗: the office has no second person to confirm grants.
    package let isOnePersonOffice: Bool

    package init(
        _ workplace: Workplace, _ book: BookID, bureau: String? = nil,
        isOnePersonOffice: Bool = false
    ) {
        self.workplace = workplace
        self.book = book
        self.bureau = bureau
        self.isOnePersonOffice = isOnePersonOffice
    }

    package var workflow: Workflow { workplace.packs.workflow.workflow }
    package var calendar: WorkCalendar { workplace.packs.calendar.calendar }

    // MARK: - Looking

    /// The steps of a matter; none where it is not opened.
    package func history(of matter: Matter) throws -> MatterHistory {
        try read { try $0.history(of: matter) }
    }

    /// All matters of the book that are opened, in the order of their first step.
    package func matters(_ kind: MatterKind? = nil) throws -> [MatterHistory] {
        try read { try $0.histories() }.filter { kind == nil || $0.matter.kind == kind }
    }

    /// Who may act as what (岗位名册).
    package func directory() throws -> RoleDirectory { try read { try $0.directory() } }

    /// What an account may do now (待办事项): steps by matter that its roles, or roles delegated to
    /// it, may take.
    package func agenda(of account: String, on day: Day) throws -> [AgendaItem] {
        let (histories, directory) = try read { (try $0.histories(), try $0.directory()) }
        let own = directory.roles(of: account, on: day).map { ($0, nil as String?) }
        let lent = directory.delegations
            .filter { $0.delegate == account && $0.isValid(on: day) }
            .map { ($0.role, Optional($0.principal)) }
        return histories.flatMap { history in
            (own + lent).flatMap { role, principal in
                workflow.possible(after: history, as: role).map {
                    AgendaItem(
                        history: history, transition: $0,
                        performer: Performer(account, as: role, onBehalfOf: principal))
                }
            }
        }
    }

    func read<R>(_ body: (CycleReader) throws -> R) throws -> R {
        try workplace.store.read { try body(CycleReader($0, self)) }
    }

    // MARK: - Accepting

    /// Runs one use case: `body` reads and adds rows; all of it comes in, or nothing.
    ///
    /// - Parameter journalsAlways: whether it leaves a journal entry where it adds no row.
    func accept<R>(
        _ action: String, by performer: Performer, at: Int64, about payload: CanonicalJSON,
        journalsAlways: Bool = false, _ body: (CycleAcceptance) throws -> R
    ) throws -> (result: R, receipt: JournalReceipt?) {
        var members = payload.object ?? [:]
        members["fiscalYear"] = .integer(Int64(book.year.number))
        if let role = performer.role { members["role"] = .string(role.rawValue) }
        if let principal = performer.onBehalfOf { members["onBehalfOf"] = .string(principal) }
        let useCase = UseCase(
            unitCode: book.unitCode, actor: performer.account, at: at, action: action,
            payload: .object(members))
        let accepted = try workplace.store.accept(useCase, journalsAlways: journalsAlways) {
            try body(CycleAcceptance($0, self))
        }
        return (accepted.result, accepted.receipt)
    }
}

extension Workplace {
    /// The desk of the cycle for the book that is meant: the one named, or the only one there is.
    package func cycleDesk(
        unit: String?, year: Int?, bureau: String? = nil, isOnePersonOffice: Bool = false
    ) throws -> CycleDesk {
        CycleDesk(
            self, try book(unit: unit, year: year).id, bureau: bureau,
            isOnePersonOffice: isOnePersonOffice)
    }
}

/// One thing that somebody may do (待办事项).
package struct AgendaItem: Sendable {
    package let history: MatterHistory
    package let transition: WorkflowTransition
    package let performer: Performer

    package var dueDay: Day? { history.dueDay }
}

extension Day {
    /// The day in Asia/Shanghai of an instant, in milliseconds since 1970 UTC.
    package init(shanghaiMilliseconds milliseconds: Int64) throws {
        let shifted = milliseconds + 28_800_000
        let days = shifted >= 0 ? shifted / 86_400_000 : (shifted - 86_399_999) / 86_400_000
        guard let day = Day(daysSinceEpoch: Int(days))
        else { throw CycleError.invalidInstant(milliseconds) }
        self = day
    }
}

extension WorkflowRefusal: MessageError {}
extension GrantRefusal: MessageError {}
extension WorkCalendarError: MessageError {}
