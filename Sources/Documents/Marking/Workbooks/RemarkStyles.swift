/// The formats of the column of remarks, put behind those that a workbook has.
struct RemarkStyles {
    /// Indexes of cell formats; nil where the workbook has no styles at all.
    private var first: Int?
    /// Where the painted twins of all formats begin, and how many there are.
    private var painted: Range<Int>?

    /// The format of a marked cell: as it was, over light red; nil where the workbook has none.
    func painted(_ style: Int) -> Int? {
        guard let painted, style >= 0, style < painted.count else { return nil }
        return painted.lowerBound + style
    }

    /// Above it cells are not painted, since programs know at most 65 490 formats.
    private static let twinLimit = 20_000

    /// The format of a row whose gravest remark is this one.
    func style(of severity: MarkSeverity) -> Int? { first.map { $0 + severity.rawValue } }

    var heading: Int? { first.map { $0 + MarkSeverity.allCases.count } }

    /// Dark blue, dark orange and dark red, as they stay legible in print; the heading in red.
    private static let fonts: [(color: String, isBold: Bool)] = [
        ("FF1F4E79", false), ("FFB45F06", false), ("FFC00000", false), ("FFC00000", true),
    ]

    /// - Parameter paints: whether marked cells are painted.
    init(_ package: inout PackageEditor, workbook: String, paints: Bool) throws {
        guard let part = try package.part("styles", of: workbook), package.holds(part)
        else { return }
        let bytes = try package.xml(part)
        var tokens = XMLTokens(bytes)
        var edits = XMLEdits()
        var (list, depth): (String?, Int) = (nil, 0)
        var counts = ["fonts": 0, "fills": 0, "cellXfs": 0]
        var ends: [String: (place: Int, prefix: String)] = [:]
        var tags: [String: XMLTokens.Token] = [:]
        var formatTags: [(tag: XMLTokens.Token, end: Int)] = []
        while let token = tokens.next() {
            let name = String(decoding: tokens.local(token), as: UTF8.self)
            switch token.kind {
            case .start:
                depth += 1
                if depth == 2, counts[name] != nil { (list, tags[name]) = (name, token) }
                if depth == 3, let list {
                    counts[list, default: 0] += 1
                    if list == "cellXfs" { formatTags.append((token, token.range.upperBound)) }
                }
            case .empty:
                if depth == 2, let list {
                    counts[list, default: 0] += 1
                    if list == "cellXfs" { formatTags.append((token, token.range.upperBound)) }
                }
            case .end:
                if depth == 3, list == "cellXfs", !formatTags.isEmpty {
                    formatTags[formatTags.count - 1].end = token.range.upperBound
                }
                if depth == 2, let own = list {
                    ends[own] = (token.range.lowerBound, tokens.colonPrefix(token))
                    list = nil
                }
                depth -= 1
            default: break
            }
        }
        guard let fonts = ends["fonts"], let formats = ends["cellXfs"],
            let fontCount = counts["fonts"], let formatCount = counts["cellXfs"]
        else { return }
        first = formatCount
        for font in Self.fonts { edits.insert(Self.font(font, fonts.prefix), at: fonts.place) }
        for index in Self.fonts.indices {
            edits.insert(Self.format(font: fontCount + index, formats.prefix), at: formats.place)
        }
        var added = ["fonts": Self.fonts.count, "cellXfs": Self.fonts.count]
        if paints, let fills = ends["fills"], let fillCount = counts["fills"],
            formatCount <= Self.twinLimit
        {
            edits.insert(Self.fill(fills.prefix), at: fills.place)
            for (tag, end) in formatTags {
                edits.insert(
                    Self.twin(of: tag, through: end, tokens, fill: fillCount), at: formats.place)
            }
            let start = formatCount + Self.fonts.count
            painted = start..<(start + formatTags.count)
            added["fills"] = 1
            added["cellXfs", default: 0] += formatTags.count
        }
        for (name, tag) in tags.sorted(by: { $0.key < $1.key }) {
            guard let count = tokens.attribute("count", of: tag) else { continue }
            edits.replace(count.range, with: "\((counts[name] ?? 0) + (added[name] ?? 0))")
        }
        package.put(part, edits.applied(to: bytes))
    }

    private static func fill(_ own: String) -> String {
        "<\(own)fill><\(own)patternFill patternType=\"solid\"><\(own)fgColor rgb=\"FFFFC7CE\"/>"
            + "<\(own)bgColor indexed=\"64\"/></\(own)patternFill></\(own)fill>"
    }

    /// A format with another fill; what it holds (alignment, protection) stays.
    private static func twin(
        of tag: XMLTokens.Token, through end: Int, _ tokens: XMLTokens, fill: Int
    ) -> String {
        let name = tokens.text(tag.name)
        let kept = tokens.attributes(of: tag).filter {
            $0.name != "fillId" && $0.name != "applyFill"
        }
        let attributes = kept.map { " " + tokens.text($0.whole) }.joined()
        let start = "<\(name)\(attributes) fillId=\"\(fill)\" applyFill=\"1\""
        guard tag.kind == .start else { return start + "/>" }
        return start + ">" + tokens.text(tag.range.upperBound..<end)
    }

    private static func font(_ font: (color: String, isBold: Bool), _ own: String) -> String {
        "<\(own)font>\(font.isBold ? "<\(own)b/>" : "")<\(own)sz val=\"10\"/>"
            + "<\(own)color rgb=\"\(font.color)\"/><\(own)name val=\"宋体\"/>"
            + "<\(own)family val=\"3\"/><\(own)charset val=\"134\"/></\(own)font>"
    }

    private static func format(font: Int, _ own: String) -> String {
        "<\(own)xf numFmtId=\"49\" fontId=\"\(font)\" fillId=\"0\" borderId=\"0\" xfId=\"0\" "
            + "applyNumberFormat=\"1\" applyFont=\"1\" applyAlignment=\"1\">"
            + "<\(own)alignment vertical=\"top\" wrapText=\"1\"/></\(own)xf>"
    }
}
