extension WordBodyWriter {
    mutating func write(
        _ table: WordTable, _ grid: WordTableGrid, _ page: WordPage, _ xml: inout XMLWriter
    ) {
        let widths = grid.widths(of: table.columnShares, in: page.textWidth)
        xml.element("w:tbl") { xml in
            Self.writeProperties(width: page.textWidth, &xml)
            xml.element("w:tblGrid") { xml in
                for width in widths { xml.empty("w:gridCol", ["w:w": "\(width)"]) }
            }
            for (index, slots) in grid.rows.enumerated() {
                let isHeader = index < table.headerRows
                let keepsWithNext =
                    index < grid.rows.count - 1 && (isHeader || table.staysOnOnePage)
                xml.element("w:tr") { xml in
                    xml.element("w:trPr") { xml in
                        xml.empty("w:cantSplit")
                        if isHeader { xml.empty("w:tblHeader") }
                    }
                    var column = 0
                    for slot in slots {
                        let next = column + slot.columnSpan
                        let width = widths[column..<next].reduce(0, +)
                        write(slot, width: width, keepsWithNext: keepsWithNext, &xml)
                        column = next
                    }
                }
            }
        }
    }

    private static func writeProperties(width: Int, _ xml: inout XMLWriter) {
        xml.element("w:tblPr") { xml in
            xml.empty("w:tblW", ["w:w": "\(width)", "w:type": "dxa"])
            xml.empty("w:jc", ["w:val": "center"])
            xml.element("w:tblBorders") { xml in
                for side in ["top", "left", "bottom", "right", "insideH", "insideV"] {
                    xml.empty(
                        "w:\(side)",
                        ["w:val": "single", "w:sz": "4", "w:space": "0", "w:color": "000000"])
                }
            }
            xml.empty("w:tblLayout", ["w:type": "fixed"])
            xml.element("w:tblCellMar") { xml in
                for (side, margin) in [
                    ("top", "30"), ("left", "85"), ("bottom", "30"), ("right", "85"),
                ] {
                    xml.empty("w:\(side)", ["w:w": margin, "w:type": "dxa"])
                }
            }
        }
    }

    private mutating func write(
        _ slot: WordTableGrid.Slot, width: Int, keepsWithNext: Bool, _ xml: inout XMLWriter
    ) {
        xml.element("w:tc") { xml in
            xml.element("w:tcPr") { xml in
                xml.empty("w:tcW", ["w:w": "\(width)", "w:type": "dxa"])
                if slot.columnSpan > 1 { xml.empty("w:gridSpan", ["w:val": "\(slot.columnSpan)"]) }
                switch slot {
                case .covered: xml.empty("w:vMerge", ["w:val": "continue"])
                case .cell(let cell):
                    if cell.rowSpan > 1 { xml.empty("w:vMerge", ["w:val": "restart"]) }
                    if let background = cell.background {
                        xml.empty(
                            "w:shd",
                            ["w:val": "clear", "w:color": "auto", "w:fill": background.hex])
                    }
                }
                xml.empty("w:vAlign", ["w:val": "center"])
            }
            let paragraphs =
                if case .cell(let cell) = slot { cell.paragraphs } else { [WordParagraph]() }
            // A cell without a paragraph is what Word calls a damaged file.
            let written = paragraphs.isEmpty ? [WordParagraph(.tableText, [])] : paragraphs
            for paragraph in written { write(paragraph, keepsWithNext: keepsWithNext, &xml) }
        }
    }
}
