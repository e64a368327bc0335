import OfficialForm

/// What the text says of a measure in words rather than in numbers.
public struct Remark: Hashable, Sendable, Codable {
    /// What sort of thing is said.
    public enum Kind: String, Hashable, Sendable, Codable {
        /// Why an amount is what it is (主要原因是).
        case reason
        /// What an amount was spent on (主要用于).
        case purpose
        /// What an amount is made of (主要包括): economic items.
        case contents
        /// That there was none (无政府性基金预算拨款支出): a zero in words.
        case nothing
    }

    /// What sort of thing is said.
    public var kind: Kind
    /// The measure it is said of.
    public var topic: Topic
    /// Which one, where the measure is one of many: a category.
    public var subject: String?
    /// The words as printed, blanks dropped.
    public var words: String
    /// The page, counted from 1; `nil` where the form has no pages.
    public var page: Int?
    /// The part of the document the words stand in.
    public var section: Section

    /// The items of a list: 基本工资、津贴补贴 are two.
    public var items: [String] {
        words.split { "、，,".contains($0) }.map { $0.last == "等" ? String($0.dropLast()) : String($0) }
            .filter { !$0.isEmpty }
    }

    /// Creates a remark.
    public init(
        kind: Kind, topic: Topic, subject: String? = nil, words: String, page: Int? = nil, section: Section = .other
    ) {
        self.kind = kind
        self.topic = topic
        self.subject = subject
        self.words = words
        self.page = page
        self.section = section
    }
}
