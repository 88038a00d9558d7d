package import Documents

/// Why a cell, a row, a sheet or a file is not taken in (退回): where, what stood there, what to do.
package struct ImportRefusal: Error, Hashable, Sendable {
    package let place: ImportPlace
    package let reason: Reason

    package enum Reason: Hashable, Sendable {
        /// The Chinese name of the column, what stood there, what is wrong, what belongs there.
        case cell(column: String, found: FoundText, CellProblem, expected: String)
        case row(RowProblem)
        case sheet(SheetProblem)
        /// The file cannot be read; the words are the reader's own.
        case document(DocumentError)
    }

    init(_ place: ImportPlace, _ reason: Reason) {
        self.place = place
        self.reason = reason
    }

    /// A short name for machines; it never changes.
    package var code: String {
        switch reason {
        case .cell(_, _, let problem, _): problem.code
        case .row(let problem): problem.code
        case .sheet(let problem): problem.code
        case .document: "document"
        }
    }

    /// The whole sentence: `支付.xlsx 工作表“3月” B7：金额“12a”读不懂，应填…。请改正。`
    package var message: String {
        switch reason {
        case .cell(let column, let found, let problem, let expected):
            let shown = found.text.isEmpty ? "" : "“\(found.text)”"
            return "\(place.text)：\(column)\(shown)\(problem.words(expected: expected))"
        case .row(let problem): return "\(place.text)：\(problem.words)"
        case .sheet(let problem): return "\(place.text)：\(problem.words)"
        case .document(let error): return error.message
        }
    }
}

/// What is wrong with a row as a whole.
package enum RowProblem: Hashable, Sendable {
    /// The same key with other content is in the ledger, or earlier in this file.
    case changed(key: String, at: ImportPlace, differences: [Difference])
    /// A second table begins here.
    case secondHeader(names: [String])
    /// The sheet's unit line is repeated with another unit.
    case otherMoneyUnit(first: String, here: String)

    /// One column whose stored text is not what the file says.
    package struct Difference: Hashable, Sendable {
        package let column: String
        package let stored: String
        package let here: String

        package init(column: String, stored: String, here: String) {
            self.column = column
            self.stored = stored
            self.here = here
        }
    }

    var code: String {
        switch self {
        case .changed: "changed-row"
        case .secondHeader: "second-header"
        case .otherMoneyUnit: "other-money-unit"
        }
    }

    var words: String {
        switch self {
        case .changed(let key, let place, let differences):
            let list = differences.map {
                "\($0.column)原为“\($0.stored)”，这里是“\($0.here)”"
            }
            let shown = list.isEmpty ? "内容不同" : list.joined(separator: "；")
            return "“\(key)”已有一行（\(place.text)），\(shown)。若要更正，请先红冲原来的一行，再录入新的一行。"
        case .secondHeader(let names):
            return "又出现一个表头（\(names.joined(separator: "、"))），以下各行未读。一个工作表请只放一张表。"
        case .otherMoneyUnit(let first, let here):
            return "金额单位写的是\(here)，而表头处是\(first)。请统一单位，或分成两个文件。"
        }
    }
}

/// What is wrong with a sheet, or with the choice of a ledger for it.
package enum SheetProblem: Hashable, Sendable {
    case empty
    case noSuchSheet(name: String, sheets: [String])
    case onlyHiddenSheets([String])
    /// No row names enough columns; what the nearest row holds of them.
    case noHeader(ledger: String, columns: [String])
    case noLedgerFits(ledgers: [String])
    case ambiguousLedger([String])
    case mixedLedgers([String])
    case unknownLedger(name: String, ledgers: [String])
    case missingColumns([String], found: [String])
    case duplicateColumns(name: String, columns: [String])
    case noRows(headerRow: Int)
    case onlyTotals
    case wrongAnswer(column: String, name: String)
    /// Questions about columns are still open.
    case openQuestions([String])
    case unreadableFile

    var code: String {
        switch self {
        case .empty: "empty-sheet"
        case .noSuchSheet: "no-such-sheet"
        case .onlyHiddenSheets: "only-hidden-sheets"
        case .noHeader: "no-header"
        case .noLedgerFits: "no-ledger-fits"
        case .ambiguousLedger: "ambiguous-ledger"
        case .mixedLedgers: "mixed-ledgers"
        case .unknownLedger: "unknown-ledger"
        case .missingColumns: "missing-columns"
        case .duplicateColumns: "duplicate-columns"
        case .noRows: "no-rows"
        case .onlyTotals: "only-totals"
        case .wrongAnswer: "wrong-answer"
        case .openQuestions: "open-questions"
        case .unreadableFile: "unreadable-file"
        }
    }

    var words: String {
        func list(_ names: [String]) -> String { names.joined(separator: "、") }
        return switch self {
        case .empty: "没有内容。请确认选对了文件。"
        case .noSuchSheet(let name, let sheets): "没有工作表“\(name)”，有：\(list(sheets))。请改选其中一个。"
        case .onlyHiddenSheets(let sheets): "工作表都是隐藏的（\(list(sheets))）。请取消隐藏，或指明要读哪一个。"
        case .noHeader(let ledger, let columns):
            "没有找到“\(ledger)”台账的表头。应有一行写着：\(list(columns))。请补上表头，或核对是否选对了台账。"
        case .noLedgerFits(let ledgers):
            "表头与哪一种台账都对不上（\(list(ledgers))）。请指明台账，或把表头改成台账的字段名。"
        case .ambiguousLedger(let ledgers): "表头同样符合几种台账：\(list(ledgers))。请指明是哪一种。"
        case .mixedLedgers(let ledgers): "几个工作表分属不同的台账：\(list(ledgers))。请指明台账或工作表，分次导入。"
        case .unknownLedger(let name, let ledgers): "没有名为“\(name)”的台账，有：\(list(ledgers))。"
        case .missingColumns(let names, let found):
            "缺少必需的列：\(list(names))。表头有：\(list(found))。请补上，或改成台账的字段名。"
        case .duplicateColumns(let name, let columns):
            "\(list(columns))两列的表头都是“\(name)”。请改名或删去一列。"
        case .noRows(let row): "表头在第\(row)行，下面没有数据。请确认选对了文件。"
        case .onlyTotals: "只有合计行，没有明细。请导入明细表。"
        case .wrongAnswer(let column, let name): "\(column)列不能当作“\(name)”。请核对列号和字段名。"
        case .unreadableFile: "读取中断。请检查文件是否还在、是否有读取权限，然后重试。"
        case .openQuestions(let columns):
            "\(list(columns))列的表头认不出来，而必需的列还缺。请指明各列是什么字段。"
        }
    }
}
