import Formulas
import Performance
import Quantities
import Storage

/// The register 绩效指标 as the cycle keeps it: targets come in when goals are locked, actuals that no
/// ledger proves when a form is saved.
extension CycleAcceptance {
    /// Registers what the goals of a matter declare (指标登记), so that it can be measured.
    ///
    /// - Throws: ``CycleError/unreadableTarget(place:text:)``.
    func registerTargets(of matter: Matter, version: Int) throws {
        let forms = try reader.forms(of: matter).filter { $0.version == version }
        // A later draft of the same form replaces the earlier one.
        let latest = Dictionary(
            forms.map { (["\($0.form)", $0.subject], $0.content) },
            uniquingKeysWith: { _, last in last })
        for content in latest.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }).map(\.value)
        {
            for (index, row) in content.rows(IndicatorColumns.table).enumerated() {
                try add(targetCells(row, index, content), to: .indicators)
            }
        }
    }

    /// Registers what a form says of indicators (填报完成值): actuals that no ledger proves, and
    /// reasons of deviation. What a measure computes stays computed.
    func registerActuals(of content: FormContent) throws {
        let known = Dictionary(
            try reader.latest(.indicators, by: ["指标编号"]).map { ($0.text("指标编号"), $0) },
            uniquingKeysWith: { _, last in last })
        for row in content.rows(IndicatorColumns.table) {
            guard let number = row["指标编号"], let registered = known[number] else { continue }
            var cells = try cells(of: registered, in: .indicators)
            let changed = actualCells(row, registered)
            guard changed.contains(where: { cells[$0.key]?.text != $0.value.text }) else {
                continue
            }
            cells.merge(changed) { $1 }
            cells["生效日期"] = CycleCell(dayInYear)
            try add(cells, to: .indicators)
        }
    }

    private func targetCells(
        _ row: FormRow, _ index: Int, _ content: FormContent
    ) throws -> [String: CycleCell] {
        let written = row["指标值"] ?? ""
        let target = DeclaredValue(written, year: content.fiscalYear)
        let isWhole = content.subject == FormContent.wholeDepartment
        var cells: [String: CycleCell] = [
            "生效日期": CycleCell(dayInYear),
            "指标编号": CycleCell(row["指标编号"] ?? "\(content.subject)-\(index + 1)"),
            "层级": .text(isWhole ? "整体" : "项目"), "项目": CycleCell(isWhole ? nil : content.subject),
            "一级指标": CycleCell(row["一级指标"]), "二级指标": CycleCell(row["二级指标"]),
            "三级指标": CycleCell(row["三级指标"]), "来源": CycleCell(row["数据来源"]),
            "分值": row["分值"].flatMap { Points($0) }.map { .number(Int64($0.hundredths)) } ?? .empty,
        ]
        if let measure = row["对应口径"], measure != IndicatorColumns.typed {
            cells["对应口径"] = CycleCell(measure)
        }
        cells["单位"] = CycleCell(target.unit)
        guard let (sign, value) = target.registered(as: written) else {
            throw CycleError.unreadableTarget(
                form: content.form, row: index + 1, text: written)
        }
        cells["计算符号"] = .text(sign)
        cells["指标值"] = .text(value)
        return cells
    }

    private func actualCells(
        _ row: FormRow, _ registered: RegisterRow
    ) -> [String: CycleCell] {
        var cells = ["偏差原因": CycleCell(row["偏差原因"])]
        guard registered.text("对应口径").isEmpty, let actual = row["完成值"],
            actual != FormContent.notApplicable
        else { return cells }
        if registered.text("计算符号") == "定性" {
            cells["完成档次"] = CycleCell(actual)
        } else {
            cells["完成值"] = CycleCell(DeclaredValue(actual).number?.decimalText ?? actual)
        }
        if let reason = row["判断理由"] { cells["判断理由"] = CycleCell(reason) }
        return cells
    }

    /// A version made outside its book's year counts from the year's nearest day.
    private var dayInYear: Day {
        let year = reader.desk.book.year
        return min(max(day, year.firstDay), year.lastDay)
    }

    private func cells(
        of row: RegisterRow, in ledger: CycleLedger
    ) throws -> [String: CycleCell] {
        let definition = try reader.definition(ledger)
        return Dictionary(
            uniqueKeysWithValues: definition.columns.map { ($0.name, CycleCell(row.cell($0.name))) }
        )
    }
}

/// What the forms call the indicators and their columns.
enum IndicatorColumns {
    static let table = "绩效指标"
    /// 对应口径 of an indicator that no ledger proves.
    static let typed = "填报"
}

extension CycleCell {
    init(_ value: CellValue) {
        switch value {
        case .missing: self = .empty
        case .text(let text): self = .text(text)
        case .integer(let number): self = .number(number)
        }
    }
}

extension DeclaredValue {
    /// 计算符号 and 指标值 of the register; nil where a number has no comparator.
    fileprivate func registered(as written: String) -> (sign: String, value: String)? {
        if let day { return ("截止日", day.iso) }
        guard let number else { return ("定性", written) }
        guard let low = number.decimalText else { return nil }
        if let upper { return upper.decimalText.map { ("区间", "\(low)-\($0)") } }
        return comparator.map { ($0.sign, low) }
    }
}

extension Fraction {
    /// The decimal that it is, of at most six digits behind the point; nil for any other.
    fileprivate var decimalText: String? {
        guard let decimal = try? rounded(to: 6), decimal.fraction == self else { return nil }
        return decimal.trimmed().text
    }
}

extension Comparator {
    /// As the register 绩效指标 writes it.
    fileprivate var sign: String {
        switch self {
        case .greater: ">"
        case .atLeast: "≥"
        case .equal: "="
        case .less: "<"
        case .atMost: "≤"
        }
    }
}
