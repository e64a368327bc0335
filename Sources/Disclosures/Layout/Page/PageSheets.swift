/// Sheets that hold two pages side by side, as printers put them.
enum PageSheets {
    /// The fewest words that either side of some sheet has.
    private static let fewest = 12

    /// The pages of sheets one by one, where every sheet is wider than high and nothing crosses its middle.
    ///
    /// A title stands across the middle of a page of a table, and sentences of a page of text cross it.
    static func split(_ pages: [PDFPage]) -> [PDFPage]? {
        // A page without words may be a picture, which is drawn by its number.
        guard !pages.isEmpty, pages.allSatisfy({ !$0.words.isEmpty && isSheet($0) }) else { return nil }
        let isFull = pages.contains { page in
            let left = page.words.count { $0.centerX < page.width / 2 }
            return left >= fewest && page.words.count - left >= fewest && holdsText(page)
        }
        return isFull ? pages.flatMap(halves).filter { !$0.words.isEmpty } : nil
    }

    private static func isSheet(_ page: PDFPage) -> Bool {
        let middle = page.width / 2
        let gutter = 0.015 * page.width
        return page.width > 1.2 * page.height
            && page.words.allSatisfy { $0.xMax <= middle - gutter || $0.xMin >= middle + gutter }
    }

    /// Whether lines of running text stand on one of the sides, which columns of a table are not.
    private static func holdsText(_ page: PDFPage) -> Bool {
        page.words.contains { $0.width > 0.25 * page.width }
    }

    private static func halves(_ page: PDFPage) -> [PDFPage] {
        let middle = page.width / 2
        var left = page
        var right = page
        left.number = 2 * page.number - 1
        right.number = 2 * page.number
        left.width = middle
        right.width = middle
        left.words = page.words.filter { $0.centerX < middle }
        right.words = page.words.filter { $0.centerX >= middle }.map { word in
            var word = word
            word.xMin -= middle
            word.xMax -= middle
            return word
        }
        return [left, right]
    }
}
