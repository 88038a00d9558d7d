import Documents

/// Reads each cell of a workbook and does nothing else.
enum WorkbookReading {
    static func run(file: String) throws {
        let clock = ContinuousClock()
        let start = clock.now
        let (rows, cells) = try countCells(xlsx: file)
        print(rows, cells, (clock.now - start).microseconds)
    }
}
