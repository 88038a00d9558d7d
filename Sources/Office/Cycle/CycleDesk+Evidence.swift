package import Performance
import Quantities
import Storage

/// Evidence (佐证): files by the hash of their content, entries beside them.
extension CycleDesk {
    /// Keeps a file and registers it for a matter (上传佐证).
    ///
    /// The file is written and read back before the entry is accepted: an entry never lacks its
    /// file. The same file for the same matter is one entry.
    @discardableResult
    package func attach(
        _ bytes: [UInt8], _ note: EvidenceNote, to matter: Matter, by performer: Performer,
        at: Int64
    ) throws -> EvidenceItem {
        let folder = try evidenceFolder()
        let note = note.registered
        let payload: CanonicalJSON = ["matter": .string(matter.id)]
        return try accept("上传佐证", by: performer, at: at, about: payload) { acceptance in
            let history = try acceptance.reader.history(of: matter)
            try authorise(.attachEvidence, performer, history, acceptance)
            let digest = try folder.store(bytes, named: note.name)
            let known = try acceptance.reader.evidence(of: matter).first { $0.digest == digest }
            if let known, known.note == note { return known }
            let item = EvidenceItem(
                digest: digest, note: note, byteCount: bytes.count,
                recordedOn: acceptance.day, uploader: performer.account)
            try acceptance.add(item.cells(of: matter), to: .evidence)
            return item
        }.result
    }

    /// The evidence of a matter as it is registered now.
    package func evidence(of matter: Matter) throws -> [EvidenceItem] {
        try read { try $0.evidence(of: matter) }
    }

    /// The bytes of a piece of evidence, for whoever may see it; who looked is journaled.
    package func open(
        _ item: EvidenceItem, of matter: Matter, by performer: Performer, at: Int64
    ) throws -> [UInt8] {
        let payload: CanonicalJSON = [
            "matter": .string(matter.id), "sha256": .string(item.digest.hexadecimal),
        ]
        _ = try accept(
            "查看佐证", by: performer, at: at, about: payload, journalsAlways: true
        ) { acceptance in
            let history = try acceptance.reader.history(of: matter)
            try authorise(.viewEvidence, performer, history, acceptance)
            if item.note.privacy.isPersonal {
                try authorise(.viewPersonalEvidence, performer, history, acceptance)
            }
        }
        return try evidenceFolder().read(item.digest, named: item.note.name)
    }

    private func evidenceFolder() throws -> EvidenceFolder {
        guard let path = workplace.filesPath else { throw CycleError.noEvidenceFolder }
        return EvidenceFolder(path: path + ".evidence")
    }
}

extension EvidenceItem {
    func cells(of matter: Matter) -> [String: CycleCell] {
        [
            "登记日期": CycleCell(recordedOn),
            "佐证号": .text("\(matter.id)·\(digest.hexadecimal)"), "事项": .text(matter.id),
            "文件摘要": .text(digest.hexadecimal), "字节数": CycleCell(byteCount),
            "文件名": CycleCell(note.name), "佐证种类": CycleCell(note.kind),
            "佐证来源": CycleCell(note.source), "取得日期": CycleCell(note.takenOn),
            "上传账号": .text(uploader), "证明对象": CycleCell(note.linkedField),
            "隐私级别": .text(note.privacy.rawValue), "保管期至": CycleCell(note.retainedUntil),
            "暂停销毁": CycleCell(note.isOnLegalHold),
            "替换": CycleCell(note.replaces?.hexadecimal),
        ]
    }
}
