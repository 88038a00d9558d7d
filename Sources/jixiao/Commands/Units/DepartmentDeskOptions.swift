import ArgumentParser
import Office

/// A book at a day, or with those of its subordinate units.
struct DepartmentDeskOptions: ParsableArguments {
    @OptionGroup var options: DeskOptions

    @Flag(help: "部门汇总：本级和所属单位的账套相加，抵销内部往来；不写只看本级。见 jixiao units。")
    var withUnits = false

    var book: BookOptions { options.book }

    func desk() throws -> BookDesk {
        try options.book.workplace().desk(
            unit: book.unit, year: book.year, through: options.through, withUnits: withUnits)
    }

    /// What the figures above are of, where the unit has subordinates; nil for a unit alone.
    func scope(of desk: BookDesk) throws -> String? {
        if let department = desk.department {
            let names = department.units.dropFirst().map(\.name).joined(separator: "、")
            return
                "以上是部门汇总：\(department.head.name)（本级）和所属单位\(names)，已抵销内部往来（jixiao units transfers）。"
        }
        let count = try desk.subordinateUnitCount()
        guard count > 0 else { return nil }
        return "以上只是本级的数；本单位有 \(count) 个所属单位，部门汇总请加 --with-units。"
    }
}
