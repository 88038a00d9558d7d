import Documents
import Packs
import Performance
import Seeds
import Testing

@testable import Reports

struct FormRoundTripTests {
    static let forms = (try? FormPack.builtIn().forms) ?? []

    private func content(_ form: FormDefinition) -> FormContent {
        var answers = SampleAnswers(form: form, random: RandomSource())
        return answers.content()
    }

    private func template(_ content: FormContent, _ form: FormDefinition) throws -> [UInt8] {
        let empty = FormContent(
            form: form.id, version: form.version, unitCode: content.unitCode,
            fiscalYear: content.fiscalYear, subject: content.subject, fields: form.fixedDefaults)
        return try FormWorkbook.compose(form, empty).bytes()
    }

    private func read(_ bytes: [UInt8], name: String = "表.xlsx") throws -> FormReading {
        try FormReading(InputFile(bytes: bytes, name: name), among: Self.forms)
    }

    @Test(arguments: forms)
    func `写出的表读回来是原来的内容`(form: FormDefinition) throws {
        let content = content(form)
        let bytes = try FormWorkbook.compose(form, content).bytes()
        let reading = try read(bytes)
        #expect(reading.content == content)
        #expect(reading.findings.isEmpty)
        #expect(reading.notices.isEmpty)
        #expect(try FormWorkbook.compose(form, reading.content).bytes() == bytes)
        #expect(FormContent(json: content.json) == content)
    }

    @Test(arguments: forms)
    func `空表读回来什么也没有填`(form: FormDefinition) throws {
        let content = FormContent(
            form: form.id, version: form.version, unitCode: "1", fiscalYear: 2021,
            fields: form.fixedDefaults)
        let reading = try read(try FormWorkbook.compose(form, content).bytes())
        #expect(reading.content.fields == form.fixedDefaults)
        #expect(reading.content.tables.isEmpty)
        #expect(reading.findings.isEmpty)
    }

    @Test(.enabled(if: OutsideOffice.hasOpenpyxl, "没有安装 python3-openpyxl"), arguments: forms)
    func `用openpyxl填的表读出填的内容再导出字节相同`(form: FormDefinition) throws {
        let content = content(form)
        let filled = try FormWorkbook.compose(form, content).bytes()
        let typed = try OutsideOffice.typed(filled, into: template(content, form))
        let reading = try read(typed)
        #expect(reading.content == content)
        #expect(reading.findings.isEmpty)
        #expect(try FormWorkbook.compose(form, reading.content).bytes() == filled)
    }

    @Test(.enabled(if: OutsideOffice.hasLibreOffice, "没有安装 LibreOffice"))
    func `经LibreOffice存过的表读出原来的内容再导出字节相同`() throws {
        let contents = Dictionary(uniqueKeysWithValues: Self.forms.map { ($0.id, content($0)) })
        let filled = try Self.forms.reduce(into: [String: [UInt8]]()) { filled, form in
            filled[form.id] = try FormWorkbook.compose(form, #require(contents[form.id])).bytes()
        }
        let saved = try OutsideOffice.throughLibreOffice(filled)
        for form in Self.forms {
            let reading = try read(#require(saved[form.id]))
            #expect(reading.content == contents[form.id], "\(form.id)")
            #expect(reading.findings.isEmpty, "\(form.id): \(reading.findings.map(\.message))")
            #expect(
                try FormWorkbook.compose(form, reading.content).bytes() == filled[form.id],
                "\(form.id)")
        }
    }

    /// A sum that leaves out a row, a rate turned upside down: computed cells of every form, one each.
    @Test(
        .enabled(
            if: OutsideOffice.hasOpenpyxl && OutsideOffice.hasLibreOffice,
            "没有安装 python3-openpyxl 或 LibreOffice"))
    func `用openpyxl换掉的公式经LibreOffice存过照样看得出`() throws {
        var swapped: [String: [UInt8]] = [:]
        var places: [String: CellPlace] = [:]
        for form in Self.forms {
            let content = content(form)
            let filled = try FormWorkbook.compose(form, content).bytes()
            let reading = try read(filled)
            let field = form.fields.first { field in
                field.formula != nil
                    && reading.cells[FormPlace(form: form.id, field: field.name)].map {
                        $0.sheet == form.pages[0].name
                    } == true
            }
            guard let field,
                let cell = reading.cells[FormPlace(form: form.id, field: field.name)]
            else { continue }
            places[form.id] = cell.place
            swapped[form.id] = try OutsideOffice.withFormulas(
                [cell.place.a1: "1+1"], in: filled)
        }
        #expect(places.count >= 6)
        let saved = try OutsideOffice.throughLibreOffice(swapped)
        for (id, place) in places {
            for bytes in [swapped[id], saved[id]] {
                let reading = try read(#require(bytes))
                #expect(reading.findings.map(\.ruleId) == ["FRM-E-MERGE"], "\(id)")
                #expect(
                    reading.findings.first.flatMap { reading.cell(of: $0) }?.place == place)
                #expect(reading.findings.first?.stated == "=1+1")
            }
        }
    }
}

extension FormDefinition: CustomTestStringConvertible {
    public var testDescription: String { id }
}
