/// Why a workbook cannot be written; places are named as the user sees them.
package enum WorkbookWritingError: Error, Hashable {
    case noVisibleSheet
    case unusableSheetName(String)
    case duplicateSheetName(String)
    /// Spreadsheet programs keep 15 digits of a number; more would be changed silently.
    case tooManyDigits(sheet: String, cell: String, number: String)
    /// A cell holds at most 32767 characters.
    case textTooLong(sheet: String, cell: String)
    case overlappingMerges(sheet: String, String, String)
    case unusableDropDown(sheet: String, range: String)
    case archive(String)

    /// What happened, and where.
    package var message: String {
        switch self {
        case .noVisibleSheet: "工作簿里至少要有一张看得见的工作表。"
        case .unusableSheetName(let name):
            "工作表名“\(name)”不能用：须为 1—31 个字，不含 : \\ / ? * [ ]，首尾不用单引号。"
        case .duplicateSheetName(let name): "有两张工作表都叫“\(name)”，请换一个名字。"
        case .tooManyDigits(let sheet, let cell, let number):
            "工作表“\(sheet)”单元格 \(cell) 的数 \(number) 超过 15 位有效数字，电子表格会改动它。请先按规定取舍。"
        case .textTooLong(let sheet, let cell):
            "工作表“\(sheet)”单元格 \(cell) 的文字超过 32767 个字符，电子表格放不下。请缩短或分成几格。"
        case .overlappingMerges(let sheet, let first, let second):
            "工作表“\(sheet)”的合并区域 \(first) 与 \(second) 重叠。"
        case .unusableDropDown(let sheet, let range):
            "工作表“\(sheet)”\(range) 的下拉选项不能用：每项不为空、不含逗号和双引号，合计不超过 255 个字符。"
        case .archive(let reason): "工作簿打包失败：\(reason)。"
        }
    }
}
