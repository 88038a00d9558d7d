import Documents
import Testing

struct CellPlaceTests {
    @Test(arguments: [
        ("A1", 1, 1), ("B7", 7, 2), ("Z3", 3, 26), ("AA10", 10, 27), ("AZ1", 1, 52),
        ("ZZ9", 9, 702), ("AAA9", 9, 703), ("XFD1048576", 1_048_576, 16_384),
    ])
    func `单元格位置读写一致`(text: String, row: Int, column: Int) {
        #expect(CellPlace(a1: text) == CellPlace(row: row, column: column))
        #expect(CellPlace(row: row, column: column).a1 == text)
    }

    @Test func `美元符号和小写字母也认得`() {
        #expect(CellPlace(a1: "$b$7")?.a1 == "B7")
    }

    @Test(arguments: [
        "", "A", "7", "A0", "A01", "XFE1", "A1048577", "A-1", "1A", "A1B", "é1", "[1", "`1",
        "AAAAAAAAAAAAAAAAAAAAAA1", "A99999999999999999999",
    ])
    func `不存在的位置不会被读入`(text: String) {
        #expect(CellPlace(a1: text) == nil)
    }

    @Test func `区域的两角可以任意给出`() throws {
        let range = CellRange(
            try #require(CellPlace(a1: "D1")), try #require(CellPlace(a1: "A3")))
        #expect(range.a1 == "A1:D3")
        #expect(range.contains(CellPlace(row: 2, column: 4)))
        #expect(!range.contains(CellPlace(row: 2, column: 5)))
        #expect(!range.contains(CellPlace(row: 4, column: 4)))
    }
}
