import Foundation

/// What standard output is, and what it can show.
enum Terminal {
    static var isOutput: Bool { isatty(1) == 1 }

    /// Colours only where somebody looks on and has not asked for none.
    ///
    /// - Source: https://no-color.org.
    static var isColored: Bool {
        let environment = ProcessInfo.processInfo.environment
        return isOutput && (environment["NO_COLOR"] ?? "").isEmpty && environment["TERM"] != "dumb"
    }

    /// Columns of the terminal; 100 where the output goes elsewhere.
    static var columns: Int {
        guard isOutput else { return 100 }
        var size = winsize()
        guard ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 100 }
        return Int(size.ws_col)
    }
}
