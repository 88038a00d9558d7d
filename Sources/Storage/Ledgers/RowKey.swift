/// How row keys are written where a key was given again after its row was taken back.
///
/// The first row of key `A` has the key `A`, the next `A#1`, then `A#2`. A `#` of the key itself
/// is doubled, so that no natural key looks like a later generation of another.
enum RowKey {
    static let mark = UInt8(ascii: "#")

    static func text(_ key: String, generation: Int) -> String {
        var text = key
        if key.utf8.contains(mark) {
            let parts = key.split(separator: "#", omittingEmptySubsequences: false)
            text = parts.joined(separator: "##")
        }
        return generation == 0 ? text : "\(text)#\(generation)"
    }

    /// The key of the 红冲 of a row.
    static func reversal(of id: Int64) -> String { "红冲:\(id)" }
}
