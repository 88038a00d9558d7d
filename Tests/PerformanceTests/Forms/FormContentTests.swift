import Performance
import Testing

@Suite("Filled forms (填报内容)")
struct FormContentTests {
    static let content = FormContent(
        form: "F02", version: "1", unitCode: "440118", fiscalYear: 2021, subject: "困难职工帮扶",
        fields: ["项目名称": "困难职工帮扶", "年度资金总额": "20.00"],
        tables: ["年度绩效指标": [["三级指标": "救助人次", "指标值": "≥300人次"], ["三级指标": "满意度"]]])

    @Test("What is stored reads back as it was")
    func roundTrip() throws {
        let text = Self.content.json.text
        #expect(FormContent(json: try CanonicalJSON(reading: text)) == Self.content)
    }

    @Test(
        "Anything else is no form",
        arguments: [
            #"{}"#, #"[]"#,
            #"{"fields":{"a":1},"fiscalYear":2021,"form":"F","subject":"s","tables":{},"unitCode":"u","version":"1"}"#,
            #"{"fields":{},"fiscalYear":2021,"form":"F","subject":"s","tables":{"t":[1]},"unitCode":"u","version":"1"}"#,
            #"{"fields":{},"fiscalYear":2021,"form":"F","subject":"s","tables":{"t":{}},"unitCode":"u","version":"1"}"#,
        ])
    func noForm(_ text: String) throws {
        #expect(FormContent(json: try CanonicalJSON(reading: text)) == nil)
    }

    @Test("Only what differs is told, added and removed rows among it")
    func changes() {
        var later = Self.content
        later["年度资金总额"] = "19.99"
        later.tables["年度绩效指标"]?[0]["指标值"] = "≥310人次"
        later.tables["年度绩效指标"]?.removeLast()
        let cell = { (row: Int, field: String) in
            FormPlace(
                form: "F02", subject: "困难职工帮扶", field: field,
                cell: FormPlace.Cell(table: "年度绩效指标", row: row))
        }
        #expect(
            later.changes(since: Self.content) == [
                FormChange(
                    place: FormPlace(form: "F02", subject: "困难职工帮扶", field: "年度资金总额"),
                    before: "20.00", after: "19.99"),
                FormChange(place: cell(0, "指标值"), before: "≥300人次", after: "≥310人次"),
                FormChange(place: cell(1, "三级指标"), before: "满意度", after: nil),
            ])
        #expect(Self.content.changes(since: Self.content).isEmpty)
        #expect(later[cell(0, "指标值")] == "≥310人次")
        #expect(later[cell(5, "指标值")] == nil)
    }
}
