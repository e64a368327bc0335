import FinalAccounts
import GRDB
import Platform

extension Ledger {
    /// A digest of the figures that count, whoever states them: two ledgers that know the same have the same.
    ///
    /// It covers every amount of every line, by body, year, fund and subject, and every figure beside the lines. Which
    /// documents they were read from, in what order, where they stand and in which words makes no difference.
    /// - Throws: ``LedgerError``.
    package func factsHash() throws(LedgerError) -> ContentHash {
        try read { database in
            var encoding = FactsEncoding()
            encoding.add("juesuan current facts 1")
            let blocks = try BlockQuery(database, standing).currentBlocks(of: nil, years: nil)
            var reader = try CurrentLines(database)
            try reader.forEachPart(of: blocks) { lines in
                for line in lines.inSubjectOrder { encoding.add(line) }
                encoding.digestFullPieces()
            }
            let figures = try Row.fetchCursor(
                database,
                sql: """
                    SELECT DISTINCT unit.body, document.fiscal_year, measure, qualifier, figure.unit, value
                    FROM figure JOIN document ON document.id = figure.document_id
                    LEFT JOIN unit ON unit.id = document.unit_id
                    WHERE \(standing.documents) ORDER BY 1, 2, 3, 4, 5, 6
                    """)
            while let row = try figures.next() {
                encoding.add(row[0] as String?)
                encoding.add(row[1] as Int64?)
                for column in 2...5 { encoding.add(row[column] as String) }
                encoding.digestFullPieces()
            }
            return encoding.finish()
        }
    }
}

extension FactsEncoding {
    /// Adds what a line states, without where and in which words.
    fileprivate mutating func add(_ line: AccountLine) {
        add(line.unit.name)
        add(Int64(line.fiscalYear.number))
        add(line.fund.rawValue)
        add(line.subject.code)
        if line.subject.code == nil { add(line.subject.names.joined(separator: "/")) }
        add(line.initialBudget == .unbudgeted)
        for field in AmountField.allCases { add(field.amount(of: line)?.minorUnits) }
    }
}
