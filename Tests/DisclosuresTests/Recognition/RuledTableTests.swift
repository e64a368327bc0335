import Testing

@testable import Disclosures

/// Tables drawn pixel by pixel, found again by their rules.
@Suite("Tables found by their rules")
struct RuledTableTests {
    private static let size = (width: 900, height: 700)

    /// Paints dark areas on white.
    private func picture(_ areas: [PixelArea]) -> GrayImage {
        var pixels = [UInt8](repeating: 250, count: Self.size.width * Self.size.height)
        for area in areas {
            for y in area.top..<area.bottom { for x in area.left..<area.right { pixels[y * Self.size.width + x] = 20 } }
        }
        return GrayImage(width: Self.size.width, height: Self.size.height, pixels: pixels)
    }

    private func across(_ y: Int, _ left: Int, _ right: Int) -> PixelArea {
        PixelArea(left: left, top: y, right: right, bottom: y + 3)
    }

    private func down(_ x: Int, _ top: Int, _ bottom: Int) -> PixelArea {
        PixelArea(left: x, top: top, right: x + 3, bottom: bottom)
    }

    /// Two tiers of header, one cell of it over two columns and one over two rows, and a row of figures.
    private var rules: [PixelArea] {
        [
            across(100, 50, 853), across(160, 350, 853), across(220, 50, 853), across(280, 50, 853),
            down(50, 100, 283), down(350, 100, 283), down(600, 160, 283), down(850, 100, 283),
        ]
    }

    private let expected = ["0,0 2x1", "0,1 1x2", "1,1 1x1", "1,2 1x1", "2,0 1x1", "2,1 1x1", "2,2 1x1"]

    private func cells(_ image: GrayImage) -> [String] {
        RuledTableFinder.tables(of: image, resolution: 300).flatMap(\.cells)
            .map { "\($0.row),\($0.column) \($0.height)x\($0.width)" }
    }

    @Test("cells that span rows and columns")
    func spans() {
        #expect(cells(picture(rules)) == expected)
    }

    @Test("a page that leans is set straight first", arguments: [-1.4, 0.7])
    func lean(degrees: Double) {
        let image = picture(rules).straightened(by: -degrees)
        let found = PageSkew.angle(of: image)
        #expect(abs(found - degrees) < 0.1)
        #expect(cells(image.straightened(by: found)) == expected)
    }

    @Test("tables open at their sides end where their rules end")
    func openSides() {
        let rules = rules.filter { $0.width > 3 || $0.left != 50 && $0.left != 850 }
        #expect(cells(picture(rules)) == expected)
    }

    @Test("lines under words make no table, and a table ends where a title stands between")
    func others() {
        #expect(cells(picture([across(100, 50, 850), across(200, 50, 850)])).isEmpty)
        let second = rules.map { PixelArea(left: $0.left, top: $0.top + 300, right: $0.right, bottom: $0.bottom + 300) }
        #expect(RuledTableFinder.tables(of: picture(rules + second), resolution: 300).count == 2)
    }

    @Test("a cell with specks is blank, one with a stroke is not")
    func ink() {
        let image = picture([across(200, 100, 130), PixelArea(left: 400, top: 300, right: 401, bottom: 301)])
        #expect(
            image.part(PixelArea(left: 50, top: 150, right: 300, bottom: 250)).trimmed(resolution: 300)?.width == 36)
        #expect(image.part(PixelArea(left: 350, top: 250, right: 500, bottom: 350)).trimmed(resolution: 300) == nil)
    }
}
