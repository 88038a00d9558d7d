/// Turns old office documents into new ones by LibreOffice (旧版文档转换).
///
/// It runs with a profile of its own that lets no macro run, follows no link and knows no network
/// but a closed port.
struct OfficeConverter {
    let converters: Converters
    let limits: ReadableLimits

    /// The document as .docx or .xlsx, under the name it had.
    ///
    /// - Throws: ``DocumentError``.
    func modern(_ file: InputFile, kind: FileKind) throws -> InputFile {
        let isWorkbook = kind == .oldWorkbook
        let program = try converters.program(
            "soffice", in: isWorkbook ? "libreoffice-calc-nogui" : "libreoffice-writer-nogui",
            for: file.name, kind: kind)
        let folder = try TemporaryFolder(for: file.name)
        let old = kind == .richText ? "original.rtf" : isWorkbook ? "original.xls" : "original.doc"
        _ = try folder.put(file, as: old, limit: limits.fileBytes)
        try folder.makeFolder("profile", for: file.name)
        try folder.makeFolder("profile/user", for: file.name)
        try folder.put(
            Self.settings, as: "profile/user/registrymodifications.xcu", for: file.name)
        let new = isWorkbook ? "xlsx" : "docx"
        let child = ChildProcess(
            program: program,
            arguments: [
                "-env:UserInstallation=file://\(Self.urlPath(folder.path))/profile", "--headless",
                "--norestore",
                "--nolockcheck", "--nologo", "--nodefault", "--convert-to", new, "--outdir",
                folder.path, "\(folder.path)/\(old)",
            ],
            folder: folder.path, memory: 4 << 30, output: limits.fileBytes,
            seconds: limits.converterSeconds)
        let outcome = child.run()
        if outcome == .tooSlow {
            throw DocumentError.converterTooSlow(file: file.name, seconds: limits.converterSeconds)
        }
        let result = InputFile(path: "\(folder.path)/original.\(new)", name: file.name)
        guard outcome == .ended(code: 0), let input = try? InputBytes(result), input.size > 0 else {
            throw DocumentError.converterFailed(file: file.name, found: kind)
        }
        return InputFile(bytes: try input.bytes(at: 0, count: input.size), name: file.name)
    }

    /// A path as it stands in an address: other bytes than letters, digits and `/-._~` as `%20`.
    private static func urlPath(_ path: String) -> String {
        path.utf8.map { byte in
            let sign = Character(Unicode.Scalar(byte))
            let isPlain = byte < 0x80 && (sign.isLetter || sign.isNumber || "/-._~".contains(sign))
            let digits = String(byte, radix: 16)
            return isPlain ? String(sign) : "%" + (digits.count < 2 ? "0" : "") + digits
        }.joined()
    }

    /// - Source: LibreOffice's schema `org.openoffice.Office.Common` (Security), `Calc`, `Writer`
    ///   (Update), `Inet` (Settings).
    private static let settings: String = {
        func item(_ path: String, _ name: String, _ value: String) -> String {
            """
            <item oor:path="/org.openoffice.\(path)"><prop oor:name="\(name)" oor:op="fuse">\
            <value>\(value)</value></prop></item>
            """
        }
        let items = [
            item("Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
            item("Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
            item("Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
            item("Office.Common/Security/Scripting", "DisableActiveContent", "true"),
            item("Office.Calc/Content/Update", "Link", "2"),
            item("Office.Writer/Content/Update", "Link", "2"),
            item("Inet/Settings", "ooInetProxyType", "2"),
            item("Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1"),
            item("Inet/Settings", "ooInetHTTPProxyPort", "9"),
            item("Inet/Settings", "ooInetHTTPSProxyName", "127.0.0.1"),
            item("Inet/Settings", "ooInetHTTPSProxyPort", "9"),
            item("Inet/Settings", "ooInetNoProxy", ""),
        ]
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <oor:items xmlns:oor="http://openoffice.org/2001/registry" \
            xmlns:xs="http://www.w3.org/2001/XMLSchema" \
            xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">\(items.joined())</oor:items>
            """
    }()
}
