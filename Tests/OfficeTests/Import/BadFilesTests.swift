import Testing

@testable import Office

@Suite(.serialized)
struct BadFilesTests {
    /// One store for all: no bad file leaves anything in it.
    private static let desk = Result { try ImportFixture() }

    @Test(arguments: BadFile.cells + BadFile.tables)
    func `坏的文本文件逐处指出，什么也不写`(file: BadFile) throws { try check(file) }

    @Test(arguments: try BadFile.workbooks())
    func `坏的工作簿逐处指出，什么也不写`(file: BadFile) throws { try check(file) }

    private func check(_ file: BadFile) throws {
        let desk = try Self.desk.get()
        let length = try desk.journalLength()
        let order = desk.order(
            file.bytes, name: file.name, ledger: file.ledger, sheet: file.sheet)
        for report in [try desk.preview(order), try desk.commit(order)] {
            #expect(report.messages == file.messages)
            #expect(!report.isAccepted)
        }
        #expect(try desk.rows().isEmpty)
        #expect(try desk.journalLength() == length)
    }

    @Test func `坏文件的花样不少于四十种`() throws {
        let faults = try (BadFile.cells + BadFile.tables + BadFile.workbooks()).map(\.fault)
        #expect(Set(faults).count == faults.count)
        #expect(faults.count >= 40)
    }
}
