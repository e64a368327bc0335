/// The words of one page.
struct PDFPage: Sendable {
    /// Counted from 1.
    var number: Int
    var width: Float
    var height: Float
    var words: [WordBox]
}
