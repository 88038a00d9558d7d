/// Writes the comments (批注) of a sheet: their texts, and the boxes that show them.
struct WorksheetComments {
    static let drawingID = "rId1"

    private let comments: [(place: CellPlace, text: String)]
    private let author: String

    init(_ sheet: Worksheet, author: String) {
        self.author = author
        comments = sheet.rows.enumerated().flatMap { index, row in
            row.enumerated().compactMap { column, cell in
                cell?.comment.map { (CellPlace(row: index + 1, column: column + 1), $0) }
            }
        }
    }

    var isEmpty: Bool { comments.isEmpty }

    /// Adds both parts and relates the sheet (from 1) to them.
    func add(to package: inout OfficePackage, sheet: Int) {
        let source = "xl/worksheets/sheet\(sheet).xml"
        package.relate(
            source, Self.drawingID, OfficeNamespace.relationship("vmlDrawing"),
            to: "../drawings/vmlDrawing\(sheet).vml")
        package.relate(
            source, "rId2", OfficeNamespace.relationship("comments"),
            to: "../comments\(sheet).xml")
        package.add("xl/comments\(sheet).xml", ContentType.sheet("comments"), texts)
        package.add("xl/drawings/vmlDrawing\(sheet).vml", ContentType.vml, boxes(sheet: sheet))
    }

    private var texts: XMLWriter {
        var xml = XMLWriter()
        xml.element("comments", ["xmlns": OfficeNamespace.sheet]) { xml in
            xml.element("authors") { $0.element("author", text: author) }
            xml.element("commentList") { xml in
                for (place, text) in comments {
                    xml.element("comment", ["ref": place.a1, "authorId": "0"]) { xml in
                        xml.element("text") { xml in
                            xml.element(
                                "t", ["xml:space": "preserve"], text: SharedTexts.escaped(text))
                        }
                    }
                }
            }
        }
        return xml
    }

    private func boxes(sheet: Int) -> XMLWriter {
        CommentBox.drawing(sheet: sheet) { xml in
            CommentBox.writeType(&xml)
            for (index, comment) in comments.enumerated() {
                CommentBox.write(1024 * sheet + 1 + index, comment.place, &xml)
            }
        }
    }
}

/// The box that shows a comment (批注框), as a legacy drawing.
enum CommentBox {
    /// A drawing whose boxes have the numbers of the sheet (from 1).
    static func drawing(sheet: Int, _ boxes: (inout XMLWriter) -> Void) -> XMLWriter {
        var xml = XMLWriter()
        xml.element(
            "xml",
            [
                "xmlns:v": "urn:schemas-microsoft-com:vml",
                "xmlns:o": "urn:schemas-microsoft-com:office:office",
                "xmlns:x": "urn:schemas-microsoft-com:office:excel",
            ]
        ) { xml in
            xml.element("o:shapelayout", ["v:ext": "edit"]) { xml in
                xml.empty("o:idmap", ["v:ext": "edit", "data": "\(sheet)"])
            }
            boxes(&xml)
        }
        return xml
    }

    /// The shape that all boxes of a drawing share.
    static func writeType(_ xml: inout XMLWriter) {
        xml.element(
            "v:shapetype",
            [
                "id": "_x0000_t202", "coordsize": "21600,21600", "o:spt": "202",
                "path": "m,l,21600r21600,l21600,xe",
            ]
        ) { xml in
            xml.empty("v:stroke", ["joinstyle": "miter"])
            xml.empty("v:path", ["gradientshapeok": "t", "o:connecttype": "rect"])
        }
    }

    /// - Parameter id: unique in the drawing.
    static func write(_ id: Int, _ place: CellPlace, _ xml: inout XMLWriter) {
        xml.element(
            "v:shape",
            [
                "id": "_x0000_s\(id)", "type": "#_x0000_t202",
                "style": "position:absolute;visibility:hidden", "fillcolor": "#ffffe1",
                "o:insetmode": "auto",
            ]
        ) { xml in
            xml.empty("v:fill", ["color2": "#ffffe1"])
            xml.empty("v:shadow", ["on": "t", "color": "black", "obscured": "t"])
            xml.empty("v:path", ["o:connecttype": "none"])
            xml.empty("v:textbox", ["style": "mso-direction-alt:auto"])
            xml.element("x:ClientData", ["ObjectType": "Note"]) { xml in
                xml.empty("x:MoveWithCells")
                xml.empty("x:SizeWithCells")
                // Column and offset, row and offset of the corners, counted from 0.
                let (column, row) = (place.column - 1, place.row - 1)
                xml.element(
                    "x:Anchor",
                    text:
                        "\(column + 1), 15, \(max(row - 1, 0)), 4, \(column + 4), 15, \(row + 4), 4"
                )
                xml.element("x:AutoFill", text: "False")
                xml.element("x:Row", text: "\(row)")
                xml.element("x:Column", text: "\(column)")
            }
        }
    }
}

extension Worksheet {
    var hasComments: Bool { rows.contains { row in row.contains { $0?.comment != nil } } }
}
