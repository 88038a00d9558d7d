/// A cell or a derived value with what it read and who read it.
struct DerivationNode<Key, Value> {
    enum State {
        case fresh
        /// Something behind it may have changed.
        case suspect
        /// Something that it read has changed, or it was never derived.
        case stale
        case deriving
    }

    let key: Key
    /// nil for cells.
    var value: Value?
    var state = State.stale
    var isAskedFor = false
    /// In the order in which they were read.
    var reads: [DerivationEdge] = []
    var readers: [DerivationEdge] = []

    var isCell: Bool { value == nil && reads.isEmpty }

    init(key: Key) { self.key = key }
}

/// The other end of a reading: a node, and which parts of the one that was read.
struct DerivationEdge: Equatable {
    /// How many parts the cells of one node can have.
    static let partLimit = 32

    let place: Int32
    var parts: UInt32
}

extension [DerivationEdge] {
    /// Sorted, each node once with all its parts.
    var gathered: [DerivationEdge] {
        var gathered: [DerivationEdge] = []
        gathered.reserveCapacity(count)
        for edge in sorted(by: { $0.place < $1.place }) {
            if gathered.last?.place == edge.place {
                gathered[gathered.count - 1].parts |= edge.parts
            } else {
                gathered.append(edge)
            }
        }
        return gathered
    }
}
