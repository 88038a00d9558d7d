extension Day {
    /// The day of a spreadsheet's serial number (日期序列号).
    ///
    /// In the 1900 system 1 is 1900-01-01 and 60 is a 29 February that year did not have; in the 1904
    /// system (`date1904` of the workbook) 0 is 1904-01-01. nil for no day, and beyond 2199.
    package init?(excelSerial serial: Int, uses1904: Bool = false) {
        guard (0...200_000).contains(serial) else { return nil }
        if uses1904 {
            self.init(daysSinceEpoch: serial - Self.epochIn1904)
            return
        }
        guard serial != 0, serial != 60 else { return nil }
        self.init(daysSinceEpoch: serial - Self.epochIn1900 + (serial < 60 ? 1 : 0))
    }

    /// The day of a serial number with a time of day, which is cut off; nil for a negative number.
    package init?(excelSerial serial: ExactDecimal, uses1904: Bool = false) {
        guard serial.mantissa >= 0, let whole = try? serial.rounded(to: 0, .truncate),
            let number = Int(exactly: whole.mantissa)
        else { return nil }
        self.init(excelSerial: number, uses1904: uses1904)
    }

    /// The serial number of this day; nil before 1904 in the 1904 system.
    package func excelSerial(uses1904: Bool = false) -> Int? {
        if uses1904 {
            let serial = daysSinceEpoch + Self.epochIn1904
            return serial >= 0 ? serial : nil
        }
        let serial = daysSinceEpoch + Self.epochIn1900
        return serial > 60 ? serial : serial - 1
    }

    /// 1970-01-01 as a serial number of each system.
    private static let epochIn1900 = 25_569
    private static let epochIn1904 = 24_107
}
