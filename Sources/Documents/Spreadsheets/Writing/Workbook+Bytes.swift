extension Workbook {
    /// The .xlsx file; the same workbook gives the same bytes on every machine and day.
    ///
    /// Numbers are written as the digits they have: no figure passes through a `Double`.
    ///
    /// - Throws: ``WorkbookWritingError``.
    package func bytes() throws(WorkbookWritingError) -> [UInt8] {
        try check()
        var package = OfficePackage()
        package.addProperties(properties, mainPart: "xl/workbook.xml")
        package.add("xl/workbook.xml", ContentType.sheet("sheet.main"), workbookPart)
        var styles = WorkbookStyles()
        var texts = SharedTexts()
        for (index, sheet) in sheets.enumerated() {
            let number = index + 1
            let isFirst = index == firstVisible
            let part = WorksheetPart(sheet, isSelected: isFirst)
            package.relate(
                "xl/workbook.xml", "rId\(number)", OfficeNamespace.relationship("worksheet"),
                to: "worksheets/sheet\(number).xml")
            package.add(
                "xl/worksheets/sheet\(number).xml", ContentType.sheet("worksheet"),
                part.xml(&styles, &texts))
            let comments = WorksheetComments(sheet, author: properties.creator)
            if !comments.isEmpty { comments.add(to: &package, sheet: number) }
        }
        let main = "xl/workbook.xml"
        package.attach(styles.xml(), ContentType.sheet("styles"), "styles", to: main)
        package.attach(texts.xml(), ContentType.sheet("sharedStrings"), "sharedStrings", to: main)
        package.attach(
            OfficeTheme.xml(), OfficeTheme.contentType, "theme", at: "theme/theme1.xml", to: main)
        do throws(ArchiveWriter.Refusal) {
            return try package.bytes()
        } catch {
            throw .archive(error.reason)
        }
    }

    /// Which sheet opens; ``check()`` has seen to it that there is one.
    private var firstVisible: Int { sheets.firstIndex { !$0.isHidden } ?? 0 }

    private var workbookPart: XMLWriter {
        var xml = XMLWriter()
        xml.element(
            "workbook",
            ["xmlns": OfficeNamespace.sheet, "xmlns:r": OfficeNamespace.relationships]
        ) { xml in
            xml.empty("workbookPr", ["defaultThemeVersion": "124226"])
            xml.element("bookViews") { xml in
                xml.empty(
                    "workbookView",
                    ["firstSheet": "\(firstVisible)", "activeTab": "\(firstVisible)"])
            }
            xml.element("sheets") { xml in
                for (index, sheet) in sheets.enumerated() {
                    let id = "\(index + 1)"
                    if sheet.isHidden {
                        xml.empty(
                            "sheet",
                            [
                                "name": sheet.name, "sheetId": id, "state": "hidden",
                                "r:id": "rId\(id)",
                            ])
                    } else {
                        xml.empty(
                            "sheet", ["name": sheet.name, "sheetId": id, "r:id": "rId\(id)"])
                    }
                }
            }
            writePrintNames(&xml)
            // Formulas are counted again on opening, so that they never show what is stale.
            xml.empty("calcPr", ["calcId": "124519", "fullCalcOnLoad": "1"])
        }
        return xml
    }

    private func writePrintNames(_ xml: inout XMLWriter) {
        let areas = sheets.enumerated().compactMap { index, sheet in
            sheet.print.columns.map { columns in
                ("_xlnm.Print_Area", index, sheet.printArea(columns).absoluteA1)
            }
        }
        let titles = sheets.enumerated().compactMap { index, sheet in
            sheet.print.repeatedRows.map { rows in
                ("_xlnm.Print_Titles", index, "$\(rows.lowerBound):$\(rows.upperBound)")
            }
        }
        guard !areas.isEmpty || !titles.isEmpty else { return }
        xml.element("definedNames") { xml in
            for (name, index, range) in areas + titles {
                xml.element(
                    "definedName", ["name": name, "localSheetId": "\(index)"],
                    text: "\(sheets[index].name.quotedSheetName)!\(range)")
            }
        }
    }
}

extension Worksheet {
    fileprivate func printArea(_ columns: ClosedRange<Int>) -> CellRange {
        CellRange(columns: columns, rows: 1...max(rows.count, 1))
    }
}

extension String {
    /// `'王''五'`: how formulas name a sheet, whatever its name holds.
    var quotedSheetName: String {
        "'" + split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
    }
}
