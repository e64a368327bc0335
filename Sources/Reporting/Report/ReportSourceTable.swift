import FinalAccounts
import Platform

/// The documents figures come from, as a table.
struct ReportSourceTable {
    let sources: [ReportSource]
    let language: Language

    var table: ReportTable {
        func word(_ phrase: Bilingual) -> String { phrase.text(in: language) }
        return ReportTable(
            name: "sources", title: word(.provenance),
            columns: [
                ReportColumn("file", title: word(.document)),
                ReportColumn("years", title: word(.year), kind: .label),
                ReportColumn("origin", title: word(.origin), kind: .label),
                ReportColumn("lines", title: word(.lines), kind: .number),
                ReportColumn("sha256", title: "SHA-256", kind: .label),
            ],
            rows: sources.map { source in
                [
                    .text(source.file), .text(YearList.text(source.years)), .origin(source.origin, in: language),
                    .integer(source.lines), .text(ifStated: source.sha256),
                ]
            })
    }
}
