/// Finds the name that a misspelt one was meant to be.
enum Spelling {
    /// The name with the fewest differing characters, at most a third of them (but 1 always); the
    /// first in scalar order among equals.
    static func nearest(to word: String, among names: some Sequence<String>) -> String? {
        let scalars = Array(word.lowercased().unicodeScalars.prefix(50))
        let reach = max(1, scalars.count / 3)
        var best: (distance: Int, name: String)?
        for name in names {
            let other = Array(name.lowercased().unicodeScalars)
            guard abs(other.count - scalars.count) <= reach else { continue }
            let found = distance(scalars, other)
            // A name of one character resembles every other.
            guard found <= reach, found < max(scalars.count, other.count) else { continue }
            if let best, (best.distance, best.name) <= (found, name) { continue }
            best = (found, name)
        }
        return best?.name
    }

    /// The edit distance: insertions, deletions, replacements and neighbours that changed places.
    private static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
        var beforePrevious: [Int] = []
        var previous = Array(0...right.count)
        for (row, scalar) in left.enumerated() {
            var current = [row + 1]
            for (column, other) in right.enumerated() {
                let replaced = previous[column] + (scalar == other ? 0 : 1)
                var least = min(replaced, previous[column + 1] + 1, current[column] + 1)
                if row > 0, column > 0, scalar == right[column - 1], other == left[row - 1] {
                    least = min(least, beforePrevious[column - 1] + 1)
                }
                current.append(least)
            }
            (beforePrevious, previous) = (previous, current)
        }
        return previous[right.count]
    }
}
