extension Money {
    /// Adds amounts that come from users: an overflow is an error.
    package func adding(_ other: Money) throws(ArithmeticError) -> Money {
        let (sum, overflow) = fen.addingReportingOverflow(other.fen)
        guard !overflow else { throw .overflow }
        return Money(fen: sum)
    }

    package func subtracting(_ other: Money) throws(ArithmeticError) -> Money {
        let (difference, overflow) = fen.subtractingReportingOverflow(other.fen)
        guard !overflow else { throw .overflow }
        return Money(fen: difference)
    }

    /// The sum of amounts, exact for any order; the empty sum is 0.
    package static func sum(_ amounts: some Sequence<Money>) throws(ArithmeticError) -> Money {
        var sum: Int128 = 0
        for amount in amounts {
            let (next, overflow) = sum.addingReportingOverflow(Int128(amount.fen))
            guard !overflow else { throw .overflow }
            sum = next
        }
        guard let fen = Int64(exactly: sum) else { throw .overflow }
        return Money(fen: fen)
    }
}
