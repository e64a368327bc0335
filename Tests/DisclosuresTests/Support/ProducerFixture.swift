import Disclosures
import Foundation
import Testing

/// A made-up disclosure in Fixtures/pdf with the truth it was printed from.
struct ProducerFixture: Sendable, CustomTestStringConvertible {
    /// Name of the file without its ending.
    var name: String

    var testDescription: String { name }

    static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Fixtures/pdf")

    static let all = [
        Self(name: "calc-sheets"), Self(name: "cairo-cff"), Self(name: "cairo-unruled"), Self(name: "chromium-type3"),
        Self(name: "chromium-unruled"), Self(name: "fpdf2"), Self(name: "fpdf2-running"),
        Self(name: "ghostscript-redistilled"),
        Self(name: "matplotlib-type3"), Self(name: "matplotlib-type42"),
        Self(name: "reportlab-cid"), Self(name: "reportlab-cid-unruled"), Self(name: "reportlab-truetype"),
        Self(name: "weasyprint-portrait"), Self(name: "weasyprint-running"), Self(name: "writer-landscape"),
        Self(name: "writer-portrait"),
    ]

    /// Reads the document without character recognition: every one of them has text.
    func read() throws -> Disclosure {
        var options = ReadOptions()
        options.recognition = .off
        return try DisclosureReader(options: options).read(file: Self.folder.appending(path: name + ".pdf").path)
    }

    /// The rows of one of the truth files.
    func rows(_ kind: String) throws -> [[String: String]] {
        try Golden.rows("\(name).\(kind).csv", in: "Fixtures/pdf")
    }

    /// The rows of one of the truth files, some columns joined by commas.
    func rows(_ kind: String, columns: [String]) throws -> [String] {
        try rows(kind).map { row in columns.map { row[$0] ?? "" }.joined(separator: ",") }
    }
}
