import Formulas
import Performance
import Quantities

/// Reads one ledger definition and refuses what importer, storage or formulas could not keep.
struct LedgerReader {
    let common: LedgerCommons

    private enum Kind: String, CaseIterable {
        case entries = "分录"
        case register = "登记簿"
    }

    private static let keys = [
        "name", "table", "kind", "counts", "day", "key", "negative", "imports", "source", "mark",
        "columns",
    ]

    func ledger(_ value: YAMLValue) throws(PackError) -> LedgerDefinition {
        let mapping = try value.mapping(Self.keys)
        let kind: LedgerShape.Kind =
            switch try mapping.require("kind").choice(of: Kind.self) {
            case .entries: .entries
            case .register: .register
            }
        let columns = try columns(mapping.require("columns"))
        let day = try mapping.require("day")
        let mark = try mapping.require("mark").choice(of: EvidenceMark.self)
        let source = try mapping.require("source").text()
        return LedgerDefinition(
            name: try FormulaName.read(mapping.require("name")),
            table: try SQLName.read(mapping.require("table")), kind: kind,
            rowUnit: try mapping.require("counts").unit().unit,
            dayColumn: try dayColumn(day, among: columns),
            naturalKey: try naturalKey(mapping.require("key"), kind: kind, among: columns),
            columns: columns, allowsNegativeMoney: try mapping.require("negative").truth(),
            takesImports: try mapping["imports"]?.truth() ?? true,
            source: "\(source)〔\(mark.title)〕")
    }

    private func columns(_ value: YAMLValue) throws(PackError) -> [LedgerColumn] {
        let reader = LedgerColumnReader(choiceLists: common.choiceLists)
        var columns: [LedgerColumn] = []
        var headers: [String: String] = [:]
        for item in try value.nonEmptyList() + common.columns {
            let column = try reader.column(item)
            guard !columns.contains(where: { $0.sqlName == column.sqlName })
            else { throw item.refusal("列名“\(column.sqlName)”重复", remedy: "换一个列名") }
            for header in [column.name] + column.headers {
                if let other = headers.updateValue(column.name, forKey: header.foldedSpelling) {
                    throw item.refusal(
                        "表头“\(header)”同时表示“\(other)”和“\(column.name)”",
                        remedy: "让每个表头只表示一列")
                }
            }
            columns.append(column)
        }
        return columns
    }

    private func dayColumn(_ value: YAMLValue, among columns: [LedgerColumn])
        throws(PackError) -> String
    {
        let name = try value.text()
        guard let column = columns.first(where: { $0.name == name }), column.type == .day,
            column.isRequired
        else { throw value.refusal("“\(name)”不是必填的日期列", remedy: "改为一个必填的日期列") }
        return name
    }

    private func naturalKey(
        _ value: YAMLValue, kind: LedgerShape.Kind, among columns: [LedgerColumn]
    ) throws(PackError) -> [String] {
        var names: [String] = []
        for item in try value.list() {
            let name = try item.text()
            guard columns.contains(where: { $0.name == name && $0.isRequired })
            else { throw item.refusal("“\(name)”不是必填列", remedy: "自然键只用必填列") }
            guard !names.contains(name) else { throw item.refusal("“\(name)”重复", remedy: "删去一个") }
            names.append(name)
        }
        guard kind == .entries || !names.isEmpty
        else { throw value.refusal("登记簿没有自然键", remedy: "写明由哪几列认定同一事物") }
        return names
    }
}
