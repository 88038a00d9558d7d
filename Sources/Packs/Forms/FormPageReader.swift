import Performance
import Yams

/// Reads how the sheets of a form are laid out.
///
/// A line is a mapping from columns to what stands there: `{A-B: 项目名称, C-I: "[项目名称]"}`; `B@2`
/// is two rows high.
struct FormPageReader {
    let names: FormNames

    func pages(_ list: YAMLValue) throws(PackError) -> [FormPage] {
        var pages: [FormPage] = []
        for value in try list.nonEmptyList() {
            let mapping = try value.mapping([
                "sheet", "title", "subtitle", "landscape", "widths", "printed", "sections",
            ])
            let widths = try widths(mapping.require("widths"))
            let printed = try mapping["printed"].map { value throws(PackError) in
                try columns(value.text(), value, limit: widths.count).upperBound
            }
            var sections: [FormSection] = []
            for value in try mapping.require("sections").nonEmptyList() {
                sections.append(try section(value, limit: widths.count))
            }
            let subtitle = try mapping["subtitle"].map { value throws(PackError) in
                try text(value)
            }
            pages.append(
                FormPage(
                    name: try name(mapping.require("sheet"), among: pages),
                    title: try mapping["title"].map { value throws(PackError) in try text(value) }
                        ?? FormText([]),
                    subtitle: subtitle ?? FormText([]),
                    isLandscape: try mapping["landscape"]?.truth() ?? false, widths: widths,
                    printedColumns: printed ?? widths.count, sections: sections))
        }
        return pages
    }

    private func name(_ value: YAMLValue, among pages: [FormPage]) throws(PackError) -> String {
        let name = try value.text()
        guard name.utf16.count <= 31, !name.contains(where: { ":\\/?*[]".contains($0) }),
            !pages.contains(where: { $0.name == name })
        else {
            throw value.refusal("“\(name)”不能作工作表名", remedy: "用不超过31字、不含:\\/?*[]且不重复的名称")
        }
        return name
    }

    private func widths(_ list: YAMLValue) throws(PackError) -> [Int] {
        var widths: [Int] = []
        for value in try list.nonEmptyList() { widths.append(try value.integer(1...200)) }
        return widths
    }

    private func section(_ value: YAMLValue, limit: Int) throws(PackError) -> FormSection {
        let mapping = try value.mapping(["side", "lines", "block", "linesBelow"])
        let side = try mapping["side"].map { side throws(PackError) in
            try line(side, limit: limit, block: []).cells[0]
        }
        return FormSection(
            side: side, lines: try lines(mapping["lines"], limit: limit),
            block: try mapping["block"].map { block throws(PackError) in
                try self.block(block, limit: limit)
            },
            linesBelow: try lines(mapping["linesBelow"], limit: limit))
    }

    private func lines(_ list: YAMLValue?, limit: Int) throws(PackError) -> [FormLine] {
        guard let list else { return [] }
        var lines: [FormLine] = []
        for value in try list.nonEmptyList() {
            lines.append(try line(value, limit: limit, block: []))
        }
        return lines
    }

    private func block(_ value: YAMLValue, limit: Int) throws(PackError) -> FormBlock {
        let mapping = try value.mapping(["tables", "row", "merged", "offered"])
        var tables: [FormTable] = []
        for value in try mapping.require("tables").nonEmptyList() {
            let name = try value.text()
            guard let table = names.tables.first(where: { $0.name == name })
            else { throw value.refusal("没有表“\(name)”", remedy: "改用tables中的名称") }
            tables.append(table)
        }
        let row = try line(mapping.require("row"), limit: limit, block: tables)
        return FormBlock(
            tables: tables.map(\.name), row: row,
            mergedColumns: try mapping["merged"]?.texts() ?? [],
            offeredRows: try offered(mapping["offered"], tables))
    }

    /// Either how many empty rows an empty form has, or the first answers of each.
    private func offered(
        _ value: YAMLValue?, _ tables: [FormTable]
    ) throws(PackError) -> [FormRow] {
        guard let value else { return [] }
        guard value.isList
        else { return Array(repeating: [:], count: try value.integer(1...100)) }
        var rows: [FormRow] = []
        for item in try value.nonEmptyList() {
            var row = FormRow()
            let allowed = tables.flatMap(\.columns).map(\.name)
            let mapping = try item.mapping(allowed)
            for name in allowed { row[name] = try mapping[name]?.text() }
            rows.append(row)
        }
        return rows
    }
}

// MARK: - Lines

extension FormPageReader {
    private func line(
        _ value: YAMLValue, limit: Int, block: [FormTable]
    ) throws(PackError) -> FormLine {
        guard let mapping = value.node.mapping, mapping.count > 0
        else { throw value.refusal("这里应是“列: 内容”", remedy: "写成如{A-B: 项目名称, C-I: \"[项目名称]\"}") }
        var cells: [FormLayoutCell] = []
        var height: Int?
        for (keyNode, node) in mapping {
            let key = keyNode.scalar?.string ?? ""
            let item = YAMLValue(file: value.file, path: value.path(to: key), node: node)
            if key == "height" {
                height = try item.integer(10...400)
                continue
            }
            let parts = key.split(separator: "@", omittingEmptySubsequences: false)
            let columns = try columns(String(parts[0]), item, limit: limit)
            let rows = parts.count == 2 ? Int(parts[1]) ?? 0 : 1
            guard parts.count <= 2, (1...20).contains(rows)
            else { throw item.refusal("“\(key)”不是单元格", remedy: "写成如A、A-B或B@2") }
            guard !cells.contains(where: { $0.columns.overlaps(columns) })
            else { throw item.refusal("“\(key)”与同一行的其他格重叠", remedy: "改正列号") }
            let text = try text(item, block: block)
            cells.append(FormLayoutCell(columns: columns, height: rows, text: text))
        }
        cells.sort { $0.columns.lowerBound < $1.columns.lowerBound }
        return FormLine(cells, height: height)
    }

    /// `C` or `C-I`.
    private func columns(
        _ text: String, _ place: YAMLValue, limit: Int
    ) throws(PackError) -> ClosedRange<Int> {
        let numbers = text.split(separator: "-", omittingEmptySubsequences: false).map(Self.column)
        guard (1...2).contains(numbers.count), let first = numbers[0],
            let last = numbers[numbers.count - 1], first <= last, last <= limit
        else {
            throw place.refusal("“\(text)”不是widths所列的列", remedy: "写成如C或C-I，并与widths的列数一致")
        }
        return first...last
    }

    private static func column(_ letters: Substring) -> Int? {
        guard (1...2).contains(letters.utf8.count) else { return nil }
        var number = 0
        for byte in letters.utf8 {
            guard (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) else { return nil }
            number = number * 26 + Int(byte - UInt8(ascii: "A")) + 1
        }
        return number
    }

    private func text(_ value: YAMLValue, block: [FormTable] = []) throws(PackError) -> FormText {
        // An empty cell is bordered, so it may stand in a line.
        if value.node.scalar?.string.isEmpty == true { return FormText([]) }
        guard let text = FormText(reading: try value.text())
        else { throw value.refusal("方括号没有写完", remedy: "写成如“填表人：[填表人]”") }
        for answer in text.answers where !names.has(answer, in: block) {
            throw value.refusal("引用了没有的填报项", remedy: "改用fields或该表columns中的名称")
        }
        return text
    }
}
