import CXML2

/// Parses one XML part piece by piece with libxml2, for strangers' files.
///
/// No document type, so no entity but the five of XML; no network; depth is limited.
final class XMLPushParser {
    private let context: xmlParserCtxtPtr
    private let elements: XMLElements
    private let file: String
    private let part: String
    fileprivate let depthLimit: Int

    init(_ elements: XMLElements, file: String, part: String, depthLimit: Int) throws {
        self.elements = elements
        self.file = file
        self.part = part
        self.depthLimit = depthLimit
        var sax = Self.callbacks
        let user = Unmanaged.passUnretained(elements).toOpaque()
        guard let context = xmlCreatePushParserCtxt(&sax, user, nil, 0, nil) else {
            throw DocumentError.brokenXML(file: file, part: part, line: 1)
        }
        // Attribute values come with `&` only where entities are replaced; a document type, the
        // source of all others, ends the parsing before its first declaration.
        let options = XML_PARSE_NONET.rawValue | XML_PARSE_NOENT.rawValue
        xmlCtxtUseOptions(context, Int32(options))
        self.context = context
        elements.stop = { xmlStopParser(context) }
        elements.depthFailure = DocumentError.nestedTooDeeply(
            file: file, part: part, limit: depthLimit)
        elements.depthLimit = depthLimit
        elements.doctypeFailure = DocumentError.documentTypeDeclaration(file: file, part: part)
    }

    deinit {
        elements.stop = nil
        xmlFreeParserCtxt(context)
    }

    /// Parses the next piece.
    ///
    /// - Throws: what the elements failed with, or ``DocumentError/brokenXML(file:part:line:)``.
    func parse(_ piece: UnsafeRawBufferPointer) throws {
        let bytes = piece.assumingMemoryBound(to: CChar.self)
        let code = xmlParseChunk(context, bytes.baseAddress, Int32(bytes.count), 0)
        try check(code)
    }

    func finish() throws { try check(xmlParseChunk(context, nil, 0, 1)) }

    private func check(_ code: Int32) throws {
        if let failure = elements.failure { throw failure }
        guard code == XML_ERR_OK.rawValue || context.pointee.wellFormed != 0 else {
            let line = xmlCtxtGetLastError(context)?.pointee.line ?? 1
            throw DocumentError.brokenXML(file: file, part: part, line: max(1, Int(line)))
        }
    }
}

extension XMLPushParser {
    fileprivate static var callbacks: xmlSAXHandler {
        var sax = xmlSAXHandler()
        sax.initialized = UInt32(XML_SAX2_MAGIC)
        sax.internalSubset = { user, _, _, _ in
            guard let elements = XMLElements.from(user) else { return }
            if let failure = elements.doctypeFailure { elements.fail(failure) }
            elements.stop?()
        }
        sax.startElementNs = { user, name, _, address, _, _, count, _, pointers in
            guard let elements = XMLElements.from(user), let name else { return }
            elements.startElement(
                XMLName(bytes: name, namespace: address),
                XMLAttributes(pointers: pointers, count: Int(count)))
        }
        sax.endElementNs = { user, name, _, address in
            guard let elements = XMLElements.from(user), let name else { return }
            elements.endElement(XMLName(bytes: name, namespace: address))
        }
        let text: charactersSAXFunc = { user, bytes, count in
            guard let elements = XMLElements.from(user), elements.wantsText else { return }
            elements.text(UnsafeBufferPointer(start: bytes, count: Int(count)))
            if elements.failure != nil { elements.stop?() }
        }
        sax.characters = text
        sax.ignorableWhitespace = text
        sax.cdataBlock = text
        // Said once through the return code; nothing is printed.
        sax.serror = { _, _ in }
        return sax
    }
}

extension Archive {
    /// Lets the elements read a part piece by piece.
    ///
    /// - Parameter afterPiece: called when a piece has been parsed; false ends the reading early.
    func parse(
        _ part: String, into elements: XMLElements, afterPiece: () throws -> Bool = { true }
    ) throws {
        let parser = try XMLPushParser(
            elements, file: file, part: part, depthLimit: limits.depth)
        var isWhole = true
        try forEachPiece(of: part) { piece in
            var failure: (any Error)?
            do { try parser.parse(piece) } catch { failure = error }
            // What stood before the failure is handed out first, so that messages come in order.
            isWhole = try afterPiece()
            if let failure { throw failure }
            return isWhole
        }
        if isWhole {
            try parser.finish()
            _ = try afterPiece()
        }
    }
}
