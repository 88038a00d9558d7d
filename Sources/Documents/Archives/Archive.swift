import CZip

#if canImport(Glibc)
    import Glibc
#endif

/// A zip archive of a stranger (压缩包): parts by name, each unpacked within ``ArchiveLimits``.
///
/// Names are compared without case, as OPC does. Nothing is ever written to disk.
package final class Archive {
    package let file: String
    package let limits: ArchiveLimits
    /// Names of the parts in the order of the archive, with `/` between folders.
    package let partNames: [String]

    private let handle: OpaquePointer
    private let entries: [String: Entry]

    private struct Entry {
        let index: UInt64
        let size: Int
    }

    /// Opens the archive and checks what it claims.
    ///
    /// - Throws: ``DocumentError``.
    package init(_ input: InputFile, limits: ArchiveLimits = .standard) throws {
        file = input.name
        self.limits = limits
        handle = try Self.open(input, limits: limits)
        do {
            (partNames, entries) = try Self.directory(handle, file: input.name, limits: limits)
        } catch {
            zip_discard(handle)
            throw error
        }
    }

    deinit { zip_discard(handle) }

    package func holds(_ part: String) -> Bool { entries[part.lowercased()] != nil }

    /// Unpacks a part piece by piece; the pieces live only during the call of `body`.
    ///
    /// - Throws: ``DocumentError/missingPart(file:part:)``, `damagedPart`, or what `body` throws.
    package func forEachPiece(
        of part: String, _ body: (UnsafeRawBufferPointer) throws -> Bool
    ) throws {
        guard let entry = entries[part.lowercased()] else {
            throw DocumentError.missingPart(file: file, part: part)
        }
        guard let source = zip_fopen_index(handle, entry.index, zip_flags_t(0)) else {
            throw DocumentError.damagedPart(file: file, part: part)
        }
        defer { zip_fclose(source) }
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
        defer { buffer.deallocate() }
        var total = 0
        while true {
            let count = Int(zip_fread(source, buffer.baseAddress, zip_uint64_t(buffer.count)))
            guard count >= 0 else { throw DocumentError.damagedPart(file: file, part: part) }
            if count == 0 { break }
            total += count
            // Whoever unpacks to more than it claimed has lied to the checks of the directory.
            guard total <= entry.size else {
                throw DocumentError.damagedPart(file: file, part: part)
            }
            guard try body(UnsafeRawBufferPointer(rebasing: buffer[..<count])) else { return }
        }
        guard total == entry.size else { throw DocumentError.damagedPart(file: file, part: part) }
    }

    /// A part that is unpacked as it is asked for.
    func stream(of part: String) throws -> ArchivePartStream {
        guard let entry = entries[part.lowercased()] else {
            throw DocumentError.missingPart(file: file, part: part)
        }
        guard let source = zip_fopen_index(handle, entry.index, zip_flags_t(0)) else {
            throw DocumentError.damagedPart(file: file, part: part)
        }
        return ArchivePartStream(self, source)
    }

    /// All bytes of a part.
    ///
    /// - Throws: ``DocumentError/partTooLarge(file:part:bytes:limit:)`` past `wholePartBytes`.
    package func bytes(of part: String) throws -> [UInt8] {
        let size = entries[part.lowercased()]?.size ?? 0
        guard size <= limits.wholePartBytes else {
            throw DocumentError.partTooLarge(
                file: file, part: part, bytes: size, limit: limits.wholePartBytes)
        }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(size)
        try forEachPiece(of: part) { piece in
            bytes.append(contentsOf: piece)
            return true
        }
        return bytes
    }
}

extension Archive {
    private static func open(_ input: InputFile, limits: ArchiveLimits) throws -> OpaquePointer {
        let size = try InputBytes(input, limit: limits.fileBytes).size
        guard size > 0 else { throw DocumentError.emptyFile(file: input.name) }
        var error = zip_error_t()
        zip_error_init(&error)
        defer { zip_error_fini(&error) }
        let source =
            switch input.content {
            case .path(let path): zip_source_file_create(path, 0, -1, &error)
            case .bytes(let bytes): copiedSource(bytes, &error)
            }
        guard let source else { throw DocumentError.damagedArchive(file: input.name) }
        guard let handle = zip_open_from_source(source, ZIP_RDONLY, &error) else {
            zip_source_free(source)
            throw DocumentError.damagedArchive(file: input.name)
        }
        return handle
    }

    /// A source with its own copy of the bytes, which libzip frees with `free`.
    private static func copiedSource(
        _ bytes: [UInt8], _ error: inout zip_error_t
    ) -> OpaquePointer? {
        guard let copy = malloc(max(bytes.count, 1)) else { return nil }
        bytes.withUnsafeBytes { source in
            if let base = source.baseAddress { memcpy(copy, base, source.count) }
        }
        guard let source = zip_source_buffer_create(copy, zip_uint64_t(bytes.count), 1, &error)
        else {
            free(copy)
            return nil
        }
        return source
    }

    private static func directory(
        _ handle: OpaquePointer, file: String, limits: ArchiveLimits
    ) throws -> ([String], [String: Entry]) {
        let count = Int(zip_get_num_entries(handle, zip_flags_t(0)))
        guard count <= limits.parts else {
            throw DocumentError.tooManyParts(file: file, count: count, limit: limits.parts)
        }
        var names: [String] = []
        var entries: [String: Entry] = [:]
        var total = 0
        for index in 0..<UInt64(max(count, 0)) {
            var status = zip_stat_t()
            guard zip_stat_index(handle, index, zip_flags_t(ZIP_FL_ENC_GUESS), &status) == 0,
                let rawName = status.name
            else { throw DocumentError.damagedArchive(file: file) }
            let name = String(cString: rawName).split(
                separator: "\\", omittingEmptySubsequences: false
            ).joined(separator: "/")
            guard isSafe(name) else { throw DocumentError.unsafePartName(file: file, part: name) }
            if name.hasSuffix("/") { continue }
            let size = try checkedSize(of: status, name, file: file, limits: limits)
            total += size
            guard total <= limits.totalBytes else {
                throw DocumentError.archiveTooLarge(file: file, limit: limits.totalBytes)
            }
            let known = entries.updateValue(
                Entry(index: index, size: size), forKey: name.lowercased())
            guard known == nil else { throw DocumentError.duplicatePart(file: file, part: name) }
            names.append(name)
        }
        return (names, entries)
    }

    /// A part's claimed size, once it is within every limit.
    private static func checkedSize(
        of status: zip_stat_t, _ name: String, file: String, limits: ArchiveLimits
    ) throws -> Int {
        guard status.encryption_method == UInt16(ZIP_EM_NONE) else {
            throw DocumentError.encryptedPart(file: file, part: name)
        }
        guard
            status.comp_method == UInt16(ZIP_CM_STORE)
                || status.comp_method == UInt16(ZIP_CM_DEFLATE)
        else { throw DocumentError.unknownCompression(file: file, part: name) }
        guard status.size <= UInt64(limits.partBytes) else {
            throw DocumentError.partTooLarge(
                file: file, part: name, bytes: Int(clamping: status.size), limit: limits.partBytes)
        }
        let size = Int(status.size)
        let packed = Int(clamping: max(status.comp_size, 1))
        guard size <= limits.ratioFreeBytes || size / packed <= limits.ratio else {
            throw DocumentError.suspiciousCompression(file: file, part: name, limit: limits.ratio)
        }
        return size
    }

    /// A name that stays inside the archive: no root, no drive, no `..`.
    private static func isSafe(_ name: String) -> Bool {
        if name.isEmpty || name.hasPrefix("/") || name.utf8.contains(UInt8(ascii: ":")) {
            return false
        }
        return !name.split(separator: "/").contains("..")
    }
}
