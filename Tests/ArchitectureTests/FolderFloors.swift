/// The folders of a module as floors: a file names types of its own floor and of those below.
struct FolderFloors {
    /// A file: its path inside the module and its text.
    struct File {
        var path: String
        var text: String

        /// The folder at the top of the path; `.` for a file beside the folders.
        var folder: String { path.contains("/") ? String(path.prefix { $0 != "/" }) : "." }
    }

    /// The folders from the ground up.
    let floors: [String]

    /// What breaks the rule, one line for each file and type: which file names which type of which higher floor.
    func violations(in files: [File]) -> [String] {
        let read = files.map { (file: $0, words: SwiftWords($0.text)) }
        var floorsOfType: [String: Set<Int>] = [:]
        for (file, words) in read {
            guard let floor = floors.firstIndex(of: file.folder) else { continue }
            for name in words.topLevelTypes { floorsOfType[name, default: []].insert(floor) }
        }
        return read.flatMap { file, words -> [String] in
            guard let own = floors.firstIndex(of: file.folder) else { return ["\(file.path) stands on no floor"] }
            let local = words.ownTypes
            let named = Set(words.words.filter { !$0.isMember }.map(\.text)).subtracting(local)
            return named.sorted().compactMap { name in
                guard let lowest = floorsOfType[name]?.min(), lowest > own else { return nil }
                return "\(file.path) names \(name) of \(floors[lowest])"
            }
        }
    }
}
