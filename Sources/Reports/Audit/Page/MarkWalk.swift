import Performance
import TextAudit

/// Writes the words of a document from front to back and marks what findings speak of.
///
/// Spans may overlap: a stretch under several is one link, to the heaviest finding; after the end of
/// each span stands the number of its finding, a link too.
struct MarkWalk {
    private struct Mark {
        let finding: Int
        /// Its number among the finding's spans; 0 is the figure called wrong.
        let span: Int
        let range: Range<Int>
        let severity: FindingSeverity
    }

    private let text: UnsafeBufferPointer<UInt8>
    private let findings: [TextFinding]
    /// By their start.
    private let marks: [Mark]
    private var next = 0
    private var active: [Mark] = []

    init(_ findings: [TextFinding], over text: UnsafeBufferPointer<UInt8>) {
        self.text = text
        self.findings = findings
        marks = findings.enumerated().flatMap { index, finding in
            finding.spans(within: text.count).enumerated().map {
                Mark(finding: index, span: $0, range: $1, severity: finding.severity)
            }
        }.sorted {
            ($0.range.lowerBound, $0.finding, $0.span) < ($1.range.lowerBound, $1.finding, $1.span)
        }
    }

    /// Writes the bytes of a range, which begins where the last one ended or later.
    mutating func write(_ range: Range<Int>, to html: inout HTMLBytes) {
        var position = range.lowerBound
        while position < range.upperBound {
            active.removeAll { $0.range.upperBound <= position }
            let begun = begin(at: position)
            var stop = next < marks.count ? marks[next].range.lowerBound : range.upperBound
            for mark in active { stop = min(stop, mark.range.upperBound) }
            stop = min(stop, range.upperBound)
            stretch(position..<stop, begun: begun, to: &html)
            for mark in active where mark.range.upperBound == stop { badge(mark, to: &html) }
            position = stop
        }
    }

    /// Takes up the marks that begin at a byte or before it.
    private mutating func begin(at position: Int) -> [Mark] {
        var begun: [Mark] = []
        while next < marks.count, marks[next].range.lowerBound <= position {
            if marks[next].range.upperBound > position { begun.append(marks[next]) }
            next += 1
        }
        active += begun
        return begun
    }

    private func stretch(_ range: Range<Int>, begun: [Mark], to html: inout HTMLBytes) {
        let words = UnsafeBufferPointer(rebasing: text[range])
        let heaviest = active.min {
            (-$0.severity.weight, $0.span, $0.finding) < (-$1.severity.weight, $1.span, $1.finding)
        }
        guard let heaviest else { return html.text(words) }
        for mark in begun {
            html.markup("<span id=\"")
            PageAnchor.place(mark.finding, mark.span, to: &html)
            html.markup("\"></span>")
        }
        html.markup("<a tabindex=\"-1\" class=\"m ")
        html.markup(heaviest.severity.styleClass)
        if heaviest.span == 0 { html.markup(" p") }
        html.markup("\" href=\"#")
        PageAnchor.finding(heaviest.finding, to: &html)
        html.markup("\" title=\"")
        html.text("\(heaviest.severity.title)：\(findings[heaviest.finding].message)")
        html.markup("\">")
        html.text(words)
        html.markup("</a>")
    }

    private func badge(_ mark: Mark, to html: inout HTMLBytes) {
        html.markup("<sup><a class=\"")
        html.markup(mark.severity.styleClass)
        html.markup("\" href=\"#")
        PageAnchor.finding(mark.finding, to: &html)
        html.markup("\" aria-label=\"发现 ")
        html.number(mark.finding + 1)
        html.markup("\">")
        html.number(mark.finding + 1)
        html.markup("</a></sup>")
    }
}

/// The names by which the page's links find their ends.
enum PageAnchor {
    static func finding(_ index: Int, to html: inout HTMLBytes) {
        html.markup("f")
        html.number(index + 1)
    }

    static func place(_ finding: Int, _ span: Int, to html: inout HTMLBytes) {
        html.markup("m")
        html.number(finding + 1)
        html.markup("-")
        html.number(span + 1)
    }
}

extension FindingSeverity {
    var styleClass: StaticString {
        switch self {
        case .error: "e"
        case .warning: "w"
        case .note: "n"
        }
    }
}
