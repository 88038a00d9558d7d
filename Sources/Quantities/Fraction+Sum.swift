extension Sequence<Fraction> {
    /// The sum (合计); 0 of none.
    ///
    /// - Throws: ``ArithmeticError/overflow`` where it has too many digits: a part is never left out.
    package func sum() throws(ArithmeticError) -> Fraction {
        var sum = Fraction.zero
        for number in self { sum = try sum.adding(number) }
        return sum
    }
}
