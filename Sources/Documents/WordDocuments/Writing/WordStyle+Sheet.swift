extension WordStyle {
    /// The style's id in the file; users see its name.
    package var id: String {
        switch self {
        case .title: "Title"
        case .heading1: "Heading1"
        case .heading2: "Heading2"
        case .heading3: "Heading3"
        case .body: "BodyText"
        case .addressee: "Addressee"
        case .signature: "Signature"
        case .caption: "Caption"
        case .tableText: "TableText"
        case .note: "Note"
        }
    }

    /// The first line begins two characters in.
    var isIndented: Bool {
        switch self {
        case .heading1, .heading2, .heading3, .body: true
        case .title, .addressee, .signature, .caption, .tableText, .note: false
        }
    }

    /// 28 characters of 16 pt are wider than the 版心's 156 mm; a quarter point less each fits them.
    private static let spacingFor28Characters = -5

    var sheet: WordStyleSheet {
        switch self {
        case .title:
            WordStyleSheet(
                id: id, name: "Title", typeface: .titleSong, size: .no2, linePitch: .exact(700),
                before: 280, after: 420, alignment: .center, keepsWithNext: true)
        case .heading1: heading(1, .heiti)
        case .heading2: heading(2, .kaiti)
        case .heading3: heading(3, .fangsong, isBold: true)
        case .body:
            WordStyleSheet(
                id: id, name: "Body Text", characterSpacing: Self.spacingFor28Characters,
                indentsFirstLine: true)
        case .addressee:
            WordStyleSheet(
                id: id, name: "主送机关", characterSpacing: Self.spacingFor28Characters)
        case .signature:
            WordStyleSheet(
                id: id, name: "Signature", trailingCharacters: 4, alignment: .trailing)
        case .caption:
            WordStyleSheet(
                id: id, name: "caption", typeface: .heiti, size: .small4, linePitch: .exact(440),
                before: 120, after: 60, alignment: .center, keepsWithNext: true)
        case .tableText:
            WordStyleSheet(
                id: id, name: "表内文字", typeface: .songti, size: .no5, linePitch: .exact(320),
                alignment: .leading)
        case .note:
            WordStyleSheet(
                id: id, name: "表注", typeface: .songti, size: .small5, linePitch: .exact(280),
                before: 40, after: 120)
        }
    }

    private func heading(
        _ level: Int, _ typeface: WordTypeface, isBold: Bool = false
    ) -> WordStyleSheet {
        WordStyleSheet(
            id: id, name: "heading \(level)", typeface: typeface, isBold: isBold,
            characterSpacing: Self.spacingFor28Characters, indentsFirstLine: true,
            keepsWithNext: true, outlineLevel: level - 1)
    }
}

extension WordAlignment {
    var keyword: String {
        switch self {
        case .leading: "left"
        case .center: "center"
        case .trailing: "right"
        case .justified: "both"
        }
    }
}
