extension WordDocument {
    /// What is known to be sound: from here on, writing cannot fail.
    struct Checked {
        /// The grids of the tables, in their order.
        var grids: [WordTableGrid] = []
        var charts: [BarChart] = []
    }

    func checked() throws(WordWritingError) -> Checked {
        var checked = Checked()
        var figures: Set<String> = []
        for section in sections {
            for block in section.blocks {
                switch block {
                case .paragraph(let paragraph):
                    try Self.check(paragraph, &figures)
                case .table(let table):
                    let number = checked.grids.count + 1
                    checked.grids.append(try WordTableGrid(table, number: number))
                    for row in table.rows {
                        for cell in row.cells {
                            for paragraph in cell.paragraphs { try Self.check(paragraph, &figures) }
                        }
                    }
                case .chart(let chart):
                    checked.charts.append(chart)
                    guard chart.isEven else { throw .unevenChart(checked.charts.count) }
                case .pageBreak: break
                }
            }
        }
        return checked
    }

    private static func check(
        _ paragraph: WordParagraph, _ figures: inout Set<String>
    ) throws(WordWritingError) {
        for run in paragraph.runs {
            guard let id = run.figureID else { continue }
            guard WordBookmark.admits(id) else { throw .unusableFigureID(id) }
            guard figures.insert(id).inserted else { throw .duplicateFigure(id) }
        }
    }
}
