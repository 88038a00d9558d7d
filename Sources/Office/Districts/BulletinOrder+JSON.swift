import Packs
import Performance
import Quantities
import Reports

/// An order as the journal keeps it, so that the bulletin can be composed again.
extension BulletinOrder {
    var json: CanonicalJSON {
        var members: [String: CanonicalJSON] = [
            "texts": ["file": .string(texts.file), "text": .string(texts.text)],
            "unit": .string(publisherUnit),
        ]
        if !rules.isEmpty {
            members["rules"] = .array(
                rules.map { ["file": .string($0.file), "text": .string($0.text)] })
        }
        if let issuedOn { members["issuedOn"] = .string(issuedOn.iso) }
        if case .district(let name, let bureau, _) = scope {
            members["district"] = .string(name)
            members["bureau"] = .string(bureau)
        }
        return .object(members)
    }

    /// nil where something is missing that every order has.
    ///
    /// - Throws: ``BulletinTextError`` where the texts cannot be read any more.
    init?(json: CanonicalJSON, year: FiscalYear, quarter: Quarter) throws(BulletinTextError) {
        guard let unit = json["unit"]?.string, let text = json["texts"]?["text"]?.string,
            let file = json["texts"]?["file"]?.string
        else { return nil }
        let scope: Scope =
            if let name = json["district"]?.string, let bureau = json["bureau"]?.string {
                .district(name: name, bureau: bureau, bureauUnit: unit)
            } else {
                .department(unit: unit)
            }
        self.init(
            scope, year: year, quarter: quarter,
            issuedOn: json["issuedOn"]?.string.flatMap { Day(iso: $0) },
            texts: try BulletinTexts(reading: text, file: file),
            rules: (json["rules"]?.array ?? []).compactMap { rule in
                guard let file = rule["file"]?.string, let text = rule["text"]?.string
                else { return nil }
                return PackText(file: file, text: text)
            })
    }
}
