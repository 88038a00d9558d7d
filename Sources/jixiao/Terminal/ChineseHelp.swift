/// The parser's own words in Chinese: users read Chinese, and the library has English only.
enum ChineseHelp {
    static func translated(_ text: String) -> String {
        var lines: [String] = []
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            var translated = String(line)
            for (english, chinese) in phrases {
                translated = translated.replacing(english, with: chinese)
            }
            lines.append(translated)
        }
        return lines.joined(separator: "\n")
    }

    /// Longer phrases first, so that none is cut by a shorter one.
    private static let phrases: [(String, String)] = [
        ("See 'jixiao help <subcommand>' for detailed help.", "各子命令的详细说明：jixiao <子命令> --help"),
        ("Show subcommand help information.", "显示子命令的说明。"),
        ("Show help information.", "显示本说明。"),
        ("Show the version.", "显示版本号。"),
        ("for more information.", "查看说明。"),
        ("Did you mean", "是不是"),
        ("Missing expected argument", "缺少参数"),
        ("Missing value for", "后面缺少值："),
        ("Unknown option", "没有这个选项："),
        ("Unexpected argument", "多余的参数："),
        (" unexpected arguments:", " 个多余的参数："),
        ("Please provide one of", "可用的值："),
        ("is invalid for", "不适用于"),
        ("The value", "值"),
        ("OVERVIEW: ", "说明："),
        ("USAGE: ", "用法："),
        ("Usage: ", "用法："),
        ("ARGUMENTS:", "参数："),
        ("OPTIONS:", "选项："),
        ("SUBCOMMANDS:", "子命令："),
        ("Error: ", "错误："),
        ("Help: ", "说明："),
        ("  See '", "  用 '"),
        ("(values:", "(可选:"),
        ("(default:", "(默认:"),
        ("default: ", "默认: "),
        ("<subcommand>", "<子命令>"),
        ("<options>", "<选项>"),
    ]
}
