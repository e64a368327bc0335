import FinalAccounts

/// Writes account lines as CSV, amounts in yuan, so that ``AccountLineCSVReader`` reads the same lines back.
package enum AccountLineCSVWriter {
    private static let header: StaticString = """
        unit,fiscal_year,fund,subject_code,subject_name,initial_budget,adjusted_budget,actual,basic,project,reason,origin

        """

    /// Writes the header row.
    package static func writeHeader(to text: inout ByteText) { text.append(header) }

    /// Writes a line.
    package static func write(_ line: AccountLine, to text: inout ByteText) {
        text.appendField(line.unit.name)
        text.append(UInt8(ascii: ","))
        text.append(line.fiscalYear.number)
        text.append(UInt8(ascii: ","))
        text.append(line.fund.rawValue)
        text.append(UInt8(ascii: ","))
        text.appendField(line.subject.code ?? "")
        text.append(UInt8(ascii: ","))
        text.appendField(SubjectPath.text(of: line.subject))
        text.append(UInt8(ascii: ","))
        switch line.initialBudget {
        case .stated(let amount): text.append(amount)
        case .unbudgeted: text.append("unbudgeted")
        case .notStated: break
        }
        for amount in [line.adjustedBudget, line.actual, line.basic, line.project] {
            text.append(UInt8(ascii: ","))
            if let amount { text.append(amount) }
        }
        text.append(UInt8(ascii: ","))
        text.appendField(line.reason ?? "")
        text.append(UInt8(ascii: ","))
        text.append(line.origin.rawValue)
        text.append(UInt8(ascii: "\n"))
    }
}
