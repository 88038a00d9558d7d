import Documents

/// Where in a file something stands (位置): file, sheet, row, column.
package struct ImportPlace: Hashable, Sendable {
    /// The file's name without folders.
    package let file: String
    /// nil for a text file, which has no sheets, and for what concerns the whole file.
    package let sheet: String?
    /// From 1; in a text file its line.
    package let row: Int?
    /// From 1.
    package let column: Int?

    package init(file: String, sheet: String? = nil, row: Int? = nil, column: Int? = nil) {
        self.file = file
        self.sheet = sheet
        self.row = row
        self.column = column
    }

    /// `支付.xlsx 工作表“3月” B7`, `支付.csv 第7行第2列`.
    package var text: String {
        var parts = [file]
        if let sheet { parts.append("工作表“\(sheet)”") }
        switch (row, column) {
        case (let row?, let column?):
            parts.append(
                sheet == nil ? "第\(row)行第\(column)列" : CellPlace(row: row, column: column).a1)
        case (let row?, nil): parts.append("第\(row)行")
        case (nil, let column?):
            parts.append(
                sheet == nil ? "第\(column)列" : "\(CellPlace.letters(ofColumn: column))列")
        case (nil, nil): break
        }
        return parts.joined(separator: " ")
    }
}
