import CZip
import Testing

/// Makes zip archives from parts, and breaks them byte by byte.
struct ZipMaker {
    struct Unmakeable: Error {}

    private(set) var bytes: [UInt8]

    init(_ parts: [(name: String, text: String)]) throws {
        try self.init(parts.map { ($0.name, Array($0.text.utf8)) })
    }

    init(_ parts: [(String, [UInt8])]) throws {
        var error = zip_error_t()
        zip_error_init(&error)
        defer { zip_error_fini(&error) }
        let target = try #require(zip_source_buffer_create(nil, 0, 0, &error))
        defer { zip_source_free(target) }
        zip_source_keep(target)
        let archive = try #require(zip_open_from_source(target, ZIP_TRUNCATE, &error))
        // The pieces live until the archive is closed.
        var pieces: [UnsafeMutableBufferPointer<UInt8>] = []
        defer { for piece in pieces { piece.deallocate() } }
        for (name, content) in parts {
            let piece = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(content.count, 1))
            _ = piece.initialize(from: content)
            pieces.append(piece)
            let source = try #require(
                zip_source_buffer(archive, piece.baseAddress, zip_uint64_t(content.count), 0))
            let index = zip_file_add(archive, name, source, zip_flags_t(ZIP_FL_ENC_UTF_8))
            guard index >= 0 else { throw Unmakeable() }
            zip_set_file_compression(archive, zip_uint64_t(index), ZIP_CM_DEFLATE, 6)
        }
        guard zip_close(archive) == 0 else { throw Unmakeable() }
        zip_source_open(target)
        defer { zip_source_close(target) }
        zip_source_seek(target, 0, SEEK_END)
        let size = Int(zip_source_tell(target))
        zip_source_seek(target, 0, SEEK_SET)
        var copy = [UInt8](repeating: 0, count: size)
        let count = copy.withUnsafeMutableBytes {
            zip_source_read(target, $0.baseAddress, zip_uint64_t(size))
        }
        guard Int(count) == size else { throw Unmakeable() }
        bytes = copy
    }

    /// A field of the headers of a part, by its place in the central and in the local header.
    enum Field {
        case flags, method, crc, unpackedSize

        var central: Int {
            switch self {
            case .flags: 8
            case .method: 10
            case .crc: 16
            case .unpackedSize: 24
            }
        }

        var local: Int { central - 2 }
        var width: Int { self == .flags || self == .method ? 2 : 4 }
    }

    /// Writes a field of both headers of a part.
    mutating func set(_ field: Field, of part: String, to value: UInt32) throws {
        let central = try #require(header([0x50, 0x4B, 0x01, 0x02], nameAt: 46, part))
        let local = try #require(header([0x50, 0x4B, 0x03, 0x04], nameAt: 30, part))
        for place in [central + field.central, local + field.local] {
            for byte in 0..<field.width {
                bytes[place + byte] = UInt8(truncatingIfNeeded: value >> UInt32(8 * byte))
            }
        }
    }

    /// Gives a part another name of the same length.
    mutating func rename(_ part: String, to name: String) throws {
        #expect(part.utf8.count == name.utf8.count)
        let central = try #require(header([0x50, 0x4B, 0x01, 0x02], nameAt: 46, part))
        let local = try #require(header([0x50, 0x4B, 0x03, 0x04], nameAt: 30, part))
        for place in [central + 46, local + 30] {
            bytes.replaceSubrange(place..<place + name.utf8.count, with: Array(name.utf8))
        }
    }

    /// Turns a bit inside the packed bytes of a part.
    mutating func damage(_ part: String) throws {
        let local = try #require(header([0x50, 0x4B, 0x03, 0x04], nameAt: 30, part))
        bytes[local + 30 + part.utf8.count + 12] ^= 0x55
    }

    private func header(_ signature: [UInt8], nameAt: Int, _ name: String) -> Int? {
        let name = Array(name.utf8)
        return bytes.indices.first { start in
            bytes[start] == signature[0] && bytes[start...].starts(with: signature)
                && start + nameAt < bytes.count && bytes[(start + nameAt)...].starts(with: name)
        }
    }
}
