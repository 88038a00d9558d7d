extension ReadableDocument {
    /// Reads a web page; scripts, styles and what is hidden are passed over.
    ///
    /// Its encoding is told by its bytes, as that of any text: what a page says of itself is often
    /// wrong. A page that names one that this program does not know gets a notice.
    init(webPage file: InputFile, limits: ReadableLimits) throws {
        let page = try Self.decoded(file, limits: limits)
        let elements = WebPageElements(file: file.name, limits: limits)
        let parser = try HTMLPushParser(
            elements, file: file.name, depthLimit: limits.webPageDepth)
        try parser.parse(page)
        self = try elements.document(notices: Self.notices(page))
    }

    private static func notices(_ page: [UInt8]) -> [String] {
        let head = String(decoding: page.prefix(4096), as: UTF8.self).lowercased()
        guard let mark = head.range(ofFirst: "charset=") else { return [] }
        let name = head[mark.upperBound...].drop { "\"' ".contains($0) }
            .prefix { $0.isASCII && ($0.isLetter || $0.isNumber || "-_".contains($0)) }
        let isKnown = ["utf", "gb", "x-gb", "unicode", "us-ascii", "hz"].contains {
            name.hasPrefix($0)
        }
        return name.isEmpty || isKnown
            ? [] : ["网页自称的文字编码 \(name) 不受支持，已按 UTF-8 或 GB18030 读取，文字可能有误。"]
    }
}

extension String {
    /// Where a text first occurs.
    fileprivate func range(ofFirst text: String) -> Range<Index>? {
        var start = startIndex
        while start < endIndex {
            if self[start...].hasPrefix(text) {
                return start..<index(start, offsetBy: text.count)
            }
            start = index(after: start)
        }
        return nil
    }
}
