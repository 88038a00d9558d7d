/// Reads the table of contents of a workbook: its sheets and its date system.
final class WorkbookElements: XMLElements {
    struct Sheet {
        let name: String
        let isHidden: Bool
        /// Points into the relationships of the workbook.
        let relationship: String
    }

    private(set) var sheets: [Sheet] = []
    private(set) var dates = DateSystem.from1900

    override func start(_ name: XMLName, _ attributes: XMLAttributes) {
        if name == "workbookPr" {
            if attributes.flag("date1904") == true { dates = .from1904 }
        } else if name == "sheet" {
            let state = attributes.text("state") ?? "visible"
            sheets.append(
                Sheet(
                    name: attributes.text("name") ?? "", isHidden: state != "visible",
                    relationship: attributes.text("id", prefixed: true) ?? ""))
        }
    }
}

/// Reads the relationships of a part (部件关系): what it points at.
final class RelationshipElements: XMLElements {
    struct Relationship {
        /// The last word of the type's address, the same in transitional and strict files.
        let kind: String
        /// The part's full name in the archive; nil where it points outside.
        let part: String?
    }

    private(set) var byID: [String: Relationship] = [:]
    private let folder: String

    /// - Parameter folder: where the part stands whose relationships these are, such as `xl`.
    init(folder: String) { self.folder = folder }

    override func start(_ name: XMLName, _ attributes: XMLAttributes) {
        guard name == "Relationship", let id = attributes.text("Id"),
            let type = attributes.text("Type"), let target = attributes.text("Target")
        else { return }
        let isOutside = attributes.text("TargetMode") == "External"
        byID[id] = Relationship(
            kind: String(type.split(separator: "/").last ?? ""),
            part: isOutside ? nil : resolved(target))
    }

    /// The first part of a kind; kinds of which a file has one.
    func part(_ kind: String) -> String? {
        byID.filter { $0.value.kind == kind }.min { $0.key < $1.key }?.value.part
    }

    private func resolved(_ target: String) -> String? {
        let isAbsolute = target.hasPrefix("/") || target.hasPrefix("\\")
        var folders = isAbsolute ? [] : folder.split(separator: "/").map(String.init)
        for step in target.split(whereSeparator: { $0 == "/" || $0 == "\\" }) {
            switch step {
            case ".": continue
            case "..":
                guard folders.popLast() != nil else { return nil }
            default: folders.append(String(step))
            }
        }
        return folders.joined(separator: "/")
    }
}

extension Archive {
    /// The relationships of a part; none where the archive has no such list.
    ///
    /// - Parameter part: `xl/workbook.xml`, or the empty name for the archive itself.
    func relationships(of part: String) throws -> RelationshipElements {
        let steps = part.split(separator: "/")
        let folder = steps.dropLast().joined(separator: "/")
        let prefix = folder.isEmpty ? "_rels/" : folder + "/_rels/"
        let list = prefix + (steps.last ?? "") + ".rels"
        let elements = RelationshipElements(folder: folder)
        if holds(list) { try parse(list, into: elements) }
        return elements
    }
}
