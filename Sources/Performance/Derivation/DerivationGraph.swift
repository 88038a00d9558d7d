/// Values derived from cells, each worked out when it is asked for and again only when something
/// that it read has changed (增量推导).
///
/// A derivation reads cells and other values through the graph, which notes who read what. A changed
/// cell marks its readers stale and all beyond them suspect; a suspect value first has what it read
/// refreshed, and stays as it is where none of that came out different (early cut-off). So an edit
/// costs as much as what depends on it, and the values equal those of a graph made anew.
///
/// Values that nothing reads any more are dropped, save those that were asked for from outside.
package final class DerivationGraph<Key: Hashable, Value: Equatable, Failure: Error> {
    package typealias Derivation = (Key, DerivationGraph) throws(Failure) -> Value

    /// What was derived since ``clearLog()``, in the order in which it was finished.
    package private(set) var derived: [Key] = []

    private let derivation: Derivation
    private var nodes: [DerivationNode<Key, Value>] = []
    private var places: [Key: Int] = [:]
    private var vacant: [Int] = []
    /// What each derivation under way has read so far.
    private var readings: [[Int]] = []
    /// What has lost a reader while others were still deriving, and may find a new one.
    private var orphans: [Int] = []

    package init(_ derivation: @escaping Derivation) { self.derivation = derivation }

    package func clearLog() { derived.removeAll(keepingCapacity: true) }

    /// Notes that the derivation under way has read a cell.
    package func read(cell key: Key) { note(place(of: key)) }

    /// The value as it follows from the cells now.
    ///
    /// - Throws: what the derivation throws; the value stays stale then.
    package func value(of key: Key) throws(Failure) -> Value {
        let place = place(of: key)
        note(place)
        try refresh(place)
        if readings.isEmpty { dropOrphans() }
        guard let value = nodes[place].value else { preconditionFailure("a cell has no value") }
        return value
    }

    /// What a value was when it was last derived, stale or not: a start for deriving it again.
    ///
    /// - Returns: nil where it was never derived, or dropped since.
    package func lastValue(of key: Key) -> Value? { places[key].flatMap { nodes[$0].value } }

    /// Says that a cell has changed; one that nobody has read concerns nobody.
    package func change(cell key: Key) {
        guard let place = places[key] else { return }
        for reader in nodes[place].readers { markStale(reader) }
    }

    // MARK: - Deriving

    private func refresh(_ place: Int) throws(Failure) {
        switch nodes[place].state {
        case .fresh: return
        case .deriving: preconditionFailure("a value is derived from itself")
        case .stale: try derive(place)
        case .suspect:
            for source in nodes[place].reads where !nodes[source].isCell {
                try refresh(source)
                if nodes[place].state == .stale { break }
            }
            if nodes[place].state == .stale {
                try derive(place)
            } else {
                nodes[place].state = .fresh
            }
        }
    }

    private func derive(_ place: Int) throws(Failure) {
        nodes[place].state = .deriving
        readings.append([])
        let value: Value
        do throws(Failure) {
            value = try derivation(nodes[place].key, self)
        } catch {
            readings.removeLast()
            nodes[place].state = .stale
            throw error
        }
        let reads = readings.removeLast()
        derived.append(nodes[place].key)
        let isChanged = nodes[place].value != value
        nodes[place].value = value
        nodes[place].state = .fresh
        link(place, to: reads)
        guard isChanged else { return }
        for reader in nodes[place].readers { markStale(reader) }
    }

    private func note(_ place: Int) {
        guard let last = readings.indices.last else {
            nodes[place].isAskedFor = true
            return
        }
        if readings[last].last != place { readings[last].append(place) }
    }

    private func markStale(_ place: Int) {
        let before = nodes[place].state
        guard before != .deriving else { return }
        nodes[place].state = .stale
        if before == .fresh { markReadersSuspect(place) }
    }

    private func markReadersSuspect(_ place: Int) {
        for reader in nodes[place].readers where nodes[reader].state == .fresh {
            nodes[reader].state = .suspect
            markReadersSuspect(reader)
        }
    }

    // MARK: - Linking

    private func place(of key: Key) -> Int {
        if let place = places[key] { return place }
        let node = DerivationNode<Key, Value>(key: key)
        if let place = vacant.popLast() {
            nodes[place] = node
            places[key] = place
            return place
        }
        nodes.append(node)
        places[key] = nodes.count - 1
        return nodes.count - 1
    }

    private func link(_ place: Int, to reads: [Int]) {
        let before = nodes[place].reads
        guard before != reads else { return }
        nodes[place].reads = reads
        let (old, new) = (Set(before), Set(reads))
        for source in new.subtracting(old) { nodes[source].readers.append(place) }
        for source in old.subtracting(new) { unlink(place, from: source) }
    }

    private func unlink(_ reader: Int, from source: Int) {
        if let index = nodes[source].readers.firstIndex(of: reader) {
            nodes[source].readers.remove(at: index)
        }
        if nodes[source].readers.isEmpty { orphans.append(source) }
    }

    private func dropOrphans() {
        while let place = orphans.popLast() {
            let node = nodes[place]
            guard node.readers.isEmpty, !node.isAskedFor, places[node.key] == place
            else { continue }
            places[node.key] = nil
            nodes[place] = DerivationNode(key: node.key)
            vacant.append(place)
            for source in Set(node.reads) { unlink(place, from: source) }
        }
    }
}

/// A cell or a derived value with what it read and who read it.
private struct DerivationNode<Key, Value> {
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
    var reads: [Int] = []
    var readers: [Int] = []
    var isAskedFor = false

    var isCell: Bool { value == nil && reads.isEmpty }

    init(key: Key) { self.key = key }
}
