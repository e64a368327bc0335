import FinalAccounts

/// Names that hold a slash of their own, in files of a scheme of one's own: `R/C income tax` beside a code of the second level is
/// no path of two names.
///
/// Whether a column holds paths is a matter of the whole file: paths stand in most rows below the widest level, and the rows under
/// one code call it by one name in one year. Where either does not hold, every name is whole.
enum SlashedNames {
    /// Joins the names of a file's lines again where its column holds no paths.
    static func join(in lines: inout [AccountLine], scheme: SubjectScheme) {
        guard !holdPaths(lines, scheme: scheme) else { return }
        for place in lines.indices where lines[place].subject.names.count > 1 && lines[place].subject.code != nil {
            lines[place].subject.names = [lines[place].subject.names.joined(separator: "/")]
        }
    }

    private struct Parent: Hashable {
        var code: Substring
        var year: FiscalYear
    }

    private static func holdPaths(_ lines: [AccountLine], scheme: SubjectScheme) -> Bool {
        var names: [Parent: String] = [:]
        var paths = 0
        var below = 0
        for line in lines where line.subject.level.depth > 1 {
            guard let code = line.subject.code else { continue }
            below += 1
            guard let name = line.subject.names.dropLast().last else { continue }
            paths += 1
            let parent = Parent(code: code.prefix(scheme.lengths[line.subject.level.depth - 2]), year: line.fiscalYear)
            if let known = names.updateValue(name, forKey: parent), known != name { return false }
        }
        return paths * 2 > below || paths == 0
    }
}
