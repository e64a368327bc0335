import Testing

@testable import Disclosures

/// Pages that took the parser or the reader minutes.
@Suite("Pages made to hurt")
struct HostilePageTests {
    @Test("an element of thousands of attributes is refused with its line; scripts and quoted values count for nothing")
    func attributes() {
        let many = (0..<2000).map { "a\($0)=1" }.joined(separator: " ")
        #expect(HTMLTagScan.tooManyAttributes(Array("<html>\n<body \(many)>".utf8)) == 2)
        #expect(HTMLTagScan.tooManyAttributes(Array("<html><script>if (a<b) \(many)</script>".utf8)) == nil)
        #expect(HTMLTagScan.tooManyAttributes(Array("<img alt='\(many)'><p class=a>x".utf8)) == nil)
    }

    @Test("cells that claim more columns than a table has are left out")
    func spans() {
        var layout = SpanLayout()
        for _ in 0..<100 {
            layout.beginRow()
            for _ in 0..<50 { layout.add("1", height: 60_000, width: 900) }
        }
        #expect(layout.cells.count == 3)
        #expect(layout.cells.allSatisfy { $0.column + $0.width <= 2000 })
    }
}
