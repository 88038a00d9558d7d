/// Reads the formulas (公式) of one sheet as they stand, without their values.
final class SheetFormulas: XMLElements {
    /// Without `=`; a cell that shares the formula of another has none of its own.
    private(set) var formulas: [CellPlace: String] = [:]
    private var place: CellPlace?
    private var collector = TextCollector()

    override func start(_ name: XMLName, _ attributes: XMLAttributes) {
        if name == "c" { place = attributes.text("r").flatMap { CellPlace(a1: $0) } }
        guard name == "f" else { return }
        collector.clear()
        wantsText = true
    }

    override func end(_ name: XMLName) {
        guard name == "f" else { return }
        wantsText = false
        if let place, let text = collector.text, !text.isEmpty { formulas[place] = text }
    }

    override func text(_ bytes: UnsafeBufferPointer<UInt8>) { _ = collector.append(bytes) }
}
