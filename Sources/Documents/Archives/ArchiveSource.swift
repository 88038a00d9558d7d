import CZip

/// Bytes of a part that are made while the archive is written (边写边生成), so that memory stays flat.
protocol ArchiveSource: AnyObject {
    /// Fills the room; 0 at the end, nil where the bytes cannot be made.
    func read(into room: UnsafeMutableRawBufferPointer) -> Int?
}

extension ArchiveEditor {
    /// What libzip calls for the bytes of a part; the archive must not outlive the source.
    static func source(_ bytes: any ArchiveSource, of handle: OpaquePointer) -> OpaquePointer? {
        let box = Unmanaged.passRetained(SourceBox(bytes))
        let source = zip_source_function(handle, Self.answer, box.toOpaque())
        if source == nil { box.release() }
        return source
    }

    private final class SourceBox {
        let bytes: any ArchiveSource
        init(_ bytes: any ArchiveSource) { self.bytes = bytes }
    }

    private static let answer: zip_source_callback = { user, data, length, command in
        guard let user else { return -1 }
        let box = Unmanaged<SourceBox>.fromOpaque(user)
        switch command {
        case ZIP_SOURCE_OPEN, ZIP_SOURCE_CLOSE: return 0
        case ZIP_SOURCE_READ:
            let room = UnsafeMutableRawBufferPointer(start: data, count: Int(length))
            return box.takeUnretainedValue().bytes.read(into: room).map(Int64.init) ?? -1
        case ZIP_SOURCE_STAT:
            guard let data else { return -1 }
            zip_stat_init(data.assumingMemoryBound(to: zip_stat_t.self))
            return Int64(MemoryLayout<zip_stat_t>.size)
        case ZIP_SOURCE_ERROR:
            guard let data else { return -1 }
            data.assumingMemoryBound(to: Int32.self).initialize(repeating: 0, count: 2)
            data.assumingMemoryBound(to: Int32.self).pointee = ZIP_ER_READ
            return 8
        case ZIP_SOURCE_FREE:
            box.release()
            return 0
        case ZIP_SOURCE_SUPPORTS:
            return [
                ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE, ZIP_SOURCE_STAT,
                ZIP_SOURCE_ERROR, ZIP_SOURCE_FREE,
            ].reduce(0) { $0 | 1 << Int64($1.rawValue) }
        default: return -1
        }
    }
}
