/// What one month of a course's books says.
struct MonthEntry {
    let planned: Int64
    let reached: Int64
    /// The last month of a year is put right before it is closed.
    let isLast: Bool
}
