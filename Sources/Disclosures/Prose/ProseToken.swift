/// One piece of a sentence; together the pieces cover all of it.
struct ProseToken: Hashable, Sendable {
    /// What the piece is.
    enum Kind: Hashable, Sendable {
        case cue(Cue)
        case number(NumberToken)
        /// A category named as 教育支出（类）, by its name.
        case category(String)
        /// Words that no phrase of the form knows.
        case words
        /// 、
        case list
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
