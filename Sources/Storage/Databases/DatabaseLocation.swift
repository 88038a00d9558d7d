/// Opens the database that a connection string names: `postgresql://…` or the path of a file.
package func openDatabase(_ location: String) throws -> any Database {
    if location.hasPrefix("postgresql://") || location.hasPrefix("postgres://") {
        return try PostgreSQLDatabase(location)
    }
    return try SQLiteDatabase(path: location)
}
