import Documents
import Formulas
import Performance
import Quantities

/// What was found of the layout of one sheet: the columns, what is still to be asked, what to know.
struct LayoutReading {
    let layout: SheetLayout
    let questions: [LayoutQuestion]
    let notices: [ImportNotice]

    /// Reads the columns of a header that was found, with the answers given before.
    ///
    /// - Throws: ``ImportRefusal`` where a required column is nowhere, or an answer fits none.
    init(
        _ candidate: HeaderCandidate, of finder: LayoutFinder, at place: ImportPlace,
        answers: (_ fingerprint: String) throws -> [LayoutAnswer]
    ) throws {
        var settling = LayoutSettling(candidate, finder)
        let fingerprint = settling.fingerprint
        try settling.apply(try answers(fingerprint), at: place)
        questions = settling.questions()
        try settling.refuseMissing(questions, at: place)
        layout = settling.layout(fingerprint)
        notices = settling.unitNotices(layout, at: place)
    }
}

/// Settles step by step what each column of a sheet is.
private struct LayoutSettling {
    let candidate: HeaderCandidate
    let finder: LayoutFinder
    let below: [TableRow]
    var targets: [Int: LayoutTarget] = [:]
    var headers: [Int: HeaderText] = [:]
    let sheetUnit: MoneyUnit?

    init(_ candidate: HeaderCandidate, _ finder: LayoutFinder) {
        self.candidate = candidate
        self.finder = finder
        below = finder.rowsBelow(candidate)
        for column in candidate.columns {
            headers[column.place] = column.header
            targets[column.place] = column.match?.target
        }
        sheetUnit =
            finder.rowsAbove(candidate).lazy
            .flatMap(\.cells).compactMap { UnitLine.unit(in: $0.text) }.first
    }

    private var definition: LedgerDefinition { finder.definition }

    private var unfilled: [Int] {
        let filled = Set(targets.values)
        return definition.columns.indices.filter { !filled.contains(.column($0)) }
    }

    /// Digest-free and readable: the ledger and each header in its place.
    var fingerprint: String {
        ([definition.name]
            + headers.sorted { $0.key < $1.key }.map {
                "\(CellPlace.letters(ofColumn: $0.key))=\($0.value.whole)"
            }).joined(separator: "|")
    }

    mutating func apply(_ answers: [LayoutAnswer], at place: ImportPlace) throws {
        for answer in answers {
            guard let name = answer.name else {
                targets[answer.column] = .leftOut
                continue
            }
            guard (1...TableLimits.columns).contains(answer.column),
                let index = definition.columnIndex(named: name)
            else {
                let letters = CellPlace.letters(ofColumn: answer.column)
                throw ImportRefusal(place, .sheet(.wrongAnswer(column: letters, name: name)))
            }
            for (other, target) in targets where target == .column(index) { targets[other] = nil }
            targets[answer.column] = .column(index)
        }
    }

    /// One question for each column with something in it that no header names.
    func questions() -> [LayoutQuestion] {
        let last = below.compactMap { $0.cells.last?.place.column }.max() ?? 0
        let places = Set(headers.keys).union(last > 0 ? 1...last : 1...1)
        return places.sorted().compactMap { place in
            guard targets[place] == nil else { return nil }
            let cells = below.map { $0[column: place] }.filter { !$0.isBlank }
            guard !cells.isEmpty else { return nil }
            let candidates = candidates(for: Array(cells.prefix(20)))
            guard !candidates.isEmpty else { return nil }
            return LayoutQuestion(
                column: place, header: headers[place]?.text ?? "",
                samples: cells.prefix(3).map { FoundText($0.text).text },
                candidates: candidates.map { definition.columns[$0].name },
                isRequired: candidates.contains { finder.required.contains($0) })
        }
    }

    /// Unfilled columns that the samples fit: required ones first, texts, which fit all, last.
    private func candidates(for cells: [TableCell]) -> [Int] {
        let fitting = unfilled.filter { index in
            var reader = ColumnReader(definition.columns[index], moneyUnit: .yuan, year: nil)
            let refusals = cells.count {
                if case .refused = reader.read($0) { true } else { false }
            }
            return refusals * 4 <= cells.count
        }
        func rank(_ index: Int) -> Int {
            let column = definition.columns[index]
            let isPlainText = column.type == .text && column.choices.isEmpty
            return (finder.required.contains(index) ? 0 : 2) + (isPlainText ? 1 : 0)
        }
        return fitting.sorted { (rank($0), $0) < (rank($1), $1) }
    }

    func refuseMissing(_ questions: [LayoutQuestion], at place: ImportPlace) throws {
        let missing = finder.required.filter(unfilled.contains).map { definition.columns[$0].name }
        let askable = Set(questions.flatMap(\.candidates))
        // A name that two columns bear is told before columns that nobody bears.
        if let conflict = candidate.conflicts.first(where: { missing.contains($0.name) }) {
            let letters = conflict.places.map(CellPlace.letters(ofColumn:))
            throw ImportRefusal(
                ImportPlace(file: place.file, sheet: place.sheet, row: candidate.rows.lowerBound),
                .sheet(.duplicateColumns(name: conflict.name, columns: letters)))
        }
        let hopeless = missing.filter { !askable.contains($0) }
        // One column can answer for one name only.
        guard hopeless.isEmpty, missing.count <= questions.count else {
            throw ImportRefusal(
                ImportPlace(file: place.file, sheet: place.sheet, row: candidate.rows.lowerBound),
                .sheet(
                    .missingColumns(
                        hopeless.isEmpty ? missing : hopeless,
                        found: candidate.columns.map { FoundText($0.header.text).text })))
        }
    }

    func layout(_ fingerprint: String) -> SheetLayout {
        let columns = targets.sorted { $0.key < $1.key }.map { place, target in
            SheetLayout.Column(
                place: place, target: target, header: headers[place]?.text ?? "",
                moneyUnit: isMoney(target)
                    ? headers[place]?.moneyUnit ?? sheetUnit ?? .yuan : nil)
        }
        return SheetLayout(
            ledger: definition, headerRows: candidate.rows, columns: columns,
            sheetUnit: sheetUnit, fingerprint: fingerprint, headerTexts: candidate.headerTexts,
            titles: Set(
                finder.rowsAbove(candidate).flatMap(\.cells).map { HeaderText.comparable($0.text) })
        )
    }

    private func isMoney(_ target: LayoutTarget) -> Bool {
        if case .column(let index) = target { return definition.columns[index].type == .money }
        return false
    }

    func unitNotices(_ layout: SheetLayout, at place: ImportPlace) -> [ImportNotice] {
        layout.columns.filter { isMoney($0.target) }.compactMap { column in
            let place = ImportPlace(
                file: place.file, sheet: place.sheet, row: candidate.rows.lowerBound,
                column: column.place)
            let header = headers[column.place]?.moneyUnit
            if let header, let sheetUnit, header != sheetUnit {
                return ImportNotice(place, .unitsDiffer(header: header, sheet: sheetUnit))
            }
            return header == nil && sheetUnit == nil ? ImportNotice(place, .unitAssumed) : nil
        }
    }
}
