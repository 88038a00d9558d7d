import Formulas
import Storage
import Testing

struct DatabaseTests {
    static let values: [SQLValue] = [
        .null, .integer(0), .integer(.min), .integer(.max), .text(""), .text("困难职工帮扶’\"; --"),
        .text(String(repeating: "字", count: 5000)), .bytes([]), .bytes([0, 255, 10]),
    ]

    private func table(_ backend: Backend) throws -> (TestPlace, any Database) {
        let place = try TestPlace(backend)
        let database = try place.owner()
        try database.write {
            let types =
                backend == .sqlite
                ? "n INTEGER, t TEXT, b BLOB" : "n BIGINT, t TEXT COLLATE \"C\", b BYTEA"
            try $0.run(script: "CREATE TABLE sample (\(types))")
        }
        return (place, database)
    }

    @Test(arguments: Backend.available, values)
    func `绑定的值原样读回`(backend: Backend, value: SQLValue) throws {
        let (_, database) = try table(backend)
        let column =
            switch value {
            case .integer, .null: "n"
            case .text: "t"
            case .bytes: "b"
            }
        try database.write {
            try $0.execute("INSERT INTO sample (\(name: column)) VALUES (\(value))")
            var rows = RowBuffer(width: 1)
            rows.append(value)
            try $0.bulkInserter(into: "sample", columns: [column]).insert(rows)
        }
        let read = try database.read { try $0.values("SELECT \(name: column) FROM sample") }
        #expect(read == [[value], [value]])
    }

    @Test(arguments: Backend.available)
    func `大量的行逐批读出`(backend: Backend) throws {
        let (_, database) = try table(backend)
        var rows = RowBuffer(width: 2)
        for number in 1...4321 {
            rows.append(Int64(number))
            rows.append(text: number % 3 == 0 ? "" : "第\(number)行")
        }
        try database.write {
            try $0.bulkInserter(into: "sample", columns: ["n", "t"]).insert(rows)
        }
        var count = 0
        var batches = 0
        try database.read {
            try $0.forEachBatch("SELECT n, t FROM sample ORDER BY n") { columns, batch in
                #expect(columns == ["n", "t"])
                batches += 1
                count += batch.rowCount
            }
        }
        #expect(count == 4321)
        #expect(batches > 3)
    }

    @Test(arguments: Backend.available)
    func `读到一半出错之后连接仍可用`(backend: Backend) throws {
        struct Interruption: Error {}
        let (_, database) = try table(backend)
        var rows = RowBuffer(width: 1)
        for number in 1...3000 { rows.append(Int64(number)) }
        try database.write {
            try $0.bulkInserter(into: "sample", columns: ["n"]).insert(rows)
        }
        for _ in 1...20 {
            #expect(throws: Interruption.self) {
                try database.read {
                    try $0.forEachRow("SELECT n FROM sample") { _ in throw Interruption() }
                }
            }
        }
        let count = try database.read { try $0.values("SELECT COUNT(*) FROM sample") }
        #expect(count == [[.integer(3000)]])
    }

    @Test(arguments: Backend.available)
    func `出错的写入被整个收回`(backend: Backend) throws {
        let (_, database) = try table(backend)
        #expect(throws: StorageError.self) {
            try database.write {
                try $0.execute("INSERT INTO sample (n) VALUES (\(1))")
                try $0.run(script: "SELECT * FROM nothing")
            }
        }
        // An error that the body swallows does not save what came before it on PostgreSQL.
        #expect(try database.read { try $0.values("SELECT n FROM sample") } == [])
    }

    @Test(arguments: Backend.available)
    func `读事务不能写`(backend: Backend) throws {
        let (_, database) = try table(backend)
        #expect(throws: StorageError.self) {
            try database.read { try $0.execute("INSERT INTO sample (n) VALUES (\(1))") }
        }
    }

    @Test func `SQLite 的浮点数不被读作数`() throws {
        let (_, database) = try table(.sqlite)
        #expect(throws: StorageError.unexpectedValue("x")) {
            try database.read { try $0.values("SELECT 0.1 + 0.2 AS x") }
        }
    }

    @Test func `打不开的位置说明原因`() {
        #expect(throws: StorageError.self) { try openDatabase("/nowhere/账套.db") }
        #expect(throws: StorageError.self) { try openDatabase("postgresql://127.0.0.1:1/x") }
    }
}
