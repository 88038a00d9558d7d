/// A place in an original document (原文位置), as its readers count.
package enum TextOrigin: Hashable, Sendable {
    /// A line of a text file, from 1.
    case line(Int)
    /// A paragraph of a Word document: which `w:p` of its main part it is in document order, from 0,
    /// those of tables, text boxes and passed-over parts counted.
    case paragraph(Int)
    case cell(sheet: String, CellPlace)
    /// A page and a line that is not blank on it, both from 1.
    case page(Int, line: Int)
    /// A block of a web page (heading, paragraph, list item, cell), from 0.
    case element(Int)

    /// The place as it is told to people: `第3页第12行`, `工作表“收支”B7`.
    package var chineseName: String {
        switch self {
        case .line(let line): "第\(line)行"
        case .paragraph(let index): "第\(index + 1)段"
        case .cell(let sheet, let place): "工作表“\(sheet)”\(place.a1)"
        case .page(let page, let line): "第\(page)页第\(line)行"
        case .element(let index): "第\(index + 1)段"
        }
    }
}
