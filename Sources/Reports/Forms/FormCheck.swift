package import Documents
package import Performance

/// What is wrong with a form that was handed in, and the same workbook with it marked (表样检查).
package struct FormCheck: Sendable {
    package struct Remark: Sendable {
        package let finding: Finding
        package let cell: FormReading.Cell?
    }

    /// In the order of the cells, those without one first.
    package let remarks: [Remark]

    /// - Parameter more: what rules say of the content; the reading's own words win for a cell.
    package init(_ reading: FormReading, more: [Finding] = []) {
        var remarks: [Remark] = []
        var said: Set<Said> = []
        for (index, finding) in reading.findings.enumerated() {
            let cell = reading.cell(of: finding, at: index)
            said.insert(Said(rule: finding.ruleId, cell: cell))
            remarks.append(Remark(finding: finding, cell: cell))
        }
        for finding in more {
            let cell = reading.cell(of: finding)
            guard cell == nil || !said.contains(Said(rule: finding.ruleId, cell: cell))
            else { continue }
            remarks.append(Remark(finding: finding, cell: cell))
        }
        self.remarks = remarks
    }

    private struct Said: Hashable {
        let rule: CheckID
        let cell: FormReading.Cell?
    }

    package var hasErrors: Bool { remarks.contains { $0.finding.level == .blocking } }

    /// `共 3 处：错误 2，警告 1，提示 0。`
    package var total: String {
        FindingLevel.total(remarks.reduce(into: [:]) { $0[$1.finding.level, default: 0] += 1 })
    }

    /// The workbook that came in, with every remark on its cell and in the column of its row.
    ///
    /// - Throws: ``DocumentError``.
    package func markedWorkbook(_ input: InputFile) throws -> [UInt8] {
        let home = try WorkbookReader(input, limits: .document).sheets.first { !$0.isHidden }
        let marks = remarks.compactMap { remark -> CellMark? in
            guard let sheet = remark.cell?.sheet ?? home?.name else { return nil }
            return CellMark(
                sheet: sheet, place: remark.cell?.place ?? "A1", text: remark.text,
                severity: remark.finding.level.mark)
        }
        return try MarkedWorkbook.bytes(of: input, marks: marks, total: total, paints: true)
    }
}

extension FormCheck.Remark {
    /// The cell is where the words stand, so they need not name it again.
    fileprivate var text: String {
        guard let cell, let end = finding.message.firstRange(of: "!\(cell.place.a1)：")
        else { return "\(finding.ruleId) \(finding.message)" }
        return "\(finding.ruleId) \(finding.message[end.upperBound...])"
    }
}
