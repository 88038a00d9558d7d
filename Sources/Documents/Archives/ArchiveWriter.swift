import CZip
import Glibc

/// Writes a zip archive (压缩包) in memory whose bytes depend on its entries alone.
///
/// Entries stand in the order given, dated 1980-01-01 00:00 (the first day zip can say), with no
/// attributes of a file system, deflated at one level.
struct ArchiveWriter {
    struct Refusal: Error, Equatable {
        let reason: String
    }

    private var entries: [(path: String, bytes: [UInt8])] = []

    mutating func add(_ path: String, _ bytes: [UInt8]) {
        entries.append((path, bytes))
    }

    /// The archive's bytes.
    func archive() throws(Refusal) -> [UInt8] {
        var failure = zip_error_t()
        zip_error_init(&failure)
        defer { zip_error_fini(&failure) }
        guard let target = zip_source_buffer_create(nil, 0, 1, &failure)
        else { throw Refusal(reason: Self.reason(&failure)) }
        guard let archive = zip_open_from_source(target, ZIP_TRUNCATE, &failure) else {
            zip_source_free(target)
            throw Refusal(reason: Self.reason(&failure))
        }
        // The archive frees its source when it closes; one more reference keeps the bytes.
        zip_source_keep(target)
        defer { zip_source_free(target) }
        do {
            for entry in entries { try Self.put(entry.path, entry.bytes, into: archive) }
        } catch {
            zip_discard(archive)
            throw error
        }
        guard zip_close(archive) == 0 else {
            let refusal = Refusal(reason: Self.reason(zip_get_error(archive)))
            zip_discard(archive)
            throw refusal
        }
        return try Self.bytes(of: target)
    }

    private static func put(
        _ path: String, _ bytes: [UInt8], into archive: OpaquePointer
    ) throws(Refusal) {
        // libzip reads the bytes when it closes and frees this copy then.
        guard let copy = malloc(max(bytes.count, 1)) else { throw Refusal(reason: "内存不足") }
        bytes.withUnsafeBytes { buffer in
            guard let start = buffer.baseAddress else { return }
            copy.copyMemory(from: start, byteCount: buffer.count)
        }
        guard let source = zip_source_buffer(archive, copy, zip_uint64_t(bytes.count), 1) else {
            free(copy)
            throw Refusal(reason: reason(zip_get_error(archive)))
        }
        let position = zip_file_add(archive, path, source, zip_flags_t(ZIP_FL_ENC_UTF_8))
        guard position >= 0 else {
            zip_source_free(source)
            throw Refusal(reason: reason(zip_get_error(archive)))
        }
        let entry = zip_uint64_t(position)
        let firstDay: zip_uint16_t = (0 << 9) | (1 << 5) | 1
        guard zip_file_set_dostime(archive, entry, 0, firstDay, 0) == 0,
            zip_set_file_compression(archive, entry, ZIP_CM_DEFLATE, 6) == 0,
            zip_file_set_external_attributes(
                archive, entry, 0, zip_uint8_t(ZIP_OPSYS_DOS), 0) == 0
        else { throw Refusal(reason: reason(zip_get_error(archive))) }
    }

    private static func bytes(of source: OpaquePointer) throws(Refusal) -> [UInt8] {
        var description = zip_stat_t()
        guard zip_source_stat(source, &description) == 0, zip_source_open(source) == 0
        else { throw Refusal(reason: reason(zip_source_error(source))) }
        defer { zip_source_close(source) }
        let size = Int(description.size)
        var isWhole = true
        let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            while count < size {
                let read = zip_source_read(
                    source, buffer.baseAddress.map { $0 + count }, zip_uint64_t(size - count))
                guard read > 0 else {
                    isWhole = false
                    break
                }
                count += Int(read)
            }
        }
        guard isWhole else { throw Refusal(reason: reason(zip_source_error(source))) }
        return bytes
    }

    private static func reason(_ error: UnsafeMutablePointer<zip_error_t>?) -> String {
        zip_error_strerror(error).map { String(cString: $0) } ?? "原因不明"
    }
}
