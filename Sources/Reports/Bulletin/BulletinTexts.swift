import Performance

/// The prose of a bulletin (通报文字): what people edit, block by block, in a text file.
///
/// `[下一步要求]` begins a block, `#` a remark; `{红灯部门数}` stands for a figure. Numbers that are typed
/// all the same are told apart in the trace as typed.
package struct BulletinTexts: Hashable, Sendable {
    package enum Block: String, Hashable, Sendable, CaseIterable {
        case issueNumber = "文号"
        case addressee = "主送"
        case overall = "总体情况"
        case execution = "预算执行"
        case goals = "目标实现"
        case management = "管理质量"
        case rectification = "整改情况"
        case nextSteps = "下一步要求"
        case copies = "抄送"
    }

    /// A paragraph with the place it stands at, for messages and traces.
    package struct Paragraph: Hashable, Sendable {
        package let text: String
        /// `通报文字.txt 第12行`
        package let source: String
    }

    private var paragraphs: [Block: [Paragraph]] = [:]
    /// The whole text and its file's name, so that the same bulletin can be composed again.
    package let text: String
    package let file: String

    package subscript(block: Block) -> [Paragraph] { paragraphs[block, default: []] }

    /// - Throws: ``BulletinTextError`` with the line.
    package init(reading text: String, file: String) throws(BulletinTextError) {
        (self.text, self.file) = (text, file)
        var block: Block?
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false)
            .enumerated()
        {
            let content = line.trimmingSpaces
            let source = "\(file) 第\(index + 1)行"
            if content.isEmpty || content.hasPrefix("#") { continue }
            if content.hasPrefix("["), content.hasSuffix("]") {
                let name = String(content.dropFirst().dropLast())
                guard let known = Block(rawValue: name)
                else { throw .unknownBlock(name, source: source) }
                block = known
                continue
            }
            guard let block else { throw .textBeforeBlock(source: source) }
            paragraphs[block, default: []].append(Paragraph(text: String(content), source: source))
        }
    }
}

/// Why a text file of a bulletin cannot be used.
package enum BulletinTextError: Error, Hashable, Sendable {
    case unknownBlock(String, source: String)
    case textBeforeBlock(source: String)
    case unknownField(String, source: String, known: [String])
    case openField(source: String)

    /// What stands there and what to do.
    package var message: String {
        switch self {
        case .unknownBlock(let name, let source):
            let known = BulletinTexts.Block.allCases.map(\.rawValue).joined(separator: "、")
            return "\(source)：没有名为“\(name)”的段落。可用的段落：\(known)。请改正方括号里的名称。"
        case .textBeforeBlock(let source):
            return "\(source)：这段文字不属于任何段落。请在它前面写一行方括号，如 [下一步要求]。"
        case .unknownField(let name, let source, let known):
            return "\(source)：没有名为“\(name)”的数字。可用的数字：\(known.joined(separator: "、"))。"
        case .openField(let source): return "\(source)：花括号没有写完。请补上“}”。"
        }
    }
}

extension BulletinTexts.Paragraph {
    /// The paragraph with its fields filled in.
    func figureText(_ figures: BulletinFigures) throws(BulletinTextError) -> FigureText {
        var pieces: [FigureText.Piece] = []
        var rest = text[...]
        while let open = rest.firstIndex(of: "{") {
            if open > rest.startIndex {
                pieces.append(.typed(String(rest[..<open]), source: source))
            }
            guard let close = rest[open...].firstIndex(of: "}")
            else { throw .openField(source: source) }
            let name = String(rest[rest.index(after: open)..<close])
            guard let figure = figures[name]
            else { throw .unknownField(name, source: source, known: figures.names) }
            pieces.append(.figure(figure.trace, figure.format))
            rest = rest[rest.index(after: close)...]
        }
        if !rest.isEmpty { pieces.append(.typed(String(rest), source: source)) }
        return FigureText(pieces)
    }
}

extension Substring {
    fileprivate var trimmingSpaces: Substring {
        var text = self
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return text
    }
}
