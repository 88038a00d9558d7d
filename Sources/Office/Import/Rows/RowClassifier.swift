import Performance
import Quantities

/// Says what a row is that does not read as data, or may be a total (行的辨认).
struct RowClassifier {
    enum Kind {
        case data
        case blank
        case total(TotalLabel)
        /// The header or a title of the sheet again, as on a next page.
        case header
        case footer
        case section(String)
        case otherUnit(MoneyUnit)
        case secondHeader([String])
    }

    private let layout: SheetLayout
    private let others: [HeaderNames]
    private let read: Set<Int>
    private let keyPlaces: Set<Int>
    private let figurePlaces: Set<Int>

    init(_ layout: SheetLayout, others: [HeaderNames]) {
        self.layout = layout
        self.others = others
        let kept = layout.columns.filter { $0.target != .leftOut }
        read = Set(kept.map(\.place))
        let keys = layout.ledger.naturalKey
        keyPlaces = Set(
            kept.filter { Self.name($0, layout).map(keys.contains) == true }.map(\.place))
        figurePlaces = Set(kept.filter { $0.moneyUnit != nil }.map(\.place))
    }

    private static func name(_ column: SheetLayout.Column, _ layout: SheetLayout) -> String? {
        if case .column(let index) = column.target {
            layout.ledger.columns[index].name
        } else {
            nil
        }
    }

    /// A cheap look at a row that reads as data: its first cell may be the word 合计.
    func mayBeTotal(_ row: SheetRow) -> Bool {
        guard let first = row.fields.first, !first.isTyped else { return false }
        return TotalLabel.mayBe(row.bytes(of: first))
    }

    func kind(of row: SheetRow, hasDay: Bool, hasMoney: Bool) -> Kind {
        let filled = row.fields.filter { !row.text(of: $0).trimmingSpaces.isEmpty }
        if filled.isEmpty { return .blank }
        if let label = totalLabel(row, filled, hasDay: hasDay) { return .total(label) }
        if filled.allSatisfy({ isLeftOut($0.column) }) { return kindOfLeftOut(row, filled) }
        if hasDay { return .data }
        if isHeaderAgain(row, filled) { return .header }
        let texts = filled.map { HeaderText.comparable(row.text(of: $0)) }
        if texts.allSatisfy(layout.titles.contains) { return .header }
        if !hasMoney {
            if let unit = otherUnit(row, filled) { return .otherUnit(unit) }
            if let first = filled.first, FooterText.isFooter(row.text(of: first)) { return .footer }
            if filled.count == 1, FooterText.isSectionTitle(row.text(of: filled[0])) {
                return .section(row.text(of: filled[0]).trimmingSpaces)
            }
            if let names = secondHeader(row, filled) { return .secondHeader(names) }
        }
        return .data
    }

    /// A row with nothing but what is left out: a numbered line that waits, a title, a footer.
    private func kindOfLeftOut(_ row: SheetRow, _ filled: [SheetRow.Field]) -> Kind {
        let text = row.text(of: filled[0]).trimmingSpaces
        let isNumber = filled.allSatisfy { field in
            row.text(of: field).trimmingSpaces.utf8.allSatisfy { $0 &- 0x30 <= 9 }
        }
        if isNumber { return .blank }
        if isHeaderAgain(row, filled) || layout.titles.contains(HeaderText.comparable(text)) {
            return .header
        }
        return FooterText.isFooter(text) ? .footer : .section(text)
    }

    private func isLeftOut(_ column: Int) -> Bool {
        layout.columns.contains { $0.place == column && $0.target == .leftOut }
    }

    /// A total says so in a cell that holds no figure, and has no day of its own.
    private func totalLabel(
        _ row: SheetRow, _ filled: [SheetRow.Field], hasDay: Bool
    ) -> TotalLabel? {
        for field in filled where !field.isTyped && !figurePlaces.contains(field.column) {
            guard TotalLabel.mayBe(row.bytes(of: field)),
                let label = TotalLabel(row.text(of: field))
            else { continue }
            if !hasDay { return label }
            // A day beside it: only where no text of a row could stand.
            let isNoText = keyPlaces.contains(field.column) || !read.contains(field.column)
            if label.isBare, isNoText { return label }
        }
        return nil
    }

    private func isHeaderAgain(_ row: SheetRow, _ filled: [SheetRow.Field]) -> Bool {
        layout.headerTexts.contains { header in
            !filled.isEmpty
                && filled.allSatisfy {
                    header[$0.column] == HeaderText.comparable(row.text(of: $0))
                }
        }
    }

    /// The unit line again, but with another unit than the columns were read with.
    private func otherUnit(_ row: SheetRow, _ filled: [SheetRow.Field]) -> MoneyUnit? {
        guard let sheetUnit = layout.sheetUnit else { return nil }
        let units = filled.lazy.compactMap { UnitLine.unit(in: row.text(of: $0)) }
        return units.first { $0 != sheetUnit }
    }

    /// The texts of a row that names the columns of some ledger: two tables in one sheet.
    private func secondHeader(_ row: SheetRow, _ filled: [SheetRow.Field]) -> [String]? {
        guard filled.count >= 2, filled.allSatisfy({ !$0.isTyped }) else { return nil }
        let headers = filled.map { HeaderText(row.text(of: $0)) }
        let isHeader = others.contains { names in
            let matched = headers.count { header in
                if case .column = names.match(header)?.target { true } else { false }
            }
            return matched >= 2 && matched * 2 >= headers.count
        }
        return isHeader ? headers.prefix(6).map { FoundText($0.text).text } : nil
    }
}
