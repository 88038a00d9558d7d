/// Makes small PDF files, byte by byte.
struct PDFMaker {
    /// What a page holds.
    enum Page {
        /// Words at places, in points from the left and from the foot.
        case words([(x: Int, y: Int, text: String)])
        case picture
        case blank
    }

    private var objects: [String] = []
    var trailer = ""

    init(_ pages: [Page]) {
        let kids = pages.indices.map { "\(4 + 2 * $0) 0 R" }.joined(separator: " ")
        objects = [
            "<</Type/Catalog/Pages 2 0 R>>",
            "<</Type/Pages/Kids[\(kids)]/Count \(pages.count)>>",
            "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        ]
        for (index, page) in pages.enumerated() {
            let content: String
            switch page {
            case .words(let words):
                content =
                    "BT /F1 12 Tf "
                    + words.map { "1 0 0 1 \($0.x) \($0.y) Tm (\($0.text)) Tj " }.joined() + "ET"
            case .picture:
                content = "q 200 0 0 200 0 0 cm BI /W 2 /H 1 /CS /G /BPC 8 ID ab EI Q"
            case .blank: content = ""
            }
            objects += [
                "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents \(5 + 2 * index) 0 R"
                    + "/Resources<</Font<</F1 3 0 R>>>>>>",
                "<</Length \(content.utf8.count)>>stream\n\(content)\nendstream",
            ]
        }
    }

    var bytes: [UInt8] {
        var text = "%PDF-1.4\n"
        var places: [Int] = []
        for (index, object) in objects.enumerated() {
            places.append(text.utf8.count)
            text += "\(index + 1) 0 obj\n\(object)\nendobj\n"
        }
        let start = text.utf8.count
        text += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
        for place in places {
            let digits = String(place)
            text += String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n"
        }
        text += "trailer\n<</Size \(objects.count + 1)/Root 1 0 R\(trailer)>>\n"
        return Array((text + "startxref\n\(start)\n%%EOF\n").utf8)
    }

    /// Behind a password that nobody knows.
    var locked: [UInt8] {
        var copy = self
        let key = String(repeating: "41", count: 32)
        copy.trailer =
            "/ID[<\(key)><\(key)>]/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<\(key)>/U<\(key)>>>"
        return copy.bytes
    }
}
