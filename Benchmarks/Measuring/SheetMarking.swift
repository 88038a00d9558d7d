import Documents
import Glibc
import Performance
import Reports

/// Checks every row of a sheet by many rules and writes the sheet back with its errors.
///
/// The rules are those of the answers of a form: three a column, what is asked for, what can be read,
/// how long it may be.
enum SheetMarking {
    static func run(file: String, output: String) throws {
        let clock = ContinuousClock()
        let start = clock.now
        let input = InputFile(path: file)
        let reader = try WorkbookReader(input)
        let sheet = reader.sheets[0]
        var remarks = RowRemarks()
        var rows = 0
        var rules: [FormField] = []
        try reader.forEachRow(in: sheet) { row in
            remarks.note(row)
            rows += 1
            guard rows > 1 else {
                rules = row.cells.map { rule(heading: $0.text) }
                return
            }
            for (index, field) in rules.enumerated() {
                check(row[column: index + 1], field, row.number, index + 1, &remarks)
            }
        }
        let checked = start.duration(to: clock.now)
        let bytes = try MarkedLongSheet.bytes(
            of: input, sheet: sheet.name, remarks: remarks, total: "共 \(remarks.count) 处")
        try FileRelease.write(bytes, to: output)
        let whole = start.duration(to: clock.now)
        print(
            rows - 1, rules.count * 3, remarks.count, checked.microseconds, whole.microseconds)
    }

    private static func check(
        _ cell: TableCell, _ field: FormField, _ row: Int, _ column: Int,
        _ remarks: inout RowRemarks
    ) {
        let text = cell.text
        let reading = field.type.read(text)
        if field.isRequired, reading.text == nil {
            remarks.add(row: row, column: column, .error, "“\(field.label)”必须填写。请填写该栏。")
        }
        if reading.problem != nil {
            remarks.add(
                row: row, column: column, .error, "“\(field.label)”的“\(text)”读不出来。请改正。")
        }
        if let limit = field.maximumLength, text.utf8.count > limit, text.count > limit {
            remarks.add(
                row: row, column: column, .warning, "“\(field.label)”超过\(limit)字。请精简。")
        }
    }

    /// The heading says what its column holds: `金额3`, `日期7`, `选项2`, `数量5`, `文字1`.
    private static func rule(heading: String) -> FormField {
        let type: FormFieldType =
            switch heading.prefix(2) {
            case "金额": .money
            case "日期": .day
            case "选项": .choice(["在用", "闲置", "出租出借", "待处置"])
            case "数量": .number
            default: .text
            }
        return FormField(
            name: heading, label: heading, type: type, isRequired: true, maximumLength: 40)
    }
}
