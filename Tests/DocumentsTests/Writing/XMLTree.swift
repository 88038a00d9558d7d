import CXML2
import Glibc
import Testing

/// An element of a written part, read back by libxml2 and nothing of ours.
struct XMLTree {
    let name: String
    let attributes: [String: String]
    let children: [XMLTree]
    /// Text of the element and all within it.
    let text: String

    /// Fails where the bytes are no well-formed XML.
    init(_ bytes: [UInt8], _ path: String = "") throws {
        let document = bytes.withUnsafeBytes { buffer in
            xmlReadMemory(
                buffer.bindMemory(to: CChar.self).baseAddress, Int32(buffer.count), nil, nil,
                Int32(XML_PARSE_NONET.rawValue))
        }
        let read = try #require(document, "\(path) 不是良构的 XML")
        defer { xmlFreeDoc(read) }
        self.init(try #require(xmlDocGetRootElement(read)))
    }

    private init(_ node: UnsafeMutablePointer<xmlNode>) {
        name = Self.qualified(node.pointee.name, node.pointee.ns)
        var attributes: [String: String] = [:]
        var attribute = node.pointee.properties
        while let one = attribute {
            let value = xmlNodeListGetString(one.pointee.doc, one.pointee.children, 1)
            let key = Self.qualified(one.pointee.name, one.pointee.ns)
            attributes[key] = value.map { String(cString: $0) } ?? ""
            free(value)
            attribute = one.pointee.next
        }
        self.attributes = attributes
        var children: [XMLTree] = []
        var child = node.pointee.children
        while let one = child {
            if one.pointee.type == XML_ELEMENT_NODE { children.append(XMLTree(one)) }
            child = one.pointee.next
        }
        self.children = children
        let content = xmlNodeGetContent(node)
        text = content.map { String(cString: $0) } ?? ""
        free(content)
    }

    private static func qualified(
        _ name: UnsafePointer<xmlChar>?, _ space: UnsafeMutablePointer<xmlNs>?
    ) -> String {
        let local = name.map { String(cString: $0) } ?? ""
        guard let prefix = space?.pointee.prefix else { return local }
        return "\(String(cString: prefix)):\(local)"
    }

    /// This element and all within it, in document order.
    var all: [XMLTree] { [self] + children.flatMap(\.all) }

    func all(_ name: String) -> [XMLTree] { all.filter { $0.name == name } }

    func first(_ name: String) throws -> XMLTree {
        try #require(all.first { $0.name == name }, "没有 \(name)")
    }

    subscript(attribute: String) -> String? { attributes[attribute] }
}

/// A written archive, read back by libzip.
struct WrittenArchive {
    let paths: [String]
    private let parts: [String: [UInt8]]

    init(_ bytes: [UInt8]) throws {
        let (paths, parts) = try WrittenEntries.read(bytes)
        self.paths = paths
        self.parts = parts
    }

    func bytes(_ path: String) throws -> [UInt8] { try #require(parts[path], "没有 \(path)") }

    func tree(_ path: String) throws -> XMLTree { try XMLTree(try bytes(path), path) }
}
