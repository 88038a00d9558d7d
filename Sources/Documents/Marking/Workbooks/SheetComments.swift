/// Puts remarks into the comments of one sheet (批注): their texts, and the boxes that show them.
struct SheetComments {
    let part: String
    let author: String

    /// Adds a comment for each marked cell.
    ///
    /// - Returns: the id by which the sheet must name the boxes' drawing; nil where it does so
    ///   already.
    func add(_ marks: [CellMark], to package: inout PackageEditor) throws -> String? {
        var remarks: [(place: CellPlace, text: String)] = []
        for mark in marks {
            if let known = remarks.firstIndex(where: { $0.place == mark.place }) {
                remarks[known].text += "\n" + mark.remark
            } else {
                remarks.append((mark.place, mark.remark))
            }
        }
        let known = try package.part("comments", of: part).flatMap { package.holds($0) ? $0 : nil }
        let texts = known ?? package.freeName("xl/comments", ".xml")
        var list = SheetCommentList(
            try known.map { try package.xml($0) } ?? SheetCommentList.empty, author: author)
        let fresh = list.add(remarks)
        package.put(texts, list.bytes())
        if known == nil {
            try package.setContentType(ContentType.sheet("comments"), ofPart: texts)
            _ = try package.relate(part, "comments", to: texts)
        }
        return try addBoxes(fresh.map(\.place), to: &package)
    }

    private func addBoxes(_ places: [CellPlace], to package: inout PackageEditor) throws -> String?
    {
        if let drawing = try package.part("vmlDrawing", of: part), package.holds(drawing) {
            guard !places.isEmpty else { return nil }
            // Excel's own drawings are not always well-formed: the text is not parsed.
            package.put(drawing, try boxes(places, in: package.archive.bytes(of: drawing)))
            return nil
        }
        let drawing = package.freeName("xl/drawings/vmlDrawing", ".vml")
        package.put(drawing, try boxes(places, in: CommentBox.drawing(sheet: 1) { _ in }.bytes))
        try package.setContentType(ContentType.vml, ofPart: drawing)
        return try package.relate(part, "vmlDrawing", to: drawing)
    }

    /// The drawing with boxes before its end.
    private func boxes(_ places: [CellPlace], in drawing: [UInt8]) throws -> [UInt8] {
        let end = Array("</xml>".utf8)
        guard
            let place = drawing.indices.reversed().first(where: {
                drawing[$0] == end[0] && drawing[$0...].starts(with: end)
            })
        else { throw DocumentError.brokenXML(file: part, part: "vmlDrawing", line: 1) }
        let text = String(decoding: drawing, as: UTF8.self)
        var xml = XMLWriter.fragment
        if !text.contains("\"_x0000_t202\"") { CommentBox.writeType(&xml) }
        var id = Self.greatestID(in: text) + 1
        for place in places {
            CommentBox.write(id, place, &xml)
            id += 1
        }
        return drawing[..<place] + xml.bytes + drawing[place...]
    }

    /// Of shapes such as `_x0000_s1025`; 1024 where there is none.
    private static func greatestID(in drawing: String) -> Int {
        drawing.split(separator: "\"").reduce(1024) { greatest, word in
            guard word.hasPrefix("_x0000_s"), let id = Int(word.dropFirst(8)), id < 1 << 24
            else { return greatest }
            return max(greatest, id)
        }
    }
}
