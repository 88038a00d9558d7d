import Documents
import Glibc
import Testing

/// What both kinds of office files have in common.
struct PackageWritingTests {
    static let samples: [(String, @Sendable () throws -> [UInt8])] = [
        ("report.docx", { try SampleDocuments.report().bytes() }),
        ("form.xlsx", { try SampleWorkbooks.form().bytes() }),
    ]

    @Test(arguments: [0, 1]) func `每个部件都是良构的XML`(sample: Int) throws {
        let archive = try WrittenArchive(try Self.samples[sample].1())
        #expect(archive.paths.first == "[Content_Types].xml")
        #expect(Set(archive.paths).count == archive.paths.count)
        for path in archive.paths where !path.hasSuffix(".xlsx") { _ = try archive.tree(path) }
    }

    @Test(arguments: [0, 1]) func `每个部件都有类型且每条关系都有去处`(sample: Int) throws {
        let archive = try WrittenArchive(try Self.samples[sample].1())
        let types = try archive.tree("[Content_Types].xml")
        let declared = Set(types.all("Override").compactMap { $0["PartName"] })
        let extensions = Set(types.all("Default").compactMap { $0["Extension"] })
        for part in declared { #expect(archive.paths.contains(String(part.dropFirst()))) }
        for path in archive.paths where path != "[Content_Types].xml" {
            let known = extensions.contains(String(path.split(separator: ".").last ?? ""))
            #expect(known || declared.contains("/\(path)"), "\(path)")
        }
        for path in archive.paths where path.hasSuffix(".rels") {
            let folder = path.split(separator: "/").dropLast(2)
            for link in try archive.tree(path).all("Relationship") {
                var steps = folder
                for step in try #require(link["Target"]).split(separator: "/") {
                    if step == ".." { steps = steps.dropLast() } else { steps.append(step) }
                }
                #expect(archive.paths.contains(steps.joined(separator: "/")), "\(path): \(link)")
            }
        }
    }

    @Test(arguments: [0, 1]) func `压缩包里的日期和属性是固定的`(sample: Int) throws {
        let bytes = try Self.samples[sample].1()
        let stamps = WrittenEntries.stamps(bytes)
        #expect(stamps.count == (try WrittenArchive(bytes)).paths.count)
        // 00:00:00 on 1980-01-01, and no attributes of a file system.
        for stamp in stamps { #expect(stamp == [0, 0, 0x21, 0, 0, 0, 0, 0]) }
    }

    @Test func `同样的内容在别的时区和语言下给出同样的字节`() async {
        // In a process of its own: zone and locale belong to the whole process.
        await #expect(processExitsWith: .success) {
            let here = try Self.samples.map { try $0.1() }
            for (zone, language) in [("Pacific/Kiritimati", "C"), ("America/New_York", "C.UTF-8")] {
                setenv("TZ", zone, 1)
                tzset()
                setlocale(LC_ALL, language)
                #expect(try Self.samples.map { try $0.1() } == here)
            }
        }
    }

    @Test func `文档属性来自参数而不是时钟`() throws {
        let archive = try WrittenArchive(try SampleDocuments.report().bytes())
        let core = try archive.tree("docProps/core.xml")
        #expect(try core.first("dcterms:created").text == "2022-03-31T00:00:00Z")
        #expect(try core.first("dcterms:modified").text == "2022-03-31T00:00:00Z")
        #expect(try core.first("dc:title").text == "2021年某区某局部门整体支出绩效自评报告")
        let custom = try archive.tree("docProps/custom.xml").all("property")
        #expect(custom.map { $0["name"] } == ["JixiaoJournalHead", "JixiaoBook"])
        #expect(custom.map(\.text) == ["sm3:0f1e2d3c", "440118-2021"])
        #expect(custom.map { $0["pid"] } == ["2", "3"])
    }
}
