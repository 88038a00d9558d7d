import Quantities
import Testing

@testable import Documents

struct SpreadsheetNumberTests {
    @Test(arguments: [
        ("20", "20"), ("20.00", "20"), ("0.4785", "0.4785"), ("-3.05", "-3.05"), ("-0", "0"),
        ("0.30000000000000004", "0.3"), ("8.3000000000000007", "8.3"),
        ("0.28499999999999998", "0.285"), ("199.99699999999999", "199.997"),
        ("1.2E-3", "0.0012"), ("1.2e+3", "1200"), ("1E2", "100"), ("-4.5E-2", "-0.045"),
        ("4.4408920985006262E-16", "0.000000000000000444089209850063"),
        ("999999999999999", "999999999999999"), ("9999999999999999", "10000000000000000"),
        ("440183199001011234", "440183199001011000"),
        ("4.40183199001011E+17", "440183199001011000"),
        ("1E+36", "1" + String(repeating: "0", count: 36)), ("1E-300", "0"), (" 12 ", "12"),
        (".5", "0.5"), ("5.", "5"), ("+7", "7"), ("00012", "12"),
        ("0.000000000000000000000000000000000001", "0.000000000000000000000000000000000001"),
    ])
    func `数字按 Excel 所见的十五位有效数字读入`(text: String, shown: String) {
        guard case .number(let number) = SpreadsheetNumber(text) else {
            Issue.record("\(text) 未读成数字")
            return
        }
        #expect(number.text == shown)
    }

    @Test(arguments: [
        "", " ", "-", ".", "1.2.3", "1,000", "12a", "0x10", "NaN", "INF", "1E", "1E+", "1E12345",
        "１２",
        String(repeating: "1", count: 401),
    ])
    func `不是数字的文字不会被当作数字`(text: String) {
        #expect(SpreadsheetNumber(text) == .notANumber)
    }

    @Test(arguments: ["1E+37", "1E308", "-1.5E+40", "1" + String(repeating: "0", count: 37)])
    func `过大的数字被指出而不是截断`(text: String) {
        #expect(SpreadsheetNumber(text) == .tooLarge)
    }
}
