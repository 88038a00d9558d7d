import Foundation

/// Decodes GB 18030 for tests, by Foundation.
enum GB18030Text {
    /// kCFStringEncodingGB_18030_2000 as an `NSStringEncoding`.
    private static let encoding = String.Encoding(rawValue: 0x8000_0632)

    static func decode(_ bytes: [UInt8]) -> String {
        String(data: Data(bytes), encoding: encoding) ?? ""
    }
}
