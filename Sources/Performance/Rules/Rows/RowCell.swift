package import Quantities

/// What stands in a cell of a sheet whose rows rules judge (单元格).
package enum RowCell: Sendable {
    case blank
    case text(String)
    case number(ExactDecimal)
    case day(Day)
}
