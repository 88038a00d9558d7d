package import Quantities
import Yams

extension YAMLValue {
    /// A text that is not blank.
    package func text() throws(PackError) -> String {
        guard let scalar = node.scalar
        else { throw refusal("这里应是一段文字", remedy: "改为一段文字") }
        guard scalar.string.contains(where: { !$0.isWhitespace })
        else { throw refusal("这里是空的", remedy: "填写内容") }
        return scalar.string
    }

    /// A text that may be empty.
    package func plainText() throws(PackError) -> String {
        guard let scalar = node.scalar
        else { throw refusal("这里应是一个值", remedy: "改为一个值，文字可以是\"\"") }
        return scalar.string
    }

    /// Texts of a list that is not empty.
    package func texts() throws(PackError) -> [String] {
        var texts: [String] = []
        for value in try nonEmptyList() { texts.append(try value.text()) }
        return texts
    }

    /// A decimal with its stated digits, such as `"0.60"`.
    package func decimal() throws(PackError) -> ExactDecimal {
        let text = try text()
        guard let decimal = ExactDecimal(text)
        else { throw refusal("“\(text)”不是数", remedy: "改为如\"0.6\"的数") }
        return decimal
    }

    /// A plain number or a percentage: `"0.6"` and `"60%"` are the same.
    package func number() throws(PackError) -> Fraction {
        let text = try text()
        if text.hasSuffix("%") {
            guard let decimal = ExactDecimal(text.dropLast()),
                let value = try? decimal.fraction.divided(by: Fraction(100))
            else { throw refusal("“\(text)”不是百分数", remedy: "改为如\"60%\"的百分数") }
            return value
        }
        return try decimal().fraction
    }

    /// 分值, at most two decimals and not negative.
    package func points() throws(PackError) -> Points {
        let text = try text()
        guard let points = Points(text), points >= .zero
        else { throw refusal("“\(text)”不是分值", remedy: "改为不小于0、最多两位小数的数") }
        return points
    }

    /// A whole number inside a range.
    package func integer(_ range: ClosedRange<Int>) throws(PackError) -> Int {
        let text = try text()
        guard let number = Int(text), range.contains(number) else {
            throw refusal(
                "“\(text)”不在\(range.lowerBound)至\(range.upperBound)的整数之内",
                remedy: "改为\(range.lowerBound)至\(range.upperBound)的整数")
        }
        return number
    }

    /// `true` or `false`, and nothing else.
    package func truth() throws(PackError) -> Bool {
        switch try text() {
        case "true": return true
        case "false": return false
        case let other: throw refusal("“\(other)”不是true或false", remedy: "改为true或false")
        }
    }

    /// A day such as `2021-07-31`.
    package func day() throws(PackError) -> Day {
        let text = try text()
        guard let day = Day(iso: text)
        else { throw refusal("“\(text)”不是日期", remedy: "改为如\"2021-07-31\"的日期") }
        return day
    }

    /// One of a closed set of words.
    package func choice<Choice: RawRepresentable & CaseIterable>(
        of type: Choice.Type
    ) throws(PackError) -> Choice where Choice.RawValue == String {
        let text = try text()
        guard let choice = Choice(rawValue: text) else {
            let known = type.allCases.map(\.rawValue).joined(separator: "、")
            throw refusal("不认识“\(text)”", remedy: "改用：\(known)")
        }
        return choice
    }

    /// A unit of measure such as 元, 万元, 人次 or %.
    package func unit() throws(PackError) -> UnitSymbol {
        let text = try text()
        guard let unit = UnitSymbol.named(text)
        else { throw refusal("不认识单位“\(text)”", remedy: "改用元、万元、人、人次、项、%等单位") }
        return unit
    }
}
