extension ReadableDocument {
    /// Reads the body of a Word document: a paragraph a line, a table row a line.
    ///
    /// Headers, footers, footnotes and comments are left out; so is what was deleted under revision.
    init(word file: InputFile, limits: ReadableLimits) throws {
        let reader = try WordDocumentReader(file, limits: limits.archive, blockLimit: limits.blocks)
        let (blocks, numbering) = try reader.numberedBody()
        var lines = WordLines(
            builder: ReadableTextBuilder(file: file.name, limits: limits), numbering: numbering)
        try lines.append(blocks)
        self = lines.builder.document(kind: .wordDocument)
    }
}

/// Writes blocks of a Word document as lines.
private struct WordLines {
    var builder: ReadableTextBuilder
    var numbering: WordNumbering

    mutating func append(_ blocks: [WordTextBlock]) throws {
        for block in blocks {
            switch block {
            case .paragraph(let paragraph):
                // A paragraph without words is counted too.
                if let label = numbering.label(of: paragraph), !paragraph.text.isEmpty {
                    try builder.append(
                        label.utf8, at: .paragraph(paragraph.index), isGenerated: true)
                }
                try builder.append(paragraph.text.utf8, at: .paragraph(paragraph.index))
                try builder.endLine()
            case .table(let table):
                for row in table.rows { try append(row) }
            }
        }
    }

    /// A row: cells that continue one above stay empty, wide ones are followed by empty ones.
    private mutating func append(_ row: [WordTextCell]) throws {
        for (index, cell) in row.enumerated() {
            if index > 0 { try builder.endCell() }
            var isFirst = true
            for paragraph in cell.blocks.flatMap(\.paragraphs) {
                let label = numbering.label(of: paragraph)
                if paragraph.text.isEmpty { continue }
                if !isFirst { try builder.separate(0x20) }
                isFirst = false
                if let label {
                    try builder.append(
                        label.utf8, at: .paragraph(paragraph.index), isGenerated: true)
                }
                try builder.appendInline(paragraph.text.utf8, at: .paragraph(paragraph.index))
            }
            if cell.columns > 1, index < row.count - 1 {
                try builder.endCell(count: cell.columns - 1)
            }
        }
        try builder.endLine()
    }
}
