import Quantities

extension Workbook {
    /// Refuses what a spreadsheet program would refuse or change: from here on, writing cannot fail.
    func check() throws(WorkbookWritingError) {
        guard sheets.contains(where: { !$0.isHidden }) else { throw .noVisibleSheet }
        var names: Set<String> = []
        for sheet in sheets {
            guard Self.admits(sheetName: sheet.name) else { throw .unusableSheetName(sheet.name) }
            guard names.insert(sheet.name.lowercased()).inserted
            else { throw .duplicateSheetName(sheet.name) }
            try sheet.check()
        }
    }

    private static func admits(sheetName name: String) -> Bool {
        (1...31).contains(name.utf16.count) && !name.hasPrefix("'") && !name.hasSuffix("'")
            && !name.unicodeScalars.contains { scalar in
                switch scalar {
                case ":", "\\", "/", "?", "*", "[", "]": true
                default: scalar.value < 0x20
                }
            }
    }
}

extension Worksheet {
    fileprivate func check() throws(WorkbookWritingError) {
        for (index, row) in rows.enumerated() {
            for (column, cell) in row.enumerated() {
                guard let cell else { continue }
                try check(cell, CellPlace(row: index + 1, column: column + 1))
            }
        }
        try checkMerges()
        for list in dropDowns where !list.isUsable {
            throw .unusableDropDown(sheet: name, range: list.range.sheetText)
        }
    }

    private func check(_ cell: WorksheetCell, _ place: CellPlace) throws(WorkbookWritingError) {
        guard cell.value.text?.fitsCell != false, cell.comment?.fitsCell != false
        else { throw .textTooLong(sheet: name, cell: place.a1) }
        guard let number = cell.value.exactNumber, !number.fitsSpreadsheets else { return }
        throw .tooManyDigits(sheet: name, cell: place.a1, number: number.text)
    }

    private func checkMerges() throws(WorkbookWritingError) {
        let sorted = merges.sorted { $0.first < $1.first }
        for (index, one) in sorted.enumerated() {
            for other in sorted[(index + 1)...] {
                guard other.first.row <= one.last.row else { break }
                guard !one.overlaps(other) else {
                    throw .overlappingMerges(sheet: name, one.sheetText, other.sheetText)
                }
            }
        }
    }
}

extension WorksheetCell.Value {
    fileprivate var text: String? {
        switch self {
        case .text(let text), .formula(_, .text(let text)): text
        case .blank, .number, .day, .formula: nil
        }
    }

    fileprivate var exactNumber: ExactDecimal? {
        switch self {
        case .number(let number), .formula(_, .number(let number)): number
        case .blank, .text, .day, .formula: nil
        }
    }
}

extension String {
    /// UTF-16 units are never more than UTF-8 bytes, which are counted already.
    fileprivate var fitsCell: Bool {
        utf8.count <= TableLimits.textLength || utf16.count <= TableLimits.textLength
    }
}

extension ExactDecimal {
    /// Spreadsheet programs read a number as IEEE 754 double: 15 significant digits come back
    /// unchanged, more may not. The file holds the digits themselves; no double is made here.
    fileprivate var fitsSpreadsheets: Bool {
        var digits = mantissa.magnitude
        while digits >= 1_000_000_000_000_000, digits.isMultiple(of: 10) { digits /= 10 }
        return digits < 1_000_000_000_000_000
    }
}

extension DropDownList {
    fileprivate var isUsable: Bool {
        guard case .items(let items) = source else { return true }
        return !items.isEmpty && joined(items).utf16.count <= 255
            && items.allSatisfy { item in
                !item.isEmpty
                    && !item.unicodeScalars.contains { $0 == "," || $0 == "\"" || $0.value < 0x20 }
            }
    }

    func joined(_ items: [String]) -> String { items.joined(separator: ",") }
}

extension CellRange {
    /// `A1:C2`, or `A1` where it is one cell.
    var sheetText: String { first == last ? first.a1 : a1 }
}
