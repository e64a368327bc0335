extension HeaderLabel {
    /// The label whose words these are, in folded form.
    package static func exact(_ folded: String) -> HeaderLabel? { labels[folded] }

    /// Whether some label begins with these words: they are the first line of a wrapped cell.
    package static func isPrefix(_ folded: String) -> Bool { prefixes.contains(folded) }

    /// All words of headers, in folded form.
    package static var all: some Sequence<String> { labels.keys }

    private static let prefixes: Set<String> = {
        var result: Set<String> = []
        for word in labels.keys {
            var prefix = ""
            for character in word {
                prefix.append(character)
                result.insert(prefix)
            }
        }
        return result
    }()

    private static let labels: [String: HeaderLabel] = Dictionary(
        FormColumn.all.flatMap { column in column.words.map { ($0, column.label) } },
        uniquingKeysWith: { first, _ in first })
}

extension FormColumn {
    /// Every column of the form.
    package static let all: [FormColumn] =
        structure + FormAspect.all.compactMap(\.column) + FormMeasure.all.compactMap(\.column)
}

extension ColumnRole {
    /// The column's header on the official form.
    package var name: String { Self.names[self] ?? rawValue }

    private static let names: [ColumnRole: String] = {
        var names: [ColumnRole: String] = [:]
        for column in FormColumn.all {
            switch column.label {
            case .role(let role): names[role] = column.name
            case .threePublic(let part):
                names[part.role(isBudget: true)] = column.name + "预算数"
                names[part.role(isBudget: false)] = column.name + "决算数"
            default: break
            }
        }
        return names
    }()
}
