import Documents
import Performance

/// Looks at a file and finds out how it will be read.
struct ImportPlanner {
    let definitions: [LedgerDefinition]
    let memory: any LayoutMemory

    /// - Throws: ``ImportRefusal`` where the file cannot be imported as ordered.
    func plan(_ order: ImportOrder, _ source: any TableSource) throws -> ImportPlan {
        let wanted = try definition(order)
        var notices: [ImportNotice] = []
        let selected = try selectedSheets(order, source, &notices)
        var fits: [(sheet: SheetSource, proposal: LedgerProposal)] = []
        var unfit: [SheetSource] = []
        for sheet in selected {
            let rows = try sheet.firstRows(LayoutFinder.rowCount)
            if rows.allSatisfy(\.isBlank) { continue }
            guard let proposal = try proposal(rows, wanted, sheet) else {
                unfit.append(sheet)
                continue
            }
            fits.append((sheet, proposal))
        }
        guard let first = fits.first else {
            throw nothingFits(wanted, unfit.first, order)
        }
        let names = fits.map(\.proposal.finder.definition.name)
        let ledgers = definitions.map(\.name).filter(names.contains)
        guard ledgers.count == 1 else {
            throw ImportRefusal(ImportPlace(file: order.file.name), .sheet(.mixedLedgers(ledgers)))
        }
        notices += unfit.map { ImportNotice($0.place, .sheetLeftOut) }
        let sheets = try fits.map { sheet, proposal in
            if wanted == nil {
                notices.append(
                    ImportNotice(
                        sheet.place,
                        .ledgerProposed(
                            name: proposal.finder.definition.name, matched: proposal.matched)))
            }
            let reading = try LayoutReading(
                proposal.candidate, of: proposal.finder, at: sheet.place
            ) { fingerprint in
                try memory.answers(forLayout: fingerprint).filter { old in
                    !order.answers.contains { $0.column == old.column }
                } + order.answers
            }
            notices += reading.notices
            return ImportPlan.Sheet(
                sheet: sheet.sheet, layout: reading.layout, questions: reading.questions)
        }
        return ImportPlan(
            ledger: first.proposal.finder.definition, sheets: sheets, notices: notices)
    }

    private func definition(_ order: ImportOrder) throws -> LedgerDefinition? {
        guard let name = order.ledger else { return nil }
        guard let found = definitions.first(where: { $0.name == name || $0.table == name }) else {
            throw ImportRefusal(
                ImportPlace(file: order.file.name),
                .sheet(.unknownLedger(name: name, ledgers: definitions.map(\.name))))
        }
        return found
    }

    private func selectedSheets(
        _ order: ImportOrder, _ source: any TableSource, _ notices: inout [ImportNotice]
    ) throws -> [SheetSource] {
        let place = ImportPlace(file: order.file.name)
        let sheets = source.sheets
        if let name = order.sheet {
            guard let sheet = sheets.first(where: { $0.name == name }) else {
                throw ImportRefusal(
                    place, .sheet(.noSuchSheet(name: name, sheets: sheets.map(\.name))))
            }
            return [SheetSource(source: source, sheet: sheet)]
        }
        let visible = sheets.filter { !$0.isHidden }
        guard !visible.isEmpty else {
            throw ImportRefusal(place, .sheet(.onlyHiddenSheets(sheets.map(\.name))))
        }
        for hidden in sheets where hidden.isHidden {
            notices.append(
                ImportNotice(
                    ImportPlace(file: order.file.name, sheet: hidden.name), .hiddenSheetLeftOut))
        }
        return visible.map { SheetSource(source: source, sheet: $0) }
    }

    private func proposal(
        _ rows: [TableRow], _ wanted: LedgerDefinition?, _ sheet: SheetSource
    ) throws -> LedgerProposal? {
        if let wanted { return LedgerProposal(wanted, rows: rows) }
        let best = LedgerProposal.best(definitions, rows: rows)
        guard best.count <= 1 else {
            throw ImportRefusal(
                sheet.place, .sheet(.ambiguousLedger(best.map(\.finder.definition.name))))
        }
        return best.first
    }

    private func nothingFits(
        _ wanted: LedgerDefinition?, _ sheet: SheetSource?, _ order: ImportOrder
    ) -> ImportRefusal {
        guard let sheet else {
            return ImportRefusal(ImportPlace(file: order.file.name), .sheet(.empty))
        }
        guard let wanted else {
            return ImportRefusal(
                sheet.place, .sheet(.noLedgerFits(ledgers: definitions.map(\.name))))
        }
        let required = LayoutFinder(wanted, rows: []).required.map { wanted.columns[$0].name }
        return ImportRefusal(
            sheet.place, .sheet(.noHeader(ledger: wanted.name, columns: required)))
    }
}
