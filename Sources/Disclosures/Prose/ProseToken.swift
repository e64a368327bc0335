/// One piece of a sentence that matters to its numbers.
struct ProseToken: Hashable, Sendable {
    /// What the piece is.
    enum Kind: Hashable, Sendable {
        case cue(Cue)
        case number(NumberToken)
        /// A category named as 教育支出（类）, by its name.
        case category(String)
        /// ，
        case comma
        /// ；
        case semicolon
        /// 。
        case period
        /// （
        case open
        /// ）
        case close
    }

    var kind: Kind
    var range: Range<Int>
}
