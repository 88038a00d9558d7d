import Documents
import Performance

/// What a form's file says of itself on a hidden sheet (表样信息): by it a renamed file is known again.
///
/// The check code guards from slips and old layouts, not from forgers.
struct FormStamp: Hashable {
    static let sheetName = "表样信息"

    let form: String
    let version: String
    let unitCode: String
    let fiscalYear: Int
    let subject: String
    /// Of the layout: its labels and formulas.
    let checkCode: String

    init(_ form: FormDefinition, _ content: FormContent) {
        self.form = form.id
        version = form.version
        unitCode = content.unitCode
        fiscalYear = content.fiscalYear
        subject = content.subject
        checkCode = Self.checkCode(of: form)
    }

    private static let keys = ["表样", "版本", "单位代码", "年度", "对象", "校验码"]

    var sheet: Worksheet {
        var sheet = Worksheet(Self.sheetName)
        sheet.isHidden = true
        sheet.isProtected = true
        let values = [form, version, unitCode, String(fiscalYear), subject, checkCode]
        for (key, value) in zip(Self.keys, values) {
            sheet.append([
                WorksheetCell(.text(key)), WorksheetCell(value.isEmpty ? .blank : .text(value)),
            ])
        }
        return sheet
    }

    /// Nil where the sheet does not say form and year.
    init?(reading rows: [TableRow]) {
        var values: [String: String] = [:]
        for row in rows { values[row[column: 1].text] = row[column: 2].text }
        guard let form = values["表样"], let version = values["版本"],
            let year = values["年度"].flatMap({ Int($0) })
        else { return nil }
        self.form = form
        self.version = version
        unitCode = values["单位代码"] ?? ""
        fiscalYear = year
        subject = values["对象"] ?? FormContent.wholeDepartment
        checkCode = values["校验码"] ?? ""
    }

    /// FNV-1a over the layout, 64 bits in hexadecimal.
    static func checkCode(of form: FormDefinition) -> String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for text in texts(of: form) {
            for byte in Array(text.utf8) + [0] {
                hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
            }
        }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }

    private static func texts(of form: FormDefinition) -> [String] {
        var texts = [form.id, form.version]
        for page in form.pages {
            texts.append(page.name)
            for section in page.sections {
                let cells =
                    [section.side].compactMap { $0 } + section.lines.flatMap(\.cells)
                    + (section.block?.row.cells ?? []) + section.linesBelow.flatMap(\.cells)
                texts += cells.map { "\($0.columns) \($0.height) \($0.text.source)" }
            }
        }
        let fields = form.fields + form.tables.flatMap(\.columns)
        texts += fields.compactMap { field in field.formula.map { "\(field.name) \($0)" } }
        return texts
    }
}

extension FormText {
    /// As a definition file spells it.
    var source: String {
        pieces.map { piece in
            switch piece {
            case .words(let words): words
            case .answer(.fiscalYear): "[年度]"
            case .answer(.rowNumber): "[#]"
            case .answer(.field(let name)): "[\(name)]"
            case .answer(.column(let table, let name)): "[\(table).\(name)]"
            }
        }.joined()
    }
}
