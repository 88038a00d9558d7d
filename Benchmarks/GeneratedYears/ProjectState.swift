/// Where a made-up project stands at the end of a month, with what no book tells (真实状态). It knows
/// no future: a copy of it, run on with other numbers, is another year that could as well have been.
struct ProjectState {
    /// Months that are over.
    var month = 0
    var planned: Int64
    var reached: Int64 = 0
    /// Thousandths of its usual speed.
    var pace: Int
    /// Which lumps are still to come, a bit each.
    var openLumps: Int
    /// Purchases of this year that will never come about.
    var failedShare = 0
    /// Due, but not yet paid.
    var late: Int64 = 0
    var isCancelled = false
}
