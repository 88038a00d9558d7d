import CZip

/// A part of an archive while it is unpacked, piece by piece, by whoever asks (逐段解压).
final class ArchivePartStream {
    /// Keeps the archive open.
    private let archive: Archive
    private let source: OpaquePointer

    init(_ archive: Archive, _ source: OpaquePointer) {
        self.archive = archive
        self.source = source
    }

    deinit { zip_fclose(source) }

    /// Fills the room; 0 at the end, nil where the part is damaged.
    func read(into room: UnsafeMutableRawBufferPointer) -> Int? {
        let count = zip_fread(source, room.baseAddress, zip_uint64_t(room.count))
        return count < 0 ? nil : Int(count)
    }
}
