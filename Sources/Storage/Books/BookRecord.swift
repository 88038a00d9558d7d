package import Formulas
import Performance
import Quantities

/// A book (账套) as it is kept: the unit's name, what it keeps, and what it brought from before.
///
/// Each change is a new version under its journal number; the latest one holds.
package struct BookRecord: Hashable, Sendable {
    package enum State: String, Hashable, Sendable {
        /// 启用: takes rows.
        case open
        /// 关闭: takes no rows any more.
        case closed
    }

    /// A figure typed for a year that has no book (期初数), with its reason.
    package struct OpeningFigure: Hashable, Sendable {
        /// The measure that it stands for.
        package let measure: String
        /// The figure with its unit, as typed: `14.88万元`.
        package let quantity: String
        package let reason: String

        package init(measure: String, quantity: String, reason: String) {
            self.measure = measure
            self.quantity = quantity
            self.reason = reason
        }
    }

    package let id: BookID
    package let unitName: String
    package let state: State
    /// Tables of the ledgers kept; without rows they give 0, others give missing.
    package let ledgers: [String]
    package let openingFigures: [OpeningFigure]

    package init(
        id: BookID, unitName: String, state: State = .open, ledgers: [String],
        openingFigures: [OpeningFigure] = []
    ) {
        self.id = id
        self.unitName = unitName
        self.state = state
        self.ledgers = ledgers.sorted()
        self.openingFigures = openingFigures.sorted { $0.measure < $1.measure }
    }

    package func with(state: State) -> BookRecord {
        BookRecord(
            id: id, unitName: unitName, state: state, ledgers: ledgers,
            openingFigures: openingFigures)
    }

    // MARK: - As it is stored

    /// What has no column of its own.
    var details: CanonicalJSON {
        [
            "ledgers": .array(ledgers.map { .string($0) }),
            "opening": .array(
                openingFigures.map {
                    [
                        "measure": .string($0.measure), "quantity": .string($0.quantity),
                        "reason": .string($0.reason),
                    ]
                }),
        ]
    }

    static let columns = [
        "unit_code", "fiscal_year", "id", "journal_number", "unit_name", "state", "details",
    ]

    func values(id rowID: Int64, journalNumber: Int64) -> [SQLValue] {
        [
            .text(id.unitCode), .integer(Int64(id.year.number)), .integer(rowID),
            .integer(journalNumber), .text(unitName), .text(state.rawValue), .text(details.text),
        ]
    }

    init(_ row: SQLRow) throws {
        let details = try CanonicalJSON(reading: try row.text("details"))
        guard let year = FiscalYear(Int(try row.integer("fiscal_year"))),
            let state = State(rawValue: try row.text("state")),
            let ledgers = details["ledgers"]?.array, let opening = details["opening"]?.array
        else { throw StorageError.unexpectedValue("books") }
        self.init(
            id: BookID(unitCode: try row.text("unit_code"), year: year),
            unitName: try row.text("unit_name"), state: state,
            ledgers: ledgers.compactMap(\.string),
            openingFigures: opening.map {
                OpeningFigure(
                    measure: $0["measure"]?.string ?? "", quantity: $0["quantity"]?.string ?? "",
                    reason: $0["reason"]?.string ?? "")
            })
    }
}
