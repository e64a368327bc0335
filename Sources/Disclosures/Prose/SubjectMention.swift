/// A subject named in running text by its levels: 一般公共服务支出（类）财政事务（款）行政运行（项）.
struct SubjectMention: Hashable, Sendable {
    var category: String?
    var section: String?
    var item: String?
    /// The narrowest code printed with the names; `nil` when none is.
    var code: String?
    var range: Range<Int>

    /// The level that names stop at: 1 for 类, 2 for 款, 3 for 项.
    var depth: Int { item != nil ? 3 : section != nil ? 2 : 1 }
}
