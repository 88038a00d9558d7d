/// The directory of an OLE2 container (复合文件): enough to tell .xls, .doc and passwords apart.
///
/// - Source: MS-CFB, sections 2.2 (header), 2.3 (FAT), 2.6 (directory).
struct CompoundFile {
    static let signature: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    private static let directorySectorLimit = 64

    /// Names of storages and streams, as far as the directory can be followed.
    let names: [String]

    init(_ input: InputBytes) throws {
        let header = try input.bytes(at: 0, count: 512)
        guard header.count == 512 else {
            names = []
            return
        }
        let shift = Int(header[30])
        guard shift == 9 || shift == 12 else {
            names = []
            return
        }
        let sectorSize = 1 << shift
        let heads = (0..<109).map { Self.word(header, 76 + 4 * $0) }
        var sector = Self.word(header, 48)
        var names: [String] = []
        var visited = 0
        while sector < 0xFFFF_FFFA, visited < Self.directorySectorLimit {
            let bytes = try input.bytes(at: (Int(sector) + 1) << shift, count: sectorSize)
            names += Self.entryNames(bytes)
            visited += 1
            let entriesPerSector = UInt32(sectorSize / 4)
            let head = Int(sector / entriesPerSector)
            guard head < heads.count, heads[head] < 0xFFFF_FFFA else { break }
            let place =
                ((Int(heads[head]) + 1) << shift) + 4 * Int(sector % entriesPerSector)
            let next = try input.bytes(at: place, count: 4)
            guard next.count == 4 else { break }
            sector = Self.word(next, 0)
        }
        self.names = names
    }

    var kind: FileKind {
        let all = Set(names)
        if all.contains("EncryptedPackage") || all.contains("EncryptionInfo") {
            return .passwordProtected
        }
        if all.contains("Workbook") || all.contains("Book") { return .oldWorkbook }
        if all.contains("WordDocument") { return .oldWordDocument }
        return .oldContainer
    }

    private static func word(_ bytes: [UInt8], _ offset: Int) -> UInt32 {
        UInt32(bytes[offset]) | UInt32(bytes[offset + 1]) << 8 | UInt32(bytes[offset + 2]) << 16
            | UInt32(bytes[offset + 3]) << 24
    }

    private static func entryNames(_ sector: [UInt8]) -> [String] {
        stride(from: 0, through: sector.count - 128, by: 128).compactMap { start in
            let length = Int(sector[start + 64]) | Int(sector[start + 65]) << 8
            guard length >= 4, length <= 64 else { return nil }
            let units = stride(from: start, to: start + length - 2, by: 2).map {
                UInt16(sector[$0]) | UInt16(sector[$0 + 1]) << 8
            }
            return String(decoding: units, as: UTF16.self)
        }
    }
}
