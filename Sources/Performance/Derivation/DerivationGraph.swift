/// Values derived from cells, each worked out when it is asked for and again only when something
/// that it read has changed (增量推导).
///
/// A derivation reads cells and other values through the graph, which notes who read what. Cells that
/// lie together, such as those of one record, are parts of one node. A changed
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
    private var places: [Key: Int32] = [:]
    private var vacant: [Int] = []
    /// What the derivations under way have read so far, one behind the other.
    private var readings: [DerivationEdge] = []
    /// Where the readings of each of them begin.
    private var beginnings: [Int] = []
    /// What has lost a reader while others were still deriving, and may find a new one.
    private var orphans: [Int] = []

    package init(_ derivation: @escaping Derivation) { self.derivation = derivation }

    package func clearLog() { derived.removeAll(keepingCapacity: true) }

    /// Notes that the derivation under way has read a cell.
    package func read(cell key: Key) { read(cellAt: place(of: key), part: 0) }

    /// Where a node lies, for reading parts of it one by one; it may move between two derivations.
    func place(of key: Key) -> Int {
        if let place = places[key] { return Int(place) }
        let node = DerivationNode<Key, Value>(key: key)
        if let place = vacant.popLast() {
            nodes[place] = node
            places[key] = Int32(place)
            return place
        }
        nodes.append(node)
        places[key] = Int32(nodes.count - 1)
        return nodes.count - 1
    }

    /// Notes that the derivation under way has read one part of the cells at a place.
    ///
    /// - Parameter part: 0…31.
    func read(cellAt place: Int, part: Int) { note(place, parts: 1 << UInt32(part)) }

    /// The value as it follows from the cells now.
    ///
    /// - Throws: what the derivation throws; the value stays stale then.
    package func value(of key: Key) throws(Failure) -> Value {
        let place = place(of: key)
        note(place, parts: .max)
        try refresh(place)
        if beginnings.isEmpty { dropOrphans() }
        guard let value = nodes[place].value else { preconditionFailure("a cell has no value") }
        return value
    }

    /// What a value was when it was last derived, stale or not: a start for deriving it again.
    ///
    /// - Returns: nil where it was never derived, or dropped since.
    package func lastValue(of key: Key) -> Value? { places[key].flatMap { nodes[Int($0)].value } }

    /// Says that a cell has changed; one that nobody has read concerns nobody.
    package func change(cell key: Key, part: Int = 0) {
        guard let place = places[key] else { return }
        for reader in nodes[Int(place)].readers where reader.parts & 1 << UInt32(part) != 0 {
            markStale(Int(reader.place))
        }
    }

    // MARK: - Deriving

    private func refresh(_ place: Int) throws(Failure) {
        switch nodes[place].state {
        case .fresh: return
        case .deriving: preconditionFailure("a value is derived from itself")
        case .stale: try derive(place)
        case .suspect:
            for source in nodes[place].reads where !nodes[Int(source.place)].isCell {
                try refresh(Int(source.place))
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
        beginnings.append(readings.count)
        let value: Value
        do throws(Failure) {
            value = try derivation(nodes[place].key, self)
        } catch {
            _ = takeReadings()
            nodes[place].state = .stale
            throw error
        }
        let reads = takeReadings()
        derived.append(nodes[place].key)
        let isChanged = nodes[place].value != value
        nodes[place].value = value
        nodes[place].state = .fresh
        link(place, to: reads)
        guard isChanged else { return }
        for reader in nodes[place].readers { markStale(Int(reader.place)) }
    }

    private func takeReadings() -> [DerivationEdge] {
        let beginning = beginnings.removeLast()
        defer { readings.removeSubrange(beginning...) }
        return Array(readings[beginning...])
    }

    private func note(_ place: Int, parts: UInt32) {
        guard let beginning = beginnings.last else {
            nodes[place].isAskedFor = true
            return
        }
        // What was read just before is mostly read again; what is missed here is gathered later.
        for known in readings.indices[beginning...].suffix(8).reversed()
        where readings[known].place == place {
            readings[known].parts |= parts
            return
        }
        readings.append(DerivationEdge(place: Int32(place), parts: parts))
    }

    private func markStale(_ place: Int) {
        let before = nodes[place].state
        guard before != .deriving else { return }
        nodes[place].state = .stale
        if before == .fresh { markReadersSuspect(place) }
    }

    private func markReadersSuspect(_ place: Int) {
        for reader in nodes[place].readers where nodes[Int(reader.place)].state == .fresh {
            nodes[Int(reader.place)].state = .suspect
            markReadersSuspect(Int(reader.place))
        }
    }

    // MARK: - Linking

    private func link(_ place: Int, to reads: [DerivationEdge]) {
        let before = nodes[place].reads
        guard before != reads else { return }
        nodes[place].reads = reads
        relink(place, from: before.gathered[...], to: reads.gathered[...])
    }

    private func relink(
        _ place: Int, from old: ArraySlice<DerivationEdge>, to new: ArraySlice<DerivationEdge>
    ) {
        var (old, new) = (old, new)
        while true {
            switch (old.first, new.first) {
            case (nil, nil): return
            case (let gone?, let come?) where gone.place == come.place:
                if gone.parts != come.parts { renew(place, of: come) }
                old.removeFirst()
                new.removeFirst()
            case (let gone?, let come) where come.map { gone.place < $0.place } ?? true:
                unlink(place, from: Int(gone.place))
                old.removeFirst()
            case (_, let come):
                guard let come else { return }
                nodes[Int(come.place)].readers.append(
                    DerivationEdge(place: Int32(place), parts: come.parts))
                new.removeFirst()
            }
        }
    }

    /// A reader reads other parts than before.
    private func renew(_ reader: Int, of source: DerivationEdge) {
        let place = Int(source.place)
        guard let index = nodes[place].readers.firstIndex(where: { $0.place == reader })
        else { return }
        nodes[place].readers[index].parts = source.parts
    }

    private func unlink(_ reader: Int, from source: Int) {
        if let index = nodes[source].readers.firstIndex(where: { $0.place == reader }) {
            nodes[source].readers.remove(at: index)
        }
        if nodes[source].readers.isEmpty { orphans.append(source) }
    }

    private func dropOrphans() {
        while let place = orphans.popLast() {
            let node = nodes[place]
            guard node.readers.isEmpty, !node.isAskedFor, places[node.key] == Int32(place)
            else { continue }
            places[node.key] = nil
            nodes[place] = DerivationNode(key: node.key)
            vacant.append(place)
            for source in node.reads.gathered { unlink(place, from: Int(source.place)) }
        }
    }
}
