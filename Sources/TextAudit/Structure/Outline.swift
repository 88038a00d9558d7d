/// The lists of a text (层次): every ordinal with its parent, siblings and extent.
struct Outline: ~Copyable {
    private(set) var items: ContiguousArray<ListItem> = []
    private var open: ContiguousArray<Int32> = []

    mutating func read(_ tokens: borrowing ContiguousArray<Token>) {
        items.removeAll(keepingCapacity: true)
        open.removeAll(keepingCapacity: true)
        for index in tokens.indices where tokens[index].kind == .enumerator {
            add(tokens[index], at: Int32(index))
        }
        close(to: 0, at: Int32(tokens.count))
    }

    private mutating func add(_ token: Token, at index: Int32) {
        var parent = Int32(-1)
        var previous = Int32(-1)
        if let place = open.lastIndex(where: { items[Int($0)].style == token.detail }) {
            let sibling = open[place]
            parent = items[Int(sibling)].parent
            if token.value > 1 { previous = sibling }
            close(to: place, at: index)
        } else if token.value == 1 || open.isEmpty {
            // 一、 never stands inside （一）: a new first item of an outer style ends the inner ones.
            while let last = open.last, items[Int(last)].style > token.detail,
                token.detail <= Enumerator.Style.bracketedChapter.rawValue
            {
                close(to: open.count - 1, at: index)
            }
            parent = open.last ?? -1
        } else {
            parent = open.last ?? -1
        }
        let number = Int32(items.count)
        if previous >= 0 { items[Int(previous)].next = number }
        items.append(
            ListItem(
                style: token.detail, number: token.value, token: index, parent: parent, next: -1,
                previous: previous, endToken: 0))
        open.append(number)
    }

    private mutating func close(to place: Int, at token: Int32) {
        while open.count > place {
            let item = open.removeLast()
            items[Int(item)].endToken = token
        }
    }
}
