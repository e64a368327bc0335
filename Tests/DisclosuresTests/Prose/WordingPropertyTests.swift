import FinalAccounts
import Foundation
import SeededNumbers
import SyntheticDisclosures
import Testing

@testable import Disclosures

@Suite("Random items in the wordings of the provinces")
struct WordingPropertyTests {
    /// How the lines of a document are cut.
    enum Wrapping: CaseIterable {
        /// Every paragraph on one line.
        case none
        /// As a page does: every line but the last of a paragraph is full.
        case page
        /// As a text copied by hand: lines of any length.
        case ragged
    }

    /// How many documents are read in each wrapping; WORDING_SEEDS asks for more.
    static let seeds = ProcessInfo.processInfo.environment["WORDING_SEEDS"].flatMap { Int($0) } ?? 120

    struct Document {
        var items: [WordedItem]
        var text: String
    }

    /// A document of one to eight items under the headings of the form.
    func document(seed: UInt64, _ wrapping: Wrapping) -> Document {
        var writer = ItemWriter(seed: seed)
        var random = SeededGenerator(seed: seed &+ 0x5EED)
        let subjects = SampleSubjects.all
        let count = Int.random(in: 1...8, using: &random)
        let items = (0..<count).map { index in
            let subject = subjects[Int.random(in: 0..<subjects.count, using: &random)]
            return writer.item(index, code: subject.code, names: subject.names)
        }
        var paragraphs = ["第一部分 某市某局概况", "第三部分 \(writer.year)年度部门决算情况说明"]
        paragraphs += ["五、一般公共预算财政拨款支出决算情况说明", "（三）一般公共预算财政拨款支出决算具体情况"]
        paragraphs += items.map(\.text)
        paragraphs.append("六、一般公共预算财政拨款基本支出决算情况说明")
        let width = Int.random(in: 16...60, using: &random)
        let indent = Bool.random(using: &random) ? "　　" : ""
        let lines = paragraphs.flatMap { paragraph -> [String] in
            switch wrapping {
            case .none: [indent + paragraph]
            case .page: wrapped(indent + paragraph) { width }
            case .ragged: wrapped(indent + paragraph) { Int.random(in: 9...60, using: &random) }
            }
        }
        return Document(items: items, text: lines.joined(separator: "\n"))
    }

    /// Cuts a paragraph at widths counted as a page counts them: a Chinese character is as wide as two digits.
    func wrapped(_ paragraph: String, width next: () -> Int) -> [String] {
        var lines: [String] = []
        var line = ""
        var used = 0
        var width = next()
        for character in paragraph {
            let size = character.isASCII ? 1 : 2
            // No line begins with a stop.
            if used + size > width * 2, !"，。；、：）％%".contains(character) {
                lines.append(line)
                line = ""
                used = 0
                width = next()
            }
            line.append(character)
            used += size
        }
        return line.isEmpty ? lines : lines + [line]
    }

    func faults(of document: Document) throws -> [String] {
        let read = try DisclosureReader().read(bytes: Array(document.text.utf8), file: "items.txt")
        guard read.lines.count == document.items.count else {
            let names = read.lines.map(\.line.subject.names)
            return ["\(read.lines.count) of \(document.items.count) lines: \(names) of\n\(document.text)"]
        }
        return zip(read.lines, document.items).compactMap { found, item in
            item.difference(found).map { "\($0) in: \(item.text)" }
        } + read.diagnostics.map { "diagnostic: \($0.message.en) \($0.quote)" }
    }

    @Test("read back with every name, amount and reason exact", arguments: Wrapping.allCases)
    func items(wrapping: Wrapping) throws {
        var faults: [String] = []
        for seed in 0..<Self.seeds {
            let document = document(seed: UInt64(seed), wrapping)
            for fault in try self.faults(of: document) { faults.append("seed \(seed): \(fault)") }
        }
        #expect(faults.isEmpty, "\(faults.count) faults, first: \(faults.prefix(12).joined(separator: "\n"))")
    }
}
