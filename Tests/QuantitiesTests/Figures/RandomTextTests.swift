import Seeds
import Testing

@testable import Quantities

/// Readers meet any bytes: they answer or refuse, and never leave the text.
struct RandomTextTests {
    private static let pieces =
        [
            "0", "1", "5", "9", "12", "100", "2021", "999999999", "１", "，", ",", ".", "．", "-", "—",
            "~",
            "至", "/", "(", ")", "（", "）", " ", "　", "¥", "%", "‰", "百分之", "百分点", "分之", "个", "半",
            "一", "二", "两", "三", "九", "〇", "零", "十", "百", "千", "万", "亿", "拾", "佰", "点", "成", "约",
            "近", "超过", "≥", "余", "多", "以上", "元", "角", "分", "整", "人", "人次", "万元", "亿元", "年", "月",
            "日", "T", ":", "负", "人民币", "的", "x",
        ].map { Array($0.utf8) } + [[0xE4], [0xEF, 0xBC], [0xF0, 0x9F], [0x80], [0xFF]]

    @Test func `任何字节都不会使读数中断`() {
        var random = RandomSource()
        var read = 0
        for _ in 0..<10_000 {
            let count = Int.random(in: 0...8, using: &random)
            let bytes = (0..<count).flatMap { _ in Self.pieces.randomElement(using: &random) ?? [] }
            let start = Int.random(in: 0...bytes.count, using: &random)
            do throws(FigureSyntaxError) {
                let reading = try FigureReading(at: start, of: bytes)
                #expect(
                    reading.range.lowerBound == start && reading.range.upperBound <= bytes.count)
                #expect(reading.range.contains(reading.digitsEnd - 1))
                #expect(reading.number.lastPlace > .zero)
                if let upper = reading.upperQuantity {
                    #expect(reading.quantity.value < upper.value)
                }
                read += 1
            } catch {
                #expect((start...bytes.count).contains(error.offset))
            }
            expectPlaces(of: String(decoding: bytes, as: UTF8.self))
        }
        #expect(read > 1000)
    }

    @Test func `快读与细读的结果相同`() {
        var random = RandomSource()
        let signs = Array("0123456789,.-".unicodeScalars)
        for _ in 0..<10_000 {
            var text = String.UnicodeScalarView()
            for _ in 0..<Int.random(in: 1...10, using: &random) {
                text.append(signs.randomElement(using: &random) ?? "0")
            }
            expectPlainTwin(of: String(text))
        }
    }

    private func expectPlainTwin(of text: String) {
        let plain = Array(text.utf8).withUnsafeBufferPointer { PlainNumber($0) }
        let slow = Result { () throws(FigureSyntaxError) in try FigureReading(text) }
        switch (plain, slow) {
        case (let plain?, .success(let slow)):
            #expect(Int128(plain.mantissa) == slow.number.stated.mantissa, "\(text)")
            #expect(plain.scale == slow.number.stated.scale && plain.end == slow.digitsEnd)
        case (.some, .failure): Issue.record("\(text)")
        case (nil, _): break
        }
    }

    private func expectPlaces(of text: String) {
        let places = 0...text.utf8.count
        do throws(MoneySyntaxError) {
            _ = try MoneyReading(text, defaultUnit: .tenThousandYuan)
        } catch {
            #expect(places.contains(error.offset), "\(text)")
        }
        do throws(DaySyntaxError) {
            _ = try Day(reading: text)
        } catch {
            #expect(places.contains(error.offset), "\(text)")
        }
        do throws(FigureSyntaxError) {
            _ = try ChineseNumeral.value(reading: text)
        } catch {
            #expect(places.contains(error.offset), "\(text)")
        }
        expectPlainTwin(of: text)
        _ = CellMark(text)
        _ = ExactDecimal(spreadsheetNumber: text)
        _ = MoneyUnit(headed: text)
    }
}
