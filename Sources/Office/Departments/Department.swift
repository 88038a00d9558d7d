package import Formulas
import Performance
import Quantities
package import Storage

/// A department (部门): its own book (本级) and those of its subordinate units (所属单位) on one day.
package struct Department: Sendable {
    package struct Unit: Sendable {
        package let code: String
        /// Its code where the unit has no book of the year.
        package let name: String
        /// nil where there is no book of the year: nothing is kept then.
        package let book: BookRecord?
        /// nil for the department's own book.
        package let affiliation: Affiliation?
        package let snapshot: Snapshot
    }

    /// The department's own book first, then by code.
    package let units: [Unit]
    package let group: BookGroup

    package var head: Unit { units[0] }

    package func unit(_ code: String) -> Unit? { units.first { $0.code == code } }

    /// - Throws: ``DepartmentError/noSubordinates(_:)``.
    init(_ workplace: Workplace, _ book: BookRecord, _ own: Snapshot, _ reader: LedgerReader) throws
    {
        let table = try AffiliationTable(reader, workplace, on: own.periodEnd)
        let subordinates = table.subordinates(of: book.id.unitCode)
        guard !subordinates.isEmpty
        else { throw DepartmentError.noSubordinates(book.id.unitCode) }
        let others = try subordinates.map { affiliation in
            let id = BookID(unitCode: affiliation.unitCode, year: book.id.year)
            let record = try reader.book(id)
            return Unit(
                code: id.unitCode, name: record?.unitName ?? id.unitCode, book: record,
                affiliation: affiliation,
                snapshot: Snapshot(
                    book: id, periodStart: own.periodStart, periodEnd: own.periodEnd,
                    journalNumber: try reader.dataHead(of: id.unitCode).number))
        }
        let head = Unit(
            code: book.id.unitCode, name: book.unitName, book: book, affiliation: nil, snapshot: own
        )
        units = [head] + others
        group = BookGroup(
            head: head.code,
            members: units.map { unit in
                BookGroup.Member(
                    unitCode: unit.code, journalNumber: unit.snapshot.journalNumber,
                    internalRows: InternalTransfers(of: unit.code, among: [head] + others).rows,
                    without: Set(unit.affiliation?.without ?? []))
            })
    }

    /// Units that neither keep a ledger nor state to have nothing for it, by name.
    func unitsMissing(ledger: String, _ workplace: Workplace) -> [String] {
        guard let table = workplace.ledgers.first(where: { $0.name == ledger })?.table
        else { return [] }
        return units.filter { unit in
            unit.affiliation?.without.contains(ledger) != true
                && unit.book?.ledgers.contains(table) != true
        }.map { $0.book == nil ? "\($0.name)（没有账套）" : $0.name }
    }
}

/// What passes between the units of a department (内部往来), seen from one of them: by class of
/// expenditure and source of revenue, and by who is named on the other side.
///
/// A row of the class whose other side is named and is none of the units passes outside. A budget
/// names nobody, so its class alone decides.
///
/// - Source: 部门决算汇总时抵销上下级单位之间的往来; design.
struct InternalTransfers {
    private let spendingClasses: [String]
    private let revenueSources: [String]
    private let others: [String]

    init(of code: String, among units: [Department.Unit]) {
        let hasSuperior = units.contains { $0.code == code && $0.affiliation != nil }
        let hasSubordinates = units.contains { $0.affiliation?.superior == code }
        spendingClasses =
            (hasSubordinates ? ["对附属单位补助支出"] : []) + (hasSuperior ? ["上缴上级支出"] : [])
        revenueSources =
            (hasSubordinates ? ["附属单位上缴收入"] : []) + (hasSuperior ? ["上级补助收入"] : [])
        others = units.filter { $0.code != code }.map(\.name).filter { !$0.contains("\"") }
    }

    var rows: [String: [InternalRows]] {
        [
            "支出预算": rows("支出类别", spendingClasses, named: nil),
            "收入预算": rows("来源", revenueSources, named: nil),
            "支付": rows("支出类别", spendingClasses, named: "收款方"),
            "收入": rows("来源", revenueSources, named: "付款方"),
        ].filter { !$0.value.isEmpty }
    }

    private func rows(_ column: String, _ classes: [String], named: String?) -> [InternalRows] {
        let ofClass = classes.isEmpty ? nil : Self.list(column, classes)
        guard let named, !others.isEmpty else { return ofClass.map { [InternalRows($0)] } ?? [] }
        let inside = Self.list(named, others)
        guard let ofClass else { return [InternalRows(inside)] }
        let outside = Self.list(named, others, isNegated: true)
        return [
            InternalRows(ofClass), InternalRows("\(ofClass) and \(outside)", putsBack: true),
            InternalRows("\(Self.list(column, classes, isNegated: true)) and \(inside)"),
        ]
    }

    private static func list(
        _ column: String, _ values: [String], isNegated: Bool = false
    ) -> String {
        let values = values.map { "\"\($0)\"" }.joined(separator: ", ")
        return "\(column) \(isNegated ? "not in" : "in") (\(values))"
    }
}
