package import Performance
package import Quantities
import Storage

/// A file that proves something (佐证), as it is registered.
package struct EvidenceItem: Hashable, Sendable {
    package let digest: ContentDigest
    package let note: EvidenceNote
    package let byteCount: Int
    package let recordedOn: Day
    package let uploader: String
}

/// What must be said of a file when it is handed in (佐证说明).
package struct EvidenceNote: Hashable, Sendable {
    /// As the uploader calls it; it never names the place where the file is kept.
    package var name: String
    /// 合同、照片、问卷 …
    package var kind: String
    /// Who issued it, or where it comes from.
    package var source: String
    package var takenOn: Day
    package var privacy: PrivacyClass
    /// Form, field or indicator that it proves.
    package var linkedField: String?
    /// nil: kept for ever.
    package var retainedUntil: Day?
    package var isOnLegalHold: Bool
    /// The file that it replaces, which stays.
    package var replaces: ContentDigest?

    package enum PrivacyClass: String, Hashable, Sendable, CaseIterable {
        case open = "P0"
        case `internal` = "P1"
        case personal = "P2"
        case sensitive = "P3"

        package var isPersonal: Bool { self == .personal || self == .sensitive }
    }

    /// As it is registered: the name of a file about persons may name one, so its kind stands for it.
    var registered: EvidenceNote {
        guard privacy.isPersonal else { return self }
        var note = self
        let ending = name.lastIndex(of: ".").map { String(name[$0...]) } ?? ""
        let isPlain = ending.utf8.count <= 6 && ending.utf8.allSatisfy { $0 < 0x80 }
        note.name = kind + (isPlain ? ending : "")
        return note
    }

    package init(
        name: String, kind: String, source: String, takenOn: Day,
        privacy: PrivacyClass = .internal, linkedField: String? = nil,
        retainedUntil: Day? = nil, isOnLegalHold: Bool = false, replaces: ContentDigest? = nil
    ) {
        self.name = name
        self.kind = kind
        self.source = source
        self.takenOn = takenOn
        self.privacy = privacy
        self.linkedField = linkedField
        self.retainedUntil = retainedUntil
        self.isOnLegalHold = isOnLegalHold
        self.replaces = replaces
    }
}

extension CycleReader {
    /// The evidence of a matter, or of all matters of the book.
    func evidence(of matter: Matter?) throws -> [EvidenceItem] {
        try latest(.evidence, by: ["佐证号"]).filter {
            matter == nil || $0.text("事项") == matter?.id
        }.map { row in
            guard let digest = ContentDigest(hexadecimal: row.text("文件摘要")),
                let recorded = row.day("登记日期"), let taken = row.day("取得日期"),
                let count = row.integer("字节数"),
                let privacy = EvidenceNote.PrivacyClass(rawValue: row.text("隐私级别"))
            else { throw StorageError.unexpectedValue("evidence") }
            return EvidenceItem(
                digest: digest,
                note: EvidenceNote(
                    name: row.text("文件名"), kind: row.text("佐证种类"),
                    source: row.text("佐证来源"), takenOn: taken, privacy: privacy,
                    linkedField: row.optional("证明对象"), retainedUntil: row.day("保管期至"),
                    isOnLegalHold: row.truth("暂停销毁") ?? false,
                    replaces: ContentDigest(hexadecimal: row.text("替换"))),
                byteCount: count, recordedOn: recorded, uploader: row.text("上传账号"))
        }
    }
}
