import FinalAccounts
import GRDB

/// Account lines as CSV.
struct CSVExport {
    private let database: Database

    init(_ database: Database) {
        self.database = database
    }

    static let header: StaticString = """
        unit,fiscal_year,fund,subject_code,subject_name,initial_budget,adjusted_budget,actual,basic,project,reason,origin

        """

    func write(_ blocks: [StoredBlock], to text: inout ByteText) throws {
        text.append(Self.header)
        var reader = try LineReader(database)
        for block in blocks {
            try reader.forEach(in: block) { row, _, subject in
                Self.write(row.line(in: block, subject: subject), to: &text)
                try text.passOnFullPieces()
            }
        }
    }

    private static func write(_ line: AccountLine, to text: inout ByteText) {
        text.appendField(line.unit.name)
        text.append(UInt8(ascii: ","))
        text.append(line.fiscalYear.number)
        text.append(UInt8(ascii: ","))
        text.append(line.fund.rawValue)
        text.append(UInt8(ascii: ","))
        text.appendField(line.subject.code ?? "")
        text.append(UInt8(ascii: ","))
        text.appendField(line.subject.names.joined(separator: "/"))
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
