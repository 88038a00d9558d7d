import Foundation
import Packs

/// A district's own holiday files (地方日历文件夹).
enum DistrictCalendar {
    /// The files `holidays-….yaml` of a folder, sorted by name; none where there is no folder.
    static func files(in folder: String) throws -> [PackText] {
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder)
        else { return [] }
        return try names.filter { $0.hasPrefix("holidays-") && $0.hasSuffix(".yaml") }.sorted()
            .map { name in
                let path = "\(folder)/\(name)"
                guard let text = try? String(contentsOfFile: path, encoding: .utf8)
                else { throw OfficeError.fileUnreadable(path, reason: "不能读取，或不是UTF-8文字") }
                return PackText(file: path, text: text)
            }
    }
}
