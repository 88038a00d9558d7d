import Documents
import Glibc
import Testing

/// Lets the samples out to the folder named by `JIXIAO_SAMPLES`, to be looked at.
@Suite(.enabled(if: getenv("JIXIAO_SAMPLES") != nil))
struct SampleFilesWritingTests {
    @Test func `样例文件写到指定文件夹`() throws {
        let folder = String(cString: try #require(getenv("JIXIAO_SAMPLES")))
        try FileRelease.write(try SampleDocuments.report().bytes(), to: "\(folder)/report.docx")
        try FileRelease.write(try SampleWorkbooks.form().bytes(), to: "\(folder)/form.xlsx")
        try FileRelease.write(try SampleMarks.report().marked, to: "\(folder)/marked.docx")
        try FileRelease.write(try SampleMarks.form(), to: "\(folder)/marked.xlsx")
        let chart = WordDocument(
            properties: try SampleDocuments.properties("图"),
            sections: [WordSection(blocks: [.chart(try SampleDocuments.chart())])])
        try FileRelease.write(try chart.bytes(), to: "\(folder)/chart.docx")
    }
}
