/// Codes shaped like those of the functional classification: 3, 5 and 7 digits.
enum SubjectCatalogue {
    /// A hundred items in ten categories of three sections.
    static let codes: [String] = (0..<100).map { number in
        let category = 201 + number % 10
        let section = number / 10 % 3 + 1
        let item = number / 10 + 1
        return "\(category)0\(section)" + (item < 10 ? "0\(item)" : "\(item)")
    }
}
