/// What a catalog makes of one subject in one year.
struct SubjectPlacement {
    /// A level above a subject: the code there before any move, where that code moved itself, and the code above the
    /// subject now.
    struct Level {
        let old: String
        let newest: String
        let new: String
    }

    /// The subject under its newest code and names.
    private(set) var subject: Subject
    /// The code before it was moved; `nil` where it has none.
    private(set) var oldCode: String?
    /// The newest code.
    private(set) var newCode: String?
    /// Whether the code gave way to another.
    private(set) var isMoved = false
    /// The parts the code was split into, where it was.
    private(set) var division: [SubjectChange] = []
    /// Whether the newest code has had several names.
    private(set) var hasHadNames = false
    /// The name it was given under, where the code has another one now.
    private(set) var formerName: String?
    /// The levels above, the nearest first.
    private(set) var levelsAbove: [Level] = []
    /// Whether the code or any above it was moved, so that levels above may have to be restated.
    private(set) var isTouched = false

    /// Whether a line of this subject leaves a note.
    var isNoted: Bool { isMoved || hasHadNames || !division.isEmpty }

    init(_ given: Subject, in year: FiscalYear, _ catalog: SubjectCatalog) {
        subject = catalog.settled(given, in: year)
        guard let code = subject.code else { return }
        oldCode = code
        let succession = catalog.crosswalk.succession(of: code, in: year)
        if let last = succession.changes.last {
            let path = catalog.functional.path(of: succession.code)
            subject.code = succession.code
            subject.names = path.isEmpty ? [last.newName] : path
        }
        newCode = succession.code
        isMoved = !succession.changes.isEmpty
        division = succession.division
        hasHadNames = catalog.functional.entries(of: succession.code).count > 1
        formerName = hasHadNames ? catalog.formerName(given.name, of: succession.code) : nil
        let scheme = catalog.functional.scheme
        let levels = zip(Self.ancestors(of: code, scheme), Self.ancestors(of: succession.code, scheme))
        levelsAbove = levels.map { old, new in
            Level(old: old, newest: catalog.crosswalk.succession(of: old, in: year).code, new: new)
        }
        isTouched = isMoved || levelsAbove.contains { $0.newest != $0.old }
    }

    /// The codes above a code, the nearest first.
    private static func ancestors(of code: String, _ scheme: SubjectScheme) -> [String] {
        guard let parent = scheme.parent(of: code) else { return [] }
        return [parent] + ancestors(of: parent, scheme)
    }
}
