/// Breaks lines as text taken from a PDF has them (断行).
enum Wrapping {
    /// Each line cut into pieces of `width` scalars, with an empty line between all lines.
    static func wrap(_ text: String, at width: Int) -> String {
        var pieces: [String] = []
        for line in text.split(separator: "\n") {
            var rest = line.unicodeScalars[...]
            while rest.count > width {
                pieces.append(String(rest.prefix(width)))
                rest = rest.dropFirst(width)
            }
            pieces.append(String(rest))
        }
        return pieces.joined(separator: "\n\n") + "\n"
    }
}
