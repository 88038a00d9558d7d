package import Formulas

/// One row of an answer, read by column name.
package struct SQLRow: Hashable, Sendable {
    package let columns: [String]
    package let values: [SQLValue]

    /// The value of a column; NULL where there is no such column.
    package subscript(column: String) -> SQLValue {
        columns.firstIndex(of: column).map { values[$0] } ?? .null
    }

    package func integer(_ column: String) throws(StorageError) -> Int64 {
        guard case .integer(let number) = self[column] else { throw .unexpectedValue(column) }
        return number
    }

    package func text(_ column: String) throws(StorageError) -> String {
        guard case .text(let text) = self[column] else { throw .unexpectedValue(column) }
        return text
    }

    package func bytes(_ column: String) throws(StorageError) -> [UInt8] {
        guard case .bytes(let bytes) = self[column] else { throw .unexpectedValue(column) }
        return bytes
    }

    /// nil for NULL.
    package func optionalInteger(_ column: String) throws(StorageError) -> Int64? {
        self[column] == .null ? nil : try integer(column)
    }

    /// nil for NULL.
    package func optionalText(_ column: String) throws(StorageError) -> String? {
        self[column] == .null ? nil : try text(column)
    }
}
