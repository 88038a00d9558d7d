import Foundation
import Testing
import TextAudit

/// A text with all its relations as a reviewer would list them (标注文本).
///
/// `NAME.txt` beside `NAME.json`; a figure is placed by the Unicode scalars before it.
struct LabelledText: Sendable, CustomTestStringConvertible {
    struct Figure: Decodable, Sendable {
        let text: String
        let offsetChars: Int

        enum CodingKeys: String, CodingKey {
            case text
            case offsetChars = "offset_chars"
        }
    }

    struct Relation: Decodable, Sendable {
        let kind: String
        let expression: String
        /// Places in the list of figures; the stated figure first.
        let figures: [Int]
        let holds: Bool
        /// It does not hold, but a reviewer need not raise it.
        let optional: Bool
        /// Relations of one group are one mistake.
        let group: String?
    }

    private struct Labels: Decodable {
        let figures: [Figure]
        let relations: [Relation]
        let scope: String?

        enum CodingKeys: String, CodingKey {
            case figures, relations
            case scope = "label_scope"
        }
    }

    let name: String
    var testDescription: String { name }
    let text: String
    let relations: [Relation]
    /// The bytes of each figure.
    let ranges: [Range<Int>]
    /// Whether every relation of the text is listed.
    let isComplete: Bool

    init(_ file: URL) throws {
        name = file.deletingPathExtension().lastPathComponent
        text = try String(
            contentsOf: file.deletingPathExtension().appendingPathExtension("txt"), encoding: .utf8)
        let labels = try JSONDecoder().decode(Labels.self, from: Data(contentsOf: file))
        relations = labels.relations
        isComplete = (labels.scope ?? "full") == "full"
        var bytes: [Int] = [0]
        for scalar in text.unicodeScalars {
            bytes.append(bytes[bytes.count - 1] + UTF8.width(scalar))
        }
        ranges = labels.figures.map {
            bytes[$0.offsetChars]..<bytes[$0.offsetChars] + $0.text.utf8.count
        }
    }

    /// All labelled texts of a folder, by name.
    static func all(in folder: URL) throws -> [LabelledText] {
        try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
            .filter { $0.pathExtension == "json" }
            .sorted { $0.lastPathComponent < $1.lastPathComponent }
            .map { try LabelledText($0) }
    }
}

extension LabelledText {
    /// Whether a finding is about a relation: it points at its stated figure or at two of its figures,
    /// and not at half of the text besides.
    func matches(_ finding: TextFinding, _ relation: Relation) -> Bool {
        let covered = Set(
            ranges.indices.filter { index in
                finding.spans.contains { $0.overlaps(ranges[index]) }
            })
        let own = Set(relation.figures)
        guard covered.subtracting(own).count <= max(3, own.count) else { return false }
        let isEither = relation.kind == "repeat" || relation.kind == "compare"
        let stated = isEither ? own : Set(relation.figures.prefix(1))
        return !covered.isDisjoint(with: stated) || covered.intersection(own).count >= 2
    }

    /// The mistakes that complaints are about, and the complaints that are about none.
    func score(
        _ complaints: [TextFinding]
    ) -> (found: Set<String>, missed: Set<String>, alarms: [String]) {
        let broken = relations.filter { !$0.holds }
        let alarms = complaints.filter { complaint in
            !broken.contains { matches(complaint, $0) }
        }
        let wrong = Dictionary(grouping: broken.filter { !$0.optional }) {
            $0.group ?? $0.expression
        }
        let found = wrong.filter { entry in
            complaints.contains { complaint in
                entry.value.contains { matches(complaint, $0) }
            }
        }
        return (
            Set(found.keys), Set(wrong.keys).subtracting(found.keys), alarms.map(Audit.gist)
        )
    }
}
