package import Documents
import Performance

/// A document whose figures are bound to their traces (带溯源的文件): a report or a bulletin.
package protocol FiguredDocument {
    var figures: [PrintedFigure] { get }
    var sections: [WordSection] { get }
}

extension ComposedReport: FiguredDocument {}
extension ComposedBulletin: FiguredDocument {}

/// A released report against the same report composed again (核对): paragraph by paragraph, figure by
/// figure, then all that no paragraph holds.
package struct ReportComparison: Sendable {
    /// One thing that differs.
    package struct Difference: Hashable, Sendable {
        /// What users read: where, what stands there, what should.
        package let message: String
        /// The figures of the paragraph that its change touches.
        package let figures: [PrintedFigure]
    }

    package let figureCount: Int
    package let agreeingFigures: Int
    package let paragraphCount: Int
    package let agreeingParagraphs: Int
    package let differences: [Difference]

    /// - Parameters:
    ///   - expected: the bytes that composing gives now.
    ///   - found: the bytes of the file.
    package init(
        _ report: some FiguredDocument, expected: [UInt8], found: [UInt8], name: String
    ) throws {
        let wanted = try WordDocumentReader(InputFile(bytes: expected, name: name))
        let given = try WordDocumentReader(InputFile(bytes: found, name: name))
        let (wantedText, givenText) = (try wanted.text(), try given.text())
        var comparison = ParagraphComparison(report)
        comparison.compare(wantedText.paragraphs, givenText.paragraphs, in: "正文")
        for (index, footer) in wantedText.footers.enumerated() {
            let other = index < givenText.footers.count ? givenText.footers[index] : []
            comparison.compare(footer.flatMap(\.paragraphs), other.flatMap(\.paragraphs), in: "页脚")
        }
        comparison.compare(
            [], givenText.headers.flatMap { $0.flatMap(\.paragraphs) }.filter { !$0.text.isEmpty },
            in: "页眉")
        comparison.compare(wantedText.customProperties, givenText.customProperties)
        if comparison.differences.isEmpty, expected != found {
            try comparison.compareParts(wanted, given)
        }
        figureCount = report.figures.count
        agreeingFigures = figureCount - comparison.touched.count
        paragraphCount = comparison.paragraphCount
        agreeingParagraphs = paragraphCount - comparison.changedParagraphs
        differences = comparison.differences
    }
}

/// The comparison while it goes on.
private struct ParagraphComparison {
    private let runsByText: [String: [WordRun]]
    private let figures: [String: PrintedFigure]
    var differences: [ReportComparison.Difference] = []
    var touched: Set<String> = []
    var paragraphCount = 0
    var changedParagraphs = 0

    init(_ report: some FiguredDocument) {
        runsByText = Dictionary(
            report.sections.flatMap(\.blocks).flatMap(\.paragraphs).map { paragraph in
                (paragraph.runs.map(\.text).joined(), paragraph.runs)
            }, uniquingKeysWith: { first, _ in first })
        figures = Dictionary(
            report.figures.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    mutating func compare(
        _ wanted: [WordTextParagraph], _ given: [WordTextParagraph], in place: String
    ) {
        let (wanted, given) = (wanted.map(\.text), given.map(\.text))
        paragraphCount += wanted.count
        guard wanted != given else { return }
        // Paragraphs at both ends that agree bound the part that is looked at one by one.
        let head = zip(wanted, given).prefix { $0 == $1 }.count
        let tail = zip(wanted[head...].reversed(), given[head...].reversed()).prefix { $0 == $1 }
            .count
        let (own, other) = (
            wanted[head..<(wanted.count - tail)], given[head..<(given.count - tail)]
        )
        for (index, text) in own.enumerated() {
            let stood = index < other.count ? other[other.startIndex + index] : nil
            if stood != text { append(wanted: text, given: stood, place, head + index + 1) }
        }
        for (index, text) in other.enumerated().dropFirst(own.count) where !text.isEmpty {
            differences.append(
                .init(
                    message: "\(place)第\(head + index + 1)段是多出来的：“\(text.excerpt)”。", figures: []))
        }
    }

    private mutating func append(
        wanted: String, given: String?, _ place: String, _ number: Int
    ) {
        changedParagraphs += 1
        guard let given else {
            let lost = (runsByText[wanted] ?? []).compactMap(\.figureID)
            touched.formUnion(lost)
            differences.append(
                .init(
                    message: "\(place)第\(number)段缺少：“\(wanted.excerpt)”。",
                    figures: lost.compactMap { figures[$0] }))
            return
        }
        let change = TextChange(from: wanted, to: given)
        let own = figuresTouched(by: change, in: wanted)
        touched.formUnion(own.map(\.id))
        let names = own.map { "数字\($0.id)（\($0.trace.name)）应为\($0.text)" }
        let figure = names.isEmpty ? "" : "；" + names.joined(separator: "，")
        differences.append(
            .init(
                message: "\(place)第\(number)段被改动：应为“\(change.wantedPart)”，"
                    + "文件中是“\(change.givenPart)”\(figure)。",
                figures: own))
    }

    private func figuresTouched(by change: TextChange, in text: String) -> [PrintedFigure] {
        var offset = 0
        var found: [PrintedFigure] = []
        for run in runsByText[text] ?? [] {
            let end = offset + run.text.unicodeScalars.count
            // An insertion at a figure's edge changes how it reads, so its ends count too.
            let touches =
                change.wanted.isEmpty
                ? change.wanted.lowerBound >= offset && change.wanted.lowerBound <= end
                : change.wanted.overlaps(offset..<end)
            if touches, let id = run.figureID, let figure = figures[id] { found.append(figure) }
            offset = end
        }
        return found
    }

    mutating func compare(_ wanted: [String: String], _ given: [String: String]) {
        for name in wanted.keys.sorted() where wanted[name] != given[name] {
            differences.append(
                .init(
                    message: "文档属性 \(name) 被改动：应为“\(wanted[name] ?? "")”，"
                        + "文件中是“\(given[name] ?? "无")”。",
                    figures: []))
        }
    }

    /// All texts agree, yet the files differ: which parts, and whether another program saved it.
    mutating func compareParts(_ wanted: WordDocumentReader, _ given: WordDocumentReader) throws {
        var changed: [String] = []
        for part in wanted.partNames {
            guard given.partNames.contains(part),
                try given.bytes(ofPart: part) == wanted.bytes(ofPart: part)
            else {
                changed.append(part)
                continue
            }
        }
        let added = given.partNames.filter { !wanted.partNames.contains($0) }
        let list = (changed + added).joined(separator: "、")
        differences.append(
            .init(
                message: list.isEmpty
                    ? "文字和数字都一致，但文件不是原样：可能被其他软件重新打包。"
                    : "文字和数字都一致，但文件的这些部分不是原样：\(list)。"
                        + "可能被其他软件重新保存，也可能改了图表或格式，请以重新生成的文件为准。",
                figures: []))
    }
}

/// Where two texts differ: what stands between their common beginning and their common end.
private struct TextChange {
    /// Unicode scalars of the first text.
    let wanted: Range<Int>
    let wantedPart: String
    let givenPart: String

    init(from wanted: String, to given: String) {
        let (own, other) = (Array(wanted.unicodeScalars), Array(given.unicodeScalars))
        let head = zip(own, other).prefix { $0 == $1 }.count
        let tail = zip(own[head...].reversed(), other[head...].reversed()).prefix { $0 == $1 }.count
        self.wanted = head..<(own.count - tail)
        wantedPart = Self.part(own, head, own.count - tail)
        givenPart = Self.part(other, head, other.count - tail)
    }

    /// The part with some characters around it, so that it can be found.
    private static func part(_ text: [Unicode.Scalar], _ start: Int, _ end: Int) -> String {
        let (from, to) = (max(0, start - 12), min(text.count, end + 8))
        let middle = String(String.UnicodeScalarView(text[from..<max(from, to)]))
        return (from > 0 ? "…" : "") + middle.excerpt + (to < text.count ? "…" : "")
    }
}

extension String {
    /// At most 60 characters, for messages.
    fileprivate var excerpt: String { count <= 60 ? self : String(prefix(58)) + "……" }
}

extension WordBlock {
    /// The paragraphs of a block, those of its cells among them.
    fileprivate var paragraphs: [WordParagraph] {
        switch self {
        case .paragraph(let paragraph): [paragraph]
        case .table(let table): table.rows.flatMap(\.cells).flatMap(\.paragraphs)
        case .chart, .pageBreak: []
        }
    }
}
