import Platform

/// Everything known of the classification: functional and economic subjects and how codes changed.
///
/// ```swift
/// let catalog = try SubjectCatalog(functional: functionalText, economic: economicText, crosswalk: crosswalkText)
/// let series = try SeriesBuilder(scheme: .china, subjects: catalog).series(from: lines)
/// ```
public struct SubjectCatalog: Sendable {
    /// What money is spent on: 类, 款 and 项, codes 201 to 234.
    public let functional: SubjectDictionary
    /// What it is spent as: 类 and 款 of the departments' economic classification, codes 301 to 399.
    public let economic: SubjectDictionary
    /// How codes changed; ``SubjectCrosswalk/none`` where series are not to be joined.
    public let crosswalk: SubjectCrosswalk

    /// Reads the three tables; see ``SubjectDictionary`` and ``SubjectCrosswalk`` for their form.
    ///
    /// - Throws: `ReadError` where a table is malformed or the crosswalk names a code that no dictionary has.
    public init(functional: String, economic: String, crosswalk: String) throws(ReadError) {
        self.functional = try SubjectDictionary(parsing: functional, name: "functional")
        self.economic = try SubjectDictionary(parsing: economic, name: "economic")
        self.crosswalk = try SubjectCrosswalk(parsing: crosswalk)
        for change in self.crosswalk.changes {
            for code in [change.oldCode, change.newCode] where entry(of: code) == nil {
                throw ReadError(
                    table: "crosswalk",
                    Bilingual(
                        "两部科目表均无编码 \(code)，请补入或删除此行",
                        "code \(code) stands in neither dictionary; add it there or remove the row"))
            }
        }
    }

    private init(functional: SubjectDictionary, economic: SubjectDictionary, crosswalk: SubjectCrosswalk) {
        self.functional = functional
        self.economic = economic
        self.crosswalk = crosswalk
    }

    /// The catalog with dictionaries only: names are resolved, codes stay as the documents give them.
    public var withoutCrosswalk: SubjectCatalog {
        SubjectCatalog(functional: functional, economic: economic, crosswalk: .none)
    }

    /// The catalog with changes of codes of one's own, which may be of codes that no dictionary has.
    ///
    /// - Parameter text: a crosswalk in the form of ``SubjectCrosswalk``.
    /// - Throws: `ReadError` for a malformed table, or one that leads a code in a circle.
    package func adding(crosswalk text: String) throws(ReadError) -> SubjectCatalog {
        let joined = try crosswalk.joined(with: SubjectCrosswalk(parsing: text))
        return SubjectCatalog(functional: functional, economic: economic, crosswalk: joined)
    }

    /// The row of a code of either classification.
    public func entry(of code: some StringProtocol, in year: FiscalYear? = nil) -> SubjectEntry? {
        functional.entry(of: code, in: year) ?? economic.entry(of: code, in: year)
    }
}
