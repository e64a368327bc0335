import FinalAccounts
import GRDB
import Interchange

/// Documents with everything read from them as JSON, members named as in the output of `juesuan read` and in order of
/// the alphabet. A line has its unit and year too, since a document may speak of many.
struct JSONExport {
    private let database: Database
    private let standing: Standing

    init(_ database: Database, _ standing: Standing) {
        self.database = database
        self.standing = standing
    }

    func write(
        _ blocks: [StoredBlock], unit: BudgetUnit?, years: ClosedRange<FiscalYear>?, to text: inout ByteText
    ) throws {
        let blocksOfDocument = Dictionary(grouping: blocks, by: \.document)
        let documents = try DocumentQuery(database, standing).current().filter { document in
            if blocksOfDocument[document.id] != nil { return true }
            let isOfUnit = unit == nil || document.unit == unit
            return isOfUnit && (years.map { years in document.fiscalYear.map(years.contains) ?? false } ?? true)
        }.inOrder
        var reader = try LineReader(database)
        text.append("{\"documents\":[")
        for (index, document) in documents.enumerated() {
            text.append(index == 0 ? "\n" : ",\n")
            try write(document, blocks: blocksOfDocument[document.id] ?? [], reader: &reader, to: &text)
        }
        text.append("\n]}\n")
    }

    private func write(
        _ document: StoredDocument, blocks: [StoredBlock], reader: inout LineReader, to text: inout ByteText
    ) throws {
        text.append("{\"contentHash\":\"\(document.contentHash)\",\"diagnostics\":[")
        for (index, diagnostic) in try DocumentFacts.diagnostics(of: document.id, in: database).enumerated() {
            if index > 0 { text.append(UInt8(ascii: ",")) }
            text.beginObject()
            text.member("message", diagnostic.message)
            text.member("page", diagnostic.page)
            text.member("quote", diagnostic.quote)
            text.endObject()
        }
        text.append("],\"evaluations\":[")
        for (index, evaluation) in try DocumentFacts.evaluations(of: document.id, in: database).enumerated() {
            if index > 0 { text.append(UInt8(ascii: ",")) }
            text.append(evaluation.content)
        }
        text.append("],\"figures\":[")
        for (index, figure) in try DocumentFacts.figures(of: document.id, in: database).enumerated() {
            if index > 0 { text.append(UInt8(ascii: ",")) }
            Self.write(figure, to: &text)
        }
        text.append("],\"file\":")
        text.appendJSON(document.fileName)
        if let year = document.fiscalYear { text.append(",\"fiscalYear\":\(year)") }
        text.append(",\"lines\":[")
        try writeLines(of: blocks, reader: &reader, to: &text)
        text.append("],\"origin\":\"\(document.origin.rawValue)\"")
        if let unit = document.unit {
            text.append(",\"unit\":")
            text.appendJSON(unit.name)
        }
        text.append(UInt8(ascii: "}"))
    }

    private func writeLines(of blocks: [StoredBlock], reader: inout LineReader, to text: inout ByteText) throws {
        var isFirst = true
        for block in blocks {
            try reader.forEach(in: block) { row, _, subject in
                text.append(isFirst ? "\n" : ",\n")
                isFirst = false
                AccountLineJSONWriter.write(row.line(in: block, subject: subject), to: &text)
                try text.passOnFullPieces()
            }
        }
    }

    private static func write(_ figure: FigureRecord, to text: inout ByteText) {
        text.beginObject()
        text.member("measure", figure.measure)
        text.member("page", figure.page)
        text.member("quote", figure.quote)
        text.member("subject", figure.qualifier.isEmpty ? nil : figure.qualifier)
        text.member("unit", figure.unit)
        text.member("value", figure.value)
        text.endObject()
    }
}
