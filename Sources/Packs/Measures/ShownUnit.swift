package import Quantities

/// The unit in which a figure is shown (显示单位): `万元`, `%`, `万元/人`.
package struct ShownUnit: Hashable, Sendable {
    package let text: String
    /// The unit of the figure itself, in base units: 元 for `万元`.
    package let unit: MeasureUnit
    /// How many of ``unit`` it is: 10000 for `万元`.
    package let factor: Fraction

    /// Reads one unit, or two with `/` between; nil for an unknown one.
    package init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
            .map { UnitSymbol.named(String($0)) }
        guard parts.count <= 2, let top = parts[0] else { return nil }
        self.text = text
        guard parts.count == 2 else {
            (unit, factor) = (top.unit, top.factor)
            return
        }
        guard let bottom = parts[1], let quotient = try? top.factor.divided(by: bottom.factor)
        else { return nil }
        unit = top.unit / bottom.unit
        factor = quotient
    }
}

extension YAMLValue {
    func shownUnit() throws(PackError) -> ShownUnit {
        let text = try text()
        guard let unit = ShownUnit(text)
        else { throw refusal("不认识单位“\(text)”", remedy: "改用元、万元、人、人次、%、万元/人等单位") }
        return unit
    }
}
