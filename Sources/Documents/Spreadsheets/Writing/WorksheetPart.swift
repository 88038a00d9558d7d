/// Writes `xl/worksheets/sheet1.xml`.
struct WorksheetPart {
    private let sheet: Worksheet
    private let isSelected: Bool
    private let letters: [String]

    init(_ sheet: Worksheet, isSelected: Bool) {
        self.sheet = sheet
        self.isSelected = isSelected
        let columns = sheet.rows.map(\.count).max() ?? 0
        letters = (0..<columns).map { CellPlace.letters(ofColumn: $0 + 1) }
    }

    func xml(_ styles: inout WorkbookStyles, _ texts: inout SharedTexts) -> XMLWriter {
        var xml = XMLWriter()
        xml.element(
            "worksheet",
            ["xmlns": OfficeNamespace.sheet, "xmlns:r": OfficeNamespace.relationships]
        ) { xml in
            xml.element("sheetPr") { $0.empty("pageSetUpPr", ["fitToPage": "1"]) }
            writeDimension(&xml)
            writeView(&xml)
            xml.empty("sheetFormatPr", ["defaultRowHeight": "15"])
            writeColumns(&xml)
            xml.element("sheetData") { writeRows(&$0, &styles, &texts) }
            if sheet.isProtected { writeProtection(&xml) }
            writeMerges(&xml)
            writeDropDowns(&xml)
            writePrintSetup(&xml)
            if sheet.hasComments {
                xml.empty("legacyDrawing", ["r:id": WorksheetComments.drawingID])
            }
        }
        return xml
    }

    private func writeDimension(_ xml: inout XMLWriter) {
        let last = CellPlace(row: max(sheet.rows.count, 1), column: max(letters.count, 1))
        xml.empty("dimension", ["ref": CellRange("A1", last).sheetText])
    }

    private func writeView(_ xml: inout XMLWriter) {
        xml.element("sheetViews") { xml in
            xml.element(
                "sheetView", ["tabSelected": isSelected ? "1" : "0", "workbookViewId": "0"]
            ) { xml in
                guard let corner = sheet.frozenAt, corner != "A1" else { return }
                let (columns, rows) = (corner.column - 1, corner.row - 1)
                if columns == 0 {
                    writePane(["ySplit": "\(rows)"], corner, "bottomLeft", &xml)
                } else if rows == 0 {
                    writePane(["xSplit": "\(columns)"], corner, "topRight", &xml)
                } else {
                    writePane(
                        ["xSplit": "\(columns)", "ySplit": "\(rows)"], corner, "bottomRight", &xml)
                }
            }
        }
    }

    private func writePane(
        _ splits: XMLWriter.Attributes, _ corner: CellPlace, _ active: String,
        _ xml: inout XMLWriter
    ) {
        let shared: XMLWriter.Attributes = [
            "topLeftCell": corner.a1, "activePane": active, "state": "frozen",
        ]
        xml.empty("pane", splits, shared)
        xml.empty("selection", ["pane": active])
    }

    private func writeColumns(_ xml: inout XMLWriter) {
        guard !sheet.columnWidths.isEmpty else { return }
        xml.element("cols") { xml in
            for (index, width) in sheet.columnWidths.enumerated() {
                let number = "\(index + 1)"
                xml.empty(
                    "col",
                    ["min": number, "max": number, "width": "\(width)", "customWidth": "1"])
            }
        }
    }

    private func writeRows(
        _ xml: inout XMLWriter, _ styles: inout WorkbookStyles, _ texts: inout SharedTexts
    ) {
        let heights = WorksheetHeights(sheet).heights
        let last = max(sheet.rows.count, heights.keys.max() ?? 0)
        var cells = WorksheetCellWriter(letters)
        for index in 0..<last {
            let row = index < sheet.rows.count ? sheet.rows[index] : []
            let number = "\(index + 1)"
            let height = heights[index + 1]
            guard height != nil || !row.isEmpty else { continue }
            var attributes: XMLWriter.Attributes = ["r": number]
            if let height { attributes = ["r": number, "ht": "\(height)", "customHeight": "1"] }
            xml.element("row", attributes) { xml in
                for (column, cell) in row.enumerated() {
                    guard let cell else { continue }
                    cells.write(cell, column: column, row: number, &xml, &styles, &texts)
                }
            }
        }
    }

    private func writeProtection(_ xml: inout XMLWriter) {
        // 0 means that the user may: widths and heights are nobody's secret.
        let rights: XMLWriter.Attributes = [
            "sheet": "1", "objects": "1", "scenarios": "1", "formatColumns": "0", "formatRows": "0",
        ]
        let rows: XMLWriter.Attributes = ["insertRows": "0", "deleteRows": "0"]
        xml.empty("sheetProtection", rights, sheet.allowsNewRows ? rows : [:])
    }

    private func writeMerges(_ xml: inout XMLWriter) {
        guard !sheet.merges.isEmpty else { return }
        xml.element("mergeCells", ["count": "\(sheet.merges.count)"]) { xml in
            for range in sheet.merges { xml.empty("mergeCell", ["ref": range.a1]) }
        }
    }

    private func writeDropDowns(_ xml: inout XMLWriter) {
        guard !sheet.dropDowns.isEmpty else { return }
        xml.element("dataValidations", ["count": "\(sheet.dropDowns.count)"]) { xml in
            for list in sheet.dropDowns {
                xml.element(
                    "dataValidation",
                    [
                        "type": "list", "allowBlank": "1",
                        "showInputMessage": list.hint.isEmpty ? "0" : "1",
                        "showErrorMessage": "1", "errorTitle": "请从列表中选择",
                        "error": "这一格只能填列表中的内容。请点右侧箭头选择。", "prompt": list.hint,
                        "sqref": list.range.sheetText,
                    ]
                ) { xml in
                    switch list.source {
                    case .items(let items):
                        xml.element("formula1", text: "\"\(list.joined(items))\"")
                    case .cells(let sheet, let range):
                        xml.element(
                            "formula1", text: "\(sheet.quotedSheetName)!\(range.absoluteA1)")
                    }
                }
            }
        }
    }

    private func writePrintSetup(_ xml: inout XMLWriter) {
        xml.empty("printOptions", ["horizontalCentered": "1"])
        xml.empty(
            "pageMargins",
            [
                "left": "0.6", "right": "0.6", "top": "0.75", "bottom": "0.75", "header": "0.3",
                "footer": "0.4",
            ])
        let orientation = sheet.print.orientation == .portrait ? "portrait" : "landscape"
        // Paper 9 is A4; one page wide, as many as needed high.
        xml.empty(
            "pageSetup",
            [
                "paperSize": "9", "orientation": orientation, "fitToWidth": "1",
                "fitToHeight": "0",
            ])
        if sheet.print.hasPageNumbers {
            xml.element("headerFooter") { $0.element("oddFooter", text: "&C第 &P 页，共 &N 页") }
        }
    }
}
