import Documents
import Performance

/// The sheet that explains a form (填表说明): every answer with the words that messages about it use.
enum FormInstructions {
    static let sheetName = "填表说明"

    static func sheet(_ form: FormDefinition) -> Worksheet {
        var sheet = Worksheet(sheetName)
        sheet.columnWidths = [16, 22, 12, 8, 60]
        sheet.print = PrintSetup(.portrait, repeatedRows: 2...2)
        sheet.isProtected = true
        sheet.frozenAt = "A3"
        sheet.merge(
            CellRange("A1", "E1"), WorksheetCell(.text("\(form.name)填表说明"), FormStyle.title))
        sheet.rowHeights[1] = 32
        sheet.append(
            ["栏目", "填报项", "填什么", "必填", "说明"].map {
                WorksheetCell(.text($0), FormStyle.heading)
            })
        for field in form.fields { sheet.append(row("单项", field)) }
        for table in form.tables {
            for column in table.columns { sheet.append(row(table.name, column)) }
        }
        let note =
            "灰色的格自动计算，不用填；蓝色标题的列不打印，供审核和监控使用；不适用的填 —；"
            + "表格行数不够时，在中间插入行。数据来源：\(form.source.text)。"
        sheet.append([WorksheetCell(.text(note), FormSheet.text)])
        let last = sheet.rows.count
        sheet.merge(
            CellRange(columns: 1...5, rows: last...last),
            WorksheetCell(.text(note), FormSheet.text))
        return sheet
    }

    private static func row(_ place: String, _ field: FormField) -> [WorksheetCell?] {
        let isRequired = field.formula == nil && field.isRequired
        return [place, field.label, field.type.words, isRequired ? "是" : "", field.hint].map {
            WorksheetCell($0.isEmpty ? .blank : .text($0), FormSheet.text)
        }
    }
}

extension FormFieldType {
    /// What to fill in, for people.
    package var words: String {
        switch self {
        case .text: "文字"
        case .money: "金额（万元）"
        case .percent: "百分比"
        case .number: "数"
        case .score: "分值"
        case .day: "日期"
        case .year: "年份"
        case .target: "指标值"
        case .choice: "从列表选"
        case .tick: "√"
        }
    }
}
