import CZip
import Testing

/// Reads the entries of an archive in memory.
enum WrittenEntries {
    static func read(_ bytes: [UInt8]) throws -> (paths: [String], parts: [String: [UInt8]]) {
        try bytes.withUnsafeBytes { buffer in
            let source = zip_source_buffer_create(
                buffer.baseAddress, zip_uint64_t(buffer.count), 0, nil)
            let archive = try #require(zip_open_from_source(source, ZIP_CHECKCONS, nil))
            defer { zip_discard(archive) }
            var (paths, parts) = ([String](), [String: [UInt8]]())
            for index in 0..<zip_uint64_t(zip_get_num_entries(archive, 0)) {
                var entry = zip_stat_t()
                try #require(zip_stat_index(archive, index, 0, &entry) == 0)
                let path = String(cString: try #require(entry.name))
                let file = try #require(zip_fopen_index(archive, index, 0))
                defer { zip_fclose(file) }
                var part = [UInt8](repeating: 0, count: Int(entry.size))
                try #require(zip_fread(file, &part, entry.size) == zip_int64_t(entry.size))
                paths.append(path)
                parts[path] = part
            }
            return (paths, parts)
        }
    }

    /// Time, day and attributes of each entry as the central directory holds them.
    static func stamps(_ bytes: [UInt8]) -> [[UInt8]] {
        bytes.indices.dropLast(46).compactMap { index in
            guard bytes[index..<(index + 4)].elementsEqual([0x50, 0x4B, 0x01, 0x02])
            else { return nil }
            return Array(bytes[(index + 12)..<(index + 16)] + bytes[(index + 38)..<(index + 42)])
        }
    }
}
