import Glibc

/// Writes text as a Chinese Windows saves it.
enum ChineseEncoding {
    struct Unwritable: Error {}

    static func gb18030(_ text: String) throws -> [UInt8] {
        guard let converter = iconv_open("GB18030", "UTF-8"), Int(bitPattern: converter) != -1
        else { throw Unwritable() }
        defer { iconv_close(converter) }
        var source = Array(text.utf8)
        var bytes = [UInt8](repeating: 0, count: source.count * 2 + 16)
        let room = bytes.count
        var left = room
        let result = source.withUnsafeMutableBytes { source in
            bytes.withUnsafeMutableBytes { target in
                var next = source.baseAddress?.assumingMemoryBound(to: CChar.self)
                var end = target.baseAddress?.assumingMemoryBound(to: CChar.self)
                var count = source.count
                return iconv(converter, &next, &count, &end, &left)
            }
        }
        guard result != UInt.max else { throw Unwritable() }
        return Array(bytes.prefix(room - left))
    }
}
