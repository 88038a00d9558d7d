import Dispatch
import Storage
import Synchronization

/// Hands batches of rows from the thread that reads to the one that writes, a few at a time.
///
/// Memory stays bounded: the reader waits when the writer is behind.
final class BatchQueue: Sendable {
    enum Item: Sendable {
        case batch(RowBatch)
        case end(ReadingEnd)
    }

    /// How the reading of all sheets ended.
    struct ReadingEnd: Sendable {
        var sheets: [SheetSummary] = []
        /// The file turned out to be damaged.
        var failure: ImportRefusal?
    }

    private struct State {
        var items: [Item] = []
        var spare: [RowBatch] = []
        var isCancelled = false
    }

    private let state = Mutex(State())
    private let room = DispatchSemaphore(value: 0)
    private let filled = DispatchSemaphore(value: 0)

    init(capacity: Int) {
        // A semaphore that begins with room must end with as much; this one need not.
        for _ in 0..<capacity { room.signal() }
    }

    /// Waits for room and adds an item.
    ///
    /// - Returns: false when the writer wants no more.
    func push(_ item: Item) -> Bool {
        room.wait()
        let isWanted = state.withLock { state in
            if !state.isCancelled { state.items.append(item) }
            return !state.isCancelled
        }
        filled.signal()
        return isWanted
    }

    /// Waits for the next item.
    func next() -> Item {
        filled.wait()
        let item = state.withLock { $0.items.removeFirst() }
        room.signal()
        return item
    }

    /// Ends the reading; whoever waits goes on.
    func cancel() {
        state.withLock { state in
            state.isCancelled = true
            state.items = []
        }
        room.signal()
    }

    /// Gives an emptied batch back, so that its memory is used again.
    func recycle(_ batch: consuming RowBatch) {
        batch.removeAll()
        let emptied = batch
        state.withLock { $0.spare.append(emptied) }
    }

    func spareBatch(file: String, sheet: String) -> RowBatch? {
        state.withLock { state in
            guard let last = state.spare.last, last.file == file, last.sheet == sheet
            else { return nil }
            return state.spare.removeLast()
        }
    }
}
