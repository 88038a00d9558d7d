/// Why a text document cannot be written: what composed it made a mistake, not the user.
package enum WordWritingError: Error, Hashable {
    /// Each figure has an id of its own; Word drops the second of two equal bookmarks.
    case duplicateFigure(String)
    case unusableFigureID(String)
    /// Cells of one row (from 1) cover more or fewer columns than the table (from 1) has.
    case rowDoesNotFit(table: Int, row: Int)
    case emptyTable(Int)
    /// The chart's (from 1) series have not one value for each category.
    case unevenChart(Int)
    case archive(String)

    /// What happened, and where.
    package var message: String {
        switch self {
        case .duplicateFigure(let id): "报告中数字编号“\(id)”出现了两次，请给每个数字不同的编号。"
        case .unusableFigureID(let id):
            "数字编号“\(id)”不能用作书签：只能有 1—36 个英文字母、数字或下划线。"
        case .rowDoesNotFit(let table, let row):
            "第 \(table) 张表第 \(row) 行的单元格与列数对不上，请检查合并单元格。"
        case .emptyTable(let table): "第 \(table) 张表没有列或没有行。"
        case .unevenChart(let chart): "第 \(chart) 张图各系列的数据个数与类别个数不一致，或没有数据。"
        case .archive(let reason): "文档打包失败：\(reason)。"
        }
    }
}
