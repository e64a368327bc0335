import Consistency
import FinalAccounts
import Interchange

@testable import Disclosures

/// The parsers that bytes from outside reach.
enum FuzzTarget: String, CaseIterable {
    /// Formats, encodings and the names of streams in old office files.
    case sniffing
    /// Running text as plain text.
    case text
    /// What `pdftotext -bbox` prints, and the tables and text rebuilt from it.
    case pdf
    /// ZIP containers, whole.
    case container
    /// The parts of a workbook: the first byte says which, the rest is its XML.
    case xlsx
    /// The parts of a DOCX document: the first byte says which, the rest is its XML.
    case docx
    /// HTML pages.
    case html
    /// Account lines and stated figures as CSV.
    case csv
    /// Tables of a disclosure as CSV.
    case table
    /// The settings of `check`.
    case yaml

    /// Parses an input; errors are what bad input is expected to give.
    func run(_ bytes: [UInt8]) {
        switch self {
        case .sniffing: sniff(bytes)
        case .text: disclose(DocumentContent(lines: PlainText.lines(TextDecoding.scalars(bytes))))
        case .pdf:
            var parser = WordBoxParser(bytes)
            disclose(PDFContent.content(of: parser.parse()))
        case .container: readContainer(bytes)
        case .xlsx: readWorkbookPart(bytes)
        case .docx: readDocumentPart(bytes)
        case .html: attempt { disclose(try HTMLContent.content(of: bytes, file: "fuzz", limits: Self.limits)) }
        case .csv:
            attempt { _ = try AccountLineCSVReader().read(bytes: bytes, file: "fuzz") }
            attempt {
                let text = try TextDecoding.utf8(bytes, file: "fuzz", limit: 1 << 20)
                _ = try StatedFigureCSVReader().read(utf8: text, file: "fuzz")
            }
        case .table:
            attempt {
                let text = try TextDecoding.utf8(bytes, file: "fuzz", limit: 1 << 20)
                _ = TableCSV.recognizes(text)
                disclose(try TableCSV.content(of: text, file: "fuzz", limits: Self.limits))
            }
        case .yaml: attempt { _ = try CheckSettings(yaml: String(decoding: bytes, as: UTF8.self), file: "fuzz") }
        }
    }

    private static let limits = ReadLimits(unpackedBytes: 16 << 20, containerEntries: 256, cells: 20_000)

    private func attempt(_ body: () throws -> Void) {
        do { try body() } catch {}
    }

    /// Reads content as every form of document is read in the end, and renders what came out.
    private func disclose(_ content: DocumentContent) {
        attempt {
            let options = ReadOptions(limits: Self.limits, fiscalYear: FiscalYear(2023))
            let disclosure = try DisclosureReader(options: options).read(content, file: "fuzz")
            _ = disclosure.placedCount + disclosure.unplacedCount
        }
    }

    private func sniff(_ bytes: [UInt8]) {
        _ = DocumentFormat.detect(bytes)
        _ = CompoundFile.content(bytes)
        _ = AccountLineCSVReader.recognizes(bytes)
        attempt { _ = try TextDecoding.decode(bytes, file: "fuzz", limit: 1 << 20) }
        attempt { _ = try HTMLEncoding.utf8(bytes, file: "fuzz", limit: 1 << 20) }
        _ = WorkbookNumber.decimal(String(decoding: bytes.prefix(64), as: UTF8.self))
    }

    private func readContainer(_ bytes: [UInt8]) {
        attempt {
            var container = try ZipContainer(bytes, file: "fuzz", limits: Self.limits)
            for name in container.names { attempt { _ = try container.part(name) } }
        }
        attempt {
            var container = try ZipContainer(bytes, file: "fuzz", limits: Self.limits)
            disclose(
                WorkbookContent.content(of: try WorkbookReader(limits: Self.limits).read(&container, file: "fuzz")))
        }
        attempt {
            var container = try ZipContainer(bytes, file: "fuzz", limits: Self.limits)
            disclose(try WordContent.content(of: &container, file: "fuzz", limits: Self.limits))
        }
    }

    private func readWorkbookPart(_ bytes: [UInt8]) {
        guard let kind = bytes.first else { return }
        let part = Array(bytes.dropFirst())
        attempt {
            switch kind % 4 {
            case 0: _ = try SharedStrings.read(part, limit: Self.limits.cells)
            case 1: _ = try WorkbookStyles(part)
            default:
                var parser = SheetParser(
                    name: "表", isHidden: false, strings: ["科目编码", "科目名称", "决算数", "合计"], styles: WorkbookStyles(),
                    countsFrom1904: false, limit: Self.limits.cells, textLeft: Self.limits.textBytes)
                disclose(WorkbookContent.content(of: Workbook(sheets: [try parser.parse(part)])))
            }
        }
    }

    private func readDocumentPart(_ bytes: [UInt8]) {
        guard let kind = bytes.first else { return }
        let part = Array(bytes.dropFirst())
        attempt {
            switch kind % 4 {
            case 0:
                var numbering = try WordNumbering(part)
                for level in 0..<3 { _ = numbering.mark(style: nil, list: "1", level: level) }
            case 1:
                var numbering = WordNumbering()
                try numbering.readStyles(part)
            default:
                var parser = WordParser(numbering: WordNumbering(), limit: Self.limits.cells)
                disclose(BlockContent.content(of: try parser.parse(part)))
            }
        }
    }
}
