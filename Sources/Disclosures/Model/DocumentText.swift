import FinalAccounts
import OfficialForm

/// The running text of a document, for those who look for words rather than figures.
///
/// Blanks are dropped and wrapped lines joined. ``folded`` holds every character in one form (full-width
/// digits and brackets as ASCII, quotation marks as `"`), ``printed`` the same characters as printed; the
/// two are equally long, and every position is an index into both.
///
/// ```swift
/// let text = disclosure.text
/// text.quote(text.sentence(around: 120..<125))    // the sentence that holds those five characters
/// ```
public struct DocumentText: Hashable, Sendable, Codable {
    /// A stretch under one heading.
    public struct Span: Hashable, Sendable, Codable {
        /// The part of the form it belongs to.
        public var section: Section
        /// Where it stands, its heading included.
        public var range: Range<Int>
        /// The heading's words; empty before the first heading.
        public var title: String
        /// The heading's level as in ``Heading/level``; -1 before the first heading.
        public var level: Int
    }

    /// The number at the head of a heading or of an item of a list.
    public struct Mark: Hashable, Sendable, Codable {
        /// 0 for 第一部分, 1 for 一、, 2 for （一）, 3 for 1., 4 for （1）, 5 for ①.
        public var level: Int
        /// The number.
        public var number: Int
        /// The number's own characters.
        public var range: Range<Int>
        /// Where the words end, when the line is a heading and no running text.
        public var titleEnd: Int?
    }

    /// A subject named by its levels: 教育支出（类）普通教育（款）小学教育（项）.
    public struct NamedSubject: Hashable, Sendable, Codable {
        /// The names from the widest level down.
        public var names: [String]
        /// Where the name stands.
        public var range: Range<Int>
    }

    /// Where a page begins.
    public struct PageStart: Hashable, Sendable, Codable {
        /// The position.
        public var position: Int
        /// The page, counted from 1.
        public var page: Int
    }

    /// The characters in one form.
    public private(set) var folded: [Unicode.Scalar] = []
    /// The characters as printed.
    public private(set) var printed: [Unicode.Scalar] = []
    /// Where each printed line begins, in order.
    public private(set) var lineStarts: [Int] = []
    /// Where pages begin, in order; empty where the form has none.
    public private(set) var pageStarts: [PageStart] = []
    /// The text cut at its headings, in order.
    public private(set) var spans: [Span] = []
    /// Numbered headings and items, in order.
    public private(set) var marks: [Mark] = []
    /// Subjects named by their levels, in order.
    public private(set) var subjects: [NamedSubject] = []

    /// A document without text.
    public init() {}

    /// The text of a document with its headings and the subjects that it names.
    init(_ text: FoldedText, outline: Outline, subjects: [NamedSubject]) {
        self.subjects = subjects
        folded = text.scalars
        printed = text.printed
        lineStarts = text.lineStarts
        pageStarts = text.pages.map { PageStart(position: $0.start, page: $0.page) }
        spans = outline.spans.map { Span(section: $0.section, range: $0.range, title: $0.title, level: $0.level) }
        marks = text.marks.filter(\.isNumbered).map {
            Mark(level: $0.level, number: $0.number, range: $0.start..<$0.end, titleEnd: $0.titleEnd)
        }
    }

    /// The page a position stands on; `nil` where the form has no pages.
    public func page(at position: Int) -> Int? {
        let next = pageStarts.partitioningIndex { $0.position > position }
        return next == 0 ? nil : pageStarts[next - 1].page
    }

    /// The stretch a position stands in; `nil` for an empty text.
    public func span(at position: Int) -> Span? {
        let place = spans.partitioningIndex { $0.range.upperBound > position }
        return place < spans.count ? spans[place] : nil
    }

    /// The part of the form a position stands in.
    public func section(at position: Int) -> Section {
        span(at: position)?.section ?? .other
    }

    /// The characters of a range as printed.
    public func quote(_ range: Range<Int>) -> String { String(printed[range]) }

    /// The sentence that holds a range: from the full stop or heading before it to the next full stop or
    /// heading.
    public func sentence(around range: Range<Int>) -> Range<Int> {
        let bounds = span(at: range.lowerBound)?.range ?? 0..<folded.count
        let next = marks.firstIndex { $0.range.lowerBound > range.lowerBound } ?? marks.count
        var start = bounds.lowerBound
        if next > 0 {
            let mark = marks[next - 1]
            let words = mark.titleEnd ?? mark.range.upperBound
            start = max(start, words <= range.lowerBound ? words : mark.range.lowerBound)
        }
        var end = bounds.upperBound
        if next < marks.count { end = min(end, max(marks[next].range.lowerBound, range.upperBound)) }
        start = min(start, range.lowerBound)
        if let stop = folded[start..<range.lowerBound].lastIndex(of: "。") { start = stop + 1 }
        if range.upperBound < end, let stop = folded[range.upperBound..<end].firstIndex(of: "。") { end = stop + 1 }
        return start..<max(end, range.upperBound)
    }
}

extension DocumentText {
    private enum CodingKeys: CodingKey {
        case folded, printed, lineStarts, pageStarts, spans, marks, subjects
    }

    /// Takes the characters as text, which is far shorter than one by one.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        folded = Array(try container.decode(String.self, forKey: .folded).unicodeScalars)
        printed = Array(try container.decode(String.self, forKey: .printed).unicodeScalars)
        lineStarts = try container.decode([Int].self, forKey: .lineStarts)
        pageStarts = try container.decode([PageStart].self, forKey: .pageStarts)
        spans = try container.decode([Span].self, forKey: .spans)
        marks = try container.decode([Mark].self, forKey: .marks)
        subjects = try container.decode([NamedSubject].self, forKey: .subjects)
    }

    /// Writes the characters as text.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(String(String.UnicodeScalarView(folded)), forKey: .folded)
        try container.encode(String(String.UnicodeScalarView(printed)), forKey: .printed)
        try container.encode(lineStarts, forKey: .lineStarts)
        try container.encode(pageStarts, forKey: .pageStarts)
        try container.encode(spans, forKey: .spans)
        try container.encode(marks, forKey: .marks)
        try container.encode(subjects, forKey: .subjects)
    }
}
