package import Documents
package import Performance

extension SheetCheck {
    /// A sheet that was checked, and its workbook handed back with every error on its row.
    package struct Marked {
        package let summary: Summary
        package let counts: [FindingLevel: Int]
        package let bytes: [UInt8]
    }

    /// Checks the first visible sheet of a workbook and marks it (检查并回标).
    ///
    /// - Returns: nil where no row among the first looks like the header.
    /// - Throws: ``DocumentError``.
    package func marked(_ input: InputFile) throws -> Marked? {
        let reader = try WorkbookReader(input)
        guard let sheet = reader.sheets.first(where: { !$0.isHidden }) else { return nil }
        var remarks = RowRemarks()
        var counts: [FindingLevel: Int] = [:]
        let summary = try run(over: reader, sheet) { found in
            counts[found.finding.level, default: 0] += 1
            remarks.add(
                row: found.row, column: found.column ?? 1, found.finding.level.mark,
                "\(found.finding.ruleId) \(found.finding.message)")
        }
        guard let summary else { return nil }
        remarks.widen(to: summary.lastColumn)
        let bytes = try MarkedLongSheet.bytes(
            of: input, sheet: sheet.name, remarks: remarks, total: FindingLevel.total(counts))
        return Marked(summary: summary, counts: counts, bytes: bytes)
    }
}

extension FindingLevel {
    /// `共 3 处：错误 2，警告 1，提示 0。`
    static func total(_ counts: [FindingLevel: Int]) -> String {
        let all = counts.values.reduce(0, +)
        return "共 \(all) 处：错误 \(counts[.blocking] ?? 0)，警告 \(counts[.answered] ?? 0)，"
            + "提示 \(counts[.shown] ?? 0)。"
    }

    /// How grave the reader of a marked file sees it.
    var mark: MarkSeverity {
        switch self {
        case .blocking: .error
        case .answered: .warning
        case .shown: .note
        }
    }
}
