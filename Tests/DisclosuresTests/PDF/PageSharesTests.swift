import FinalAccounts
import Foundation
import Testing

@testable import Disclosures

@Suite("The pages of a PDF, shared between programs")
struct PageSharesTests {
    private func document(pages: Int) -> [UInt8] { Array("%PDF-1.4\n2 0 obj\n<< /Count \(pages) >>\n".utf8) }

    @Test(
        "stand in exactly one share each, in order, and the last share is open",
        arguments: [1, 2, 7, 8, 9, 30, 400, 5000])
    func coverage(pages: Int) {
        for programs in 1...5 {
            let shares = PageShares.shares(of: document(pages: pages), between: programs, limit: 2000)
            #expect(shares.first?.lowerBound == 1)
            #expect(shares.last?.upperBound == 2001)
            #expect(zip(shares, shares.dropFirst()).allSatisfy { $0.upperBound + 1 == $1.lowerBound })
        }
    }

    @Test("are not shared where they are few")
    func few() { #expect(PageShares.shares(of: document(pages: 3), between: 2, limit: 2000).count == 1) }

    @Test("are counted by the largest number of the document, or by its linearization")
    func count() {
        #expect(PageShares.count(Array("/Count 12 /Count 30 /Count 18".utf8)) == 30)
        #expect(PageShares.count(Array("%PDF-1.5\n<</Linearized 1/L 9/N 26/T 7>>\n/Count 3 ".utf8)) == 26)
        #expect(PageShares.count(Array("no number /Count x".utf8)) == nil)
    }
}

@Suite("A PDF read by two programs", .enabled(if: SharedData.isPresent, SharedData.reason))
struct SharedPagesTests {
    private func read(_ bytes: [UInt8], processes: Int) throws -> Disclosure {
        try DisclosureReader(options: ReadOptions(processes: processes)).read(bytes: bytes, file: "a.pdf")
    }

    @Test("gives what it gives read by one", arguments: PutuoTests.documents)
    func same(name: String) throws {
        let bytes = Array(try Data(contentsOf: URL(filePath: SharedData.path(name + ".pdf"))))
        #expect(try read(bytes, processes: 2) == (try read(bytes, processes: 1)))
    }

    @Test("is whole where it states more pages than it has", arguments: PutuoTests.documents)
    func overstated(name: String) throws {
        let bytes = Array(try Data(contentsOf: URL(filePath: SharedData.path(name + ".pdf"))))
        let overstated = bytes + Array("\n% /Count 400 \n%%EOF\n".utf8)
        #expect(PageShares.count(overstated) == 400)
        #expect(try read(overstated, processes: 2) == (try read(bytes, processes: 1)))
    }
}
