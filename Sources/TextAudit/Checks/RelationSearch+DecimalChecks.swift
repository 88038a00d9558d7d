import Performance
import Quantities

/// Decimals of amounts in 万元 (小数位): CC-062.
extension RelationSearch {
    func checkDecimals(into result: inout [TextFinding]) {
        var counts = [0, 0, 0, 0]
        var odd: [Int32] = []
        for index in 0..<figureCount where isWanYuan(index) {
            let decimals = min(Int(figure(index).decimals), 3)
            counts[decimals] += 1
            if decimals == 1 || decimals == 3, odd.count < 200 { odd.append(index) }
        }
        guard counts[2] >= 5, counts[2] > counts[1], counts[2] > 2 * counts[3],
            odd.contains(where: { figure($0).decimals > 2 })
        else {
            return
        }
        odd.sort { (figure($0).decimals > 2 ? 0 : 1, $0) < (figure($1).decimals > 2 ? 0 : 1, $1) }
        var texts: [String] = []
        var places: [Range<Int>] = []
        for index in odd.prefix(10) {
            places.append(place(index))
            texts.append(rounded(index))
        }
        result.append(
            remark(
                "CC-062", .style, at: places, texts.joined(separator: "、"),
                "有 \(odd.count) 处万元金额不是两位小数：\(texts.prefix(3).joined(separator: "、"))\(odd.count > 3 ? "等" : "")。",
                "请统一为两位小数，多出的位数四舍五入，不要截去。"))
    }

    private func isWanYuan(_ index: Int32) -> Bool {
        let own = figure(index)
        return own.kind == .amount && own.scale == 4 && own.decimals > 0
            && !own.marks.contains(.inheritedUnit) && statement(index).role != .average
    }

    /// 199.997万元（四舍五入为 200.00）.
    private func rounded(_ index: Int32) -> String {
        let own = figure(index)
        let cents: Int128
        if own.decimals >= 2 {
            let unit = Arithmetic.power(Int(own.decimals) - 2)
            cents = (2 * Int128(own.mantissa) + unit) / (2 * unit)
        } else {
            cents = Int128(own.mantissa) * 10
        }
        let text = ExactDecimal(mantissa: cents, scale: 2).text
        return own.decimals > 2 ? "\(words(index))（四舍五入为 \(text)）" : "\(words(index))（应写 \(text)）"
    }
}
