/// A colour (颜色) as office files write it: six hexadecimal digits, `RRGGBB`.
package struct OfficeColor: Hashable, Sendable {
    package let hex: String

    private init(_ hex: String) { self.hex = hex }

    package init(red: UInt8, green: UInt8, blue: UInt8) {
        func two(_ byte: UInt8) -> String {
            (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
        }
        hex = two(red) + two(green) + two(blue)
    }

    package static let black = OfficeColor("000000")
    package static let white = OfficeColor("FFFFFF")
    package static let red = OfficeColor("C00000")
    package static let amber = OfficeColor("BF6900")
    package static let green = OfficeColor("2E7D32")
    package static let blue = OfficeColor("1F4E79")
    package static let gray = OfficeColor("595959")
    /// Backgrounds on which black text stays readable, in print too.
    package static let paleGray = OfficeColor("F2F2F2")
    package static let paleYellow = OfficeColor("FFF2CC")
    package static let paleRed = OfficeColor("F8D7DA")
    package static let paleGreen = OfficeColor("E2EFDA")
    package static let paleBlue = OfficeColor("DDEBF7")
}
