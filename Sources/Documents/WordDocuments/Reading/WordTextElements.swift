/// Reads the words of one part of a text document: the body, a header or a footer.
final class WordTextElements: XMLElements {
    /// Complete once the part has been read.
    var blocks: [WordTextBlock] { containers.first?.blocks ?? [] }

    private var containers = [Container()]
    private var paragraphs: [ParagraphUnderWay] = []
    private var tables: [[[WordTextCell]]] = []
    /// Elements inside one that is passed over.
    private var skipped = 0
    private var count = 0
    private var paragraphIndex = -1
    private let file: String
    private let limit: Int

    /// The body, or a cell.
    private struct Container {
        var blocks: [WordTextBlock] = []
        var columns = 1
        var continuesAbove = false
    }

    private struct ParagraphUnderWay {
        var text: [UInt8] = []
        var style: String?
        var index = 0
        var list: WordListPlace?
    }

    /// - Parameter limit: paragraphs and cells together.
    init(file: String, limit: Int) {
        self.file = file
        self.limit = limit
    }

    override func start(_ name: XMLName, _ attributes: XMLAttributes) {
        let isForeign = Self.isForeign(name)
        let isParagraph = name.letter == UInt8(ascii: "p") && !isForeign
        if isParagraph { paragraphIndex += 1 }
        if skipped > 0 || Self.isPassedOver(name) {
            skipped += 1
            return
        }
        if isForeign { return }
        if name.letter == UInt8(ascii: "t") {
            wantsText = !paragraphs.isEmpty
        } else if isParagraph {
            add()
            paragraphs.append(ParagraphUnderWay(index: paragraphIndex))
        } else if name == "tbl" {
            tables.append([])
        } else if name == "tr" {
            if !tables.isEmpty { tables[tables.count - 1].append([]) }
        } else if name == "tc" {
            add()
            containers.append(Container())
        } else {
            startDetail(name, attributes)
        }
    }

    private func startDetail(_ name: XMLName, _ attributes: XMLAttributes) {
        func value() -> String? { attributes.text("val", prefixed: true) ?? attributes.text("val") }
        if name == "tab" || name == "ptab" {
            // A tab stop of the paragraph's own format has a position; a typed tab has none.
            if attributes.text("pos", prefixed: true) == nil { append("\t") }
        } else if name == "br" || name == "cr" {
            append("\n")
        } else if name == "noBreakHyphen" {
            append("-")
        } else if name == "pStyle" {
            if !paragraphs.isEmpty { paragraphs[paragraphs.count - 1].style = value() }
        } else if name == "numId" || name == "ilvl" {
            note(name, value().flatMap { Int($0) })
        } else if name == "gridSpan" {
            let columns = value().flatMap { Int($0) } ?? 1
            containers[containers.count - 1].columns = min(max(columns, 1), TableLimits.columns)
        } else if name == "vMerge" {
            containers[containers.count - 1].continuesAbove = value() != "restart"
        }
    }

    override func end(_ name: XMLName) {
        if skipped > 0 {
            skipped -= 1
            return
        }
        if Self.isForeign(name) { return }
        if name.letter == UInt8(ascii: "t") {
            wantsText = false
        } else if name.letter == UInt8(ascii: "p") {
            guard let paragraph = paragraphs.popLast() else { return }
            let text = String(decoding: paragraph.text, as: UTF8.self)
            close(
                .paragraph(
                    WordTextParagraph(
                        text: text, style: paragraph.style, index: paragraph.index,
                        list: paragraph.list)))
        } else if name == "tc" {
            endCell()
        } else if name == "tbl" {
            if let rows = tables.popLast() { close(.table(WordTextTable(rows: rows))) }
        }
    }

    override func text(_ bytes: UnsafeBufferPointer<UInt8>) {
        if !paragraphs.isEmpty { paragraphs[paragraphs.count - 1].text.append(contentsOf: bytes) }
    }

    /// What was deleted under revision, the second telling of a drawing for older programs, and
    /// readings above characters.
    private static func isPassedOver(_ name: XMLName) -> Bool {
        name == "del" || name == "moveFrom" || name == "Fallback" || name == "pPrChange"
            || name == "rPrChange" || name == "tabs" || name == "rt"
    }

    /// Drawings have paragraphs, tables and texts of the same local names.
    private static func isForeign(_ name: XMLName) -> Bool {
        name.namespace != nil && !name.hasNamespace(holding: "wordprocessingml")
            && !name.hasNamespace(holding: "/math")
    }

    private func note(_ name: XMLName, _ number: Int?) {
        guard !paragraphs.isEmpty else { return }
        var place = paragraphs[paragraphs.count - 1].list ?? WordListPlace()
        if name == "numId" { place.list = number } else { place.level = number }
        paragraphs[paragraphs.count - 1].list = place
    }

    private func append(_ text: StaticString) {
        guard !paragraphs.isEmpty else { return }
        let bytes = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
        paragraphs[paragraphs.count - 1].text.append(contentsOf: bytes)
    }

    private func close(_ block: WordTextBlock) {
        containers[containers.count - 1].blocks.append(block)
    }

    private func endCell() {
        guard containers.count > 1, let cell = containers.popLast(), let rows = tables.last,
            !rows.isEmpty
        else { return }
        tables[tables.count - 1][rows.count - 1].append(
            WordTextCell(
                blocks: cell.blocks, columns: cell.columns, continuesAbove: cell.continuesAbove))
    }

    private func add() {
        count += 1
        if count > limit { fail(DocumentError.documentTooLarge(file: file, limit: limit)) }
    }
}
