import CZip
import Glibc

/// Changes a few parts of a zip archive (压缩包修改); all others are copied as they are packed.
enum ArchiveEditor {
    /// The archive with parts replaced under their names, or added at its end in the order given.
    ///
    /// - Parameter file: for messages; the archive has been checked before.
    /// - Throws: ``DocumentError/notPacked(file:reason:)``.
    static func bytes(
        of archive: [UInt8], file: String, with parts: [(name: String, bytes: [UInt8])],
        streams: [(name: String, source: any ArchiveSource)] = []
    ) throws -> [UInt8] {
        var failure = zip_error_t()
        zip_error_init(&failure)
        defer { zip_error_fini(&failure) }
        guard let copy = malloc(max(archive.count, 1)) else { throw refusal(file, nil) }
        archive.withUnsafeBytes { buffer in
            if let start = buffer.baseAddress { memcpy(copy, start, buffer.count) }
        }
        guard let target = zip_source_buffer_create(copy, zip_uint64_t(archive.count), 1, &failure)
        else {
            free(copy)
            throw refusal(file, &failure)
        }
        guard let handle = zip_open_from_source(target, 0, &failure) else {
            zip_source_free(target)
            throw refusal(file, &failure)
        }
        // The archive frees its source when it closes; one more reference keeps the bytes.
        zip_source_keep(target)
        defer { zip_source_free(target) }
        do {
            for part in parts { try put(part.name, part.bytes, into: handle, file: file) }
            for stream in streams {
                try put(stream.name, source(stream.source, of: handle), into: handle, file: file)
            }
        } catch {
            zip_discard(handle)
            throw error
        }
        guard zip_close(handle) == 0 else {
            let error = refusal(file, zip_get_error(handle))
            zip_discard(handle)
            throw error
        }
        return try bytes(of: target, file: file)
    }

    private static func put(
        _ name: String, _ bytes: [UInt8], into handle: OpaquePointer, file: String
    ) throws {
        guard let copy = malloc(max(bytes.count, 1)) else { throw refusal(file, nil) }
        bytes.withUnsafeBytes { buffer in
            if let start = buffer.baseAddress { memcpy(copy, start, buffer.count) }
        }
        guard let source = zip_source_buffer(handle, copy, zip_uint64_t(bytes.count), 1) else {
            free(copy)
            throw refusal(file, zip_get_error(handle))
        }
        try put(name, source, into: handle, file: file)
    }

    private static func put(
        _ name: String, _ source: OpaquePointer?, into handle: OpaquePointer, file: String
    ) throws {
        guard let source else { throw refusal(file, zip_get_error(handle)) }
        let flags = zip_flags_t(ZIP_FL_ENC_UTF_8) | zip_flags_t(ZIP_FL_OVERWRITE)
        let position = zip_file_add(handle, name, source, flags)
        guard position >= 0 else {
            zip_source_free(source)
            throw refusal(file, zip_get_error(handle))
        }
        // The first day that zip can say: no clock stands in the file.
        let firstDay: zip_uint16_t = (0 << 9) | (1 << 5) | 1
        let entry = zip_uint64_t(position)
        guard zip_file_set_dostime(handle, entry, 0, firstDay, 0) == 0,
            zip_set_file_compression(handle, entry, Self.deflate, 6) == 0
        else { throw refusal(file, zip_get_error(handle)) }
    }

    /// Deflate under its name as the default method: for an entry that was deflated before, the
    /// library takes "the same method" for "no change", forgets the level and compresses at its slowest.
    private static let deflate = ZIP_CM_DEFAULT

    private static func bytes(of source: OpaquePointer, file: String) throws -> [UInt8] {
        var description = zip_stat_t()
        guard zip_source_stat(source, &description) == 0, zip_source_open(source) == 0
        else { throw refusal(file, zip_source_error(source)) }
        defer { zip_source_close(source) }
        let size = Int(description.size)
        let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            while count < size {
                let read = zip_source_read(
                    source, buffer.baseAddress.map { $0 + count }, zip_uint64_t(size - count))
                guard read > 0 else { break }
                count += Int(read)
            }
        }
        guard bytes.count == size else { throw refusal(file, zip_source_error(source)) }
        return bytes
    }

    private static func refusal(
        _ file: String, _ error: UnsafeMutablePointer<zip_error_t>?
    ) -> DocumentError {
        let reason = error.flatMap { zip_error_strerror($0) }.map { String(cString: $0) }
        return .notPacked(file: file, reason: reason ?? "内存不足")
    }
}
