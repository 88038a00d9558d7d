import DistrictBooks
import DistrictSamples
import Documents
import Foundation
import Office
import Performance
import Quantities
import Reports
import Testing

@Suite struct BulletinVerificationTests {
    @Test(arguments: [nil, "D002"] as [String?])
    func aReleasedBulletinIsComposedAgain(unit: String?) throws {
        let stored = try StoredDistrict(seed: 7)
        defer { stored.remove() }
        let release = try stored.release(stored.order(of: unit))
        // Later payments change nothing: the books are read as they stood at the release.
        try DistrictBooks.pay(
            100, for: "设施维护", number: 9, of: "D002", in: stored.workplace.store,
            stored.generated.district)
        let verified = try ReportVerification.verify(release.files[0].path, in: stored.workplace)
        #expect(verified.isClean, "\(verified.comparison.differences.map(\.message))")
        #expect(verified.comparison.figureCount == release.bulletin.figures.count)
        #expect(verified.comparison.agreeingFigures == verified.comparison.figureCount)
    }

    @Test func aChangedFigureIsNamed() throws {
        let stored = try StoredDistrict(seed: 7)
        defer { stored.remove() }
        let release = try stored.release(stored.order())
        let path = release.files[0].path
        let figure = try #require(
            release.bulletin.figures.first { $0.trace.name == "累计执行合计" })
        let bytes = try #require(FileManager.default.contents(atPath: path))
        let changed = try BulletinTampering.replacing(
            figure.text, with: "9" + figure.text, in: Array(bytes))
        try Data(changed).write(to: URL(fileURLWithPath: path))
        let verified = try ReportVerification.verify(path, in: stored.workplace)
        #expect(!verified.isClean)
        let messages = verified.comparison.differences.map(\.message)
        #expect(
            messages.contains { $0.contains("（累计执行合计）应为\(figure.text)") }, "\(messages)")
    }

    @Test func aBulletinThatWasNeverReleasedIsRefused() throws {
        let (stored, other) = (try StoredDistrict(seed: 7), try StoredDistrict(seed: 8))
        defer {
            stored.remove()
            other.remove()
        }
        let path = try stored.release(stored.order()).files[0].path
        #expect(throws: OfficeError.self) {
            try ReportVerification.verify(path, in: other.workplace)
        }
    }
}

/// Changes a word of a document as somebody with an editor would.
enum BulletinTampering {
    static func replacing(
        _ text: String, with other: String, in bytes: [UInt8]
    ) throws -> [UInt8] {
        let folder = NSTemporaryDirectory() + "tamper-\(UUID().uuidString)"
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let file = "\(folder)/通报.docx"
        try Data(bytes).write(to: URL(fileURLWithPath: file))
        let script = """
            import sys, zipfile
            path, old, new = sys.argv[1:]
            with zipfile.ZipFile(path) as source:
                parts = [(item, source.read(item)) for item in source.infolist()]
            with zipfile.ZipFile(path, "w") as target:
                for item, data in parts:
                    if item.filename == "word/document.xml":
                        data = data.replace(old.encode(), new.encode(), 1)
                    target.writestr(item, data)
            """
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/python3")
        process.arguments = ["-c", script, file, text, other]
        try process.run()
        process.waitUntilExit()
        return Array(try #require(FileManager.default.contents(atPath: file)))
    }
}
