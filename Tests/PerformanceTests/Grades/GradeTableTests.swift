import Quantities
import Testing

@testable import Performance

struct GradeTableTests {
    /// Worked examples G-01 … G-08.
    static let cases = [
        ("G-01", "100.00", "优"), ("G-02", "91.58", "优"), ("G-03", "90.00", "优"),
        ("G-04", "89.99", "良"), ("G-05", "80.00", "良"), ("G-06", "79.99", "中"),
        ("G-07", "60.00", "中"), ("G-08", "59.99", "差"),
    ]

    @Test(arguments: cases)
    func `总分对应等次`(id: String, total: String, grade: String) throws {
        let points = try #require(Points(total))
        #expect(GradeTable.national.grade(of: points) == grade)
    }

    @Test(arguments: [("优", "中", "中"), ("差", "中", "差"), ("中", "中", "中"), ("优", "无此等", "优")])
    func `否决只会降低等次`(grade: String, cap: String, result: String) {
        #expect(GradeTable.national.grade(grade, cappedAt: cap) == result)
    }

    @Test func `等次表从高到低到0为止`() throws {
        func row(_ minimum: Int64, _ name: String) -> GradeTable.Row {
            GradeTable.Row(minimum: Points(hundredths: minimum), name: name)
        }
        #expect(GradeTable([row(9000, "优"), row(0, "差")]) != nil)
        #expect(GradeTable([row(9000, "优"), row(1, "差")]) == nil)
        #expect(GradeTable([row(0, "优"), row(0, "差")]) == nil)
        #expect(GradeTable([row(9000, "优"), row(0, "优")]) == nil)
        #expect(GradeTable([]) == nil)
    }
}
