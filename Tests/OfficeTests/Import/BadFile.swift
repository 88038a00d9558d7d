import Testing

@testable import Office

/// A file that must be refused: what is wrong with it, and every word that the clerk then reads.
struct BadFile: Sendable, CustomTestStringConvertible {
    let fault: String
    var name = "支付.csv"
    let bytes: [UInt8]
    var ledger: String? = "支付"
    var sheet: String?
    var messages: [String]

    var testDescription: String { fault }

    static let header = "日期,凭证号,分录号,支出类别,金额（元）,摘要\n"
    static let goodRow = "2021-03-05,付-1,1,公用经费,35,水费\n"

    /// One row below the usual header.
    init(_ fault: String, row: String, _ messages: String...) {
        self.fault = fault
        bytes = Array((Self.header + Self.goodRow + row + "\n").utf8)
        self.messages = messages
    }

    init(
        _ fault: String, text: String, ledger: String? = "支付", sheet: String? = nil,
        _ messages: String...
    ) {
        self.fault = fault
        bytes = Array(text.utf8)
        self.ledger = ledger
        self.sheet = sheet
        self.messages = messages
    }

    init(
        _ fault: String, name: String, bytes: [UInt8], ledger: String? = "支付",
        sheet: String? = nil, _ messages: String...
    ) {
        self.fault = fault
        self.name = name
        self.bytes = bytes
        self.ledger = ledger
        self.sheet = sheet
        self.messages = messages
    }
}
