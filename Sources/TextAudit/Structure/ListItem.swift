/// One ordinal of a list and its neighbours (列举项).
struct ListItem {
    var style: UInt8
    var number: Int32
    var token: Int32
    /// The item whose text holds this one; −1 for none.
    var parent: Int32
    /// The next item of the same list; −1 for none.
    var next: Int32
    /// The item before it; −1 for the first.
    var previous: Int32
    /// The first token that is no longer this item's.
    var endToken: Int32
}
