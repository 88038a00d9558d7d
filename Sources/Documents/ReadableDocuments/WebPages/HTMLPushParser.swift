import CXML2

/// What a reader of a web page does with what the parser meets. Names come in lower case.
protocol HTMLElements: AnyObject {
    /// Set where the reading must end.
    var failure: (any Error)? { get set }
    func start(_ name: String, _ attributes: [String: String])
    func end(_ name: String)
    func text(_ bytes: UnsafeBufferPointer<UInt8>)
}

/// Parses a web page piece by piece with libxml2's forgiving parser, without any tree.
///
/// No network, no entity but those of HTML; depth is limited.
final class HTMLPushParser {
    /// Joins the parser's callbacks, which know one pointer, to the elements.
    private final class Bridge {
        let elements: any HTMLElements
        var stop: (() -> Void)?
        var depth = 0
        let depthLimit: Int
        let depthFailure: any Error

        init(_ elements: any HTMLElements, depthLimit: Int, depthFailure: any Error) {
            self.elements = elements
            self.depthLimit = depthLimit
            self.depthFailure = depthFailure
        }

        static func from(_ user: UnsafeMutableRawPointer?) -> Bridge? {
            user.map { Unmanaged<Bridge>.fromOpaque($0).takeUnretainedValue() }
        }

        func start(_ name: String, _ attributes: [String: String]) {
            depth += 1
            if depth > depthLimit { elements.failure = elements.failure ?? depthFailure }
            if elements.failure == nil { elements.start(name, attributes) }
            if elements.failure != nil { stop?() }
        }

        func end(_ name: String) {
            depth -= 1
            if elements.failure == nil { elements.end(name) }
            if elements.failure != nil { stop?() }
        }

        func text(_ bytes: UnsafeBufferPointer<UInt8>) {
            if elements.failure == nil { elements.text(bytes) }
            if elements.failure != nil { stop?() }
        }
    }

    private let context: htmlParserCtxtPtr
    private let bridge: Bridge

    /// - Parameter file: for messages.
    init(_ elements: any HTMLElements, file: String, depthLimit: Int) throws {
        bridge = Bridge(
            elements, depthLimit: depthLimit,
            depthFailure: DocumentError.nestedTooDeeply(file: file, part: "html", limit: depthLimit)
        )
        var sax = Self.callbacks
        let user = Unmanaged.passUnretained(bridge).toOpaque()
        guard
            let context = htmlCreatePushParserCtxt(
                &sax, user, nil, 0, nil, XML_CHAR_ENCODING_UTF8)
        else { throw DocumentError.brokenXML(file: file, part: "html", line: 1) }
        let options =
            HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NONET.rawValue | HTML_PARSE_NOERROR.rawValue
            | HTML_PARSE_NOWARNING.rawValue | HTML_PARSE_IGNORE_ENC.rawValue
        htmlCtxtUseOptions(context, Int32(options))
        self.context = context
        bridge.stop = { xmlStopParser(context) }
    }

    deinit {
        bridge.stop = nil
        htmlFreeParserCtxt(context)
    }

    /// Parses a whole page of UTF-8.
    ///
    /// - Throws: what the elements failed with; a page is never too broken to be read.
    func parse(_ page: [UInt8]) throws {
        try page.withUnsafeBytes { bytes in
            var start = 0
            while start < bytes.count {
                let piece = UnsafeRawBufferPointer(
                    rebasing: bytes[start..<min(start + 1 << 16, bytes.count)])
                htmlParseChunk(
                    context, piece.assumingMemoryBound(to: CChar.self).baseAddress,
                    Int32(piece.count), 0)
                if let failure = bridge.elements.failure { throw failure }
                start += piece.count
            }
        }
        htmlParseChunk(context, nil, 0, 1)
        if let failure = bridge.elements.failure { throw failure }
    }

    private static var callbacks: htmlSAXHandler {
        var sax = htmlSAXHandler()
        sax.startElement = { user, name, attributes in
            guard let bridge = Bridge.from(user), let name else { return }
            bridge.start(
                HTMLPushParser.string(name).lowercased(), HTMLPushParser.pairs(attributes))
        }
        sax.endElement = { user, name in
            guard let bridge = Bridge.from(user), let name else { return }
            bridge.end(HTMLPushParser.string(name).lowercased())
        }
        let text: charactersSAXFunc = { user, bytes, count in
            Bridge.from(user)?.text(UnsafeBufferPointer(start: bytes, count: Int(count)))
        }
        sax.characters = text
        sax.ignorableWhitespace = text
        // Scripts and styles come as such; nobody reads them.
        sax.cdataBlock = { _, _, _ in }
        sax.serror = { _, _ in }
        return sax
    }

    private static func string(_ bytes: UnsafePointer<UInt8>) -> String { String(cString: bytes) }

    private static func pairs(
        _ list: UnsafeMutablePointer<UnsafePointer<UInt8>?>?
    ) -> [String: String] {
        guard let list else { return [:] }
        var pairs: [String: String] = [:]
        var index = 0
        while let name = list[index], index < 512 {
            pairs[string(name).lowercased()] = list[index + 1].map(string) ?? ""
            index += 2
        }
        return pairs
    }
}
