/// Reads what the styles of a workbook (样式) say about numbers: one format for each style index.
final class StylesElements: XMLElements {
    private(set) var formats: [NumberFormat] = []
    /// How each style shows a number.
    private(set) var shownFormats: [ShownFormat] = []
    private var custom: [Int: NumberFormat] = [:]
    private var customShown: [Int: ShownFormat] = [:]
    private var isInFormats = false
    private var isInCellStyles = false

    override func start(_ name: XMLName, _ attributes: XMLAttributes) {
        if name == "numFmts" {
            isInFormats = true
        } else if name == "cellXfs" {
            isInCellStyles = true
        } else if isInFormats, name == "numFmt" {
            if let id = attributes.text("numFmtId").flatMap({ Int($0) }),
                let code = attributes.text("formatCode")
            {
                custom[id] = NumberFormat(code: code)
                customShown[id] = ShownFormat(code: code)
            }
        } else if isInCellStyles, name == "xf" {
            let id = attributes.text("numFmtId").flatMap { Int($0) } ?? 0
            formats.append(custom[id] ?? NumberFormat(builtIn: id))
            shownFormats.append(customShown[id] ?? ShownFormat(builtIn: id))
        }
    }

    override func end(_ name: XMLName) {
        if name == "numFmts" { isInFormats = false }
        if name == "cellXfs" { isInCellStyles = false }
    }
}
