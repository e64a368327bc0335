/// Words and what each stands for, found at a position of a text without trying every word.
///
/// Words are kept by the low bits of their first character, the longest first, so that most positions of a text are
/// turned away by one look.
struct WordTable<Value: Sendable>: Sendable {
    /// One of the words.
    struct Entry: Sendable {
        var scalars: [Unicode.Scalar]
        var value: Value
    }

    private let buckets: [[Entry]]

    /// - Parameter entries: where a word is given twice, the first stays.
    init(_ entries: some Sequence<(word: String, value: Value)>) {
        var buckets = [[Entry]](repeating: [], count: Self.count)
        for (word, value) in entries {
            let scalars = Array(word.unicodeScalars)
            guard let first = scalars.first else { continue }
            buckets[Self.bucket(of: first)].append(Entry(scalars: scalars, value: value))
        }
        // The sort of the standard library keeps the order of equals.
        self.buckets = buckets.map { $0.sorted { $0.scalars.count > $1.scalars.count } }
    }

    /// The longest word that stands at a position and ends before another; `nil` at the end of the text.
    func longest(in text: FoldedText, at position: Int, end: Int) -> (value: Value, length: Int)? {
        guard position < text.scalars.count else { return nil }
        for entry in buckets[Self.bucket(of: text.scalars[position])]
        where position + entry.scalars.count <= end && text.hasPrefix(entry.scalars, at: position) {
            return (entry.value, entry.scalars.count)
        }
        return nil
    }

    /// Whether one of the words stands at a position.
    func holds(at position: Int, of text: FoldedText) -> Bool {
        longest(in: text, at: position, end: text.scalars.count) != nil
    }

    /// Every word that stands at a position.
    func all(in text: FoldedText, at position: Int, _ body: (Value) -> Void) {
        for entry in buckets[Self.bucket(of: text.scalars[position])] where text.hasPrefix(entry.scalars, at: position)
        {
            body(entry.value)
        }
    }

    /// Enough to keep the some hundred first characters of the form's words apart.
    private static var count: Int { 1024 }

    private static func bucket(of scalar: Unicode.Scalar) -> Int { Int(scalar.value) & (count - 1) }
}

extension WordTable where Value == Void {
    /// Words that are told from others, and stand for nothing else.
    init(words: some Sequence<String>) { self.init(words.map { (word: $0, value: ()) }) }
}
