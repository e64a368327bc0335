/// The words of a Swift file that are code: no comments, no literals, but the code interpolated into literals.
struct SwiftWords {
    /// A word and where it stands.
    struct Word {
        var text: String
        /// Whether a point stands before it, so that it is looked up in what stands before the point.
        var isMember: Bool
        /// How many braces are open around it.
        var depth: Int
    }

    let words: [Word]

    init(_ source: String) {
        var words: [Word] = []
        var depth = 0
        var current = ""
        var before: Character = " "
        var isMember = false
        for character in Self.code(source) {
            if character.isLetter || character.isNumber || character == "_" {
                if current.isEmpty { isMember = before == "." }
                current.append(character)
            } else {
                if !current.isEmpty { words.append(Word(text: current, isMember: isMember, depth: depth)) }
                current = ""
                if character == "{" { depth += 1 }
                if character == "}" { depth -= 1 }
                if character.isWhitespace { continue }
            }
            before = character
        }
        if !current.isEmpty { words.append(Word(text: current, isMember: isMember, depth: depth)) }
        self.words = words
    }

    /// The types declared at the top of the file that other files may name.
    var topLevelTypes: Set<String> { Set(declarations.filter { $0.isTopLevel && !$0.isPrivate }.map(\.name)) }

    /// Every type the file declares, at whatever depth: their names mean these here.
    var ownTypes: Set<String> { Set(declarations.map(\.name)) }

    private var declarations: [(name: String, isTopLevel: Bool, isPrivate: Bool)] {
        var found: [(String, Bool, Bool)] = []
        var isPrivate = false
        for (index, word) in words.enumerated() where !word.isMember {
            switch word.text {
            case "private", "fileprivate": isPrivate = true
            case "func", "var", "let", "init", "extension", "case", "import": isPrivate = false
            case "struct", "enum", "class", "protocol", "actor", "typealias", "associatedtype":
                guard index + 1 < words.count, index == 0 || words[index - 1].text != "import" else { continue }
                found.append((words[index + 1].text, word.depth == 0, isPrivate))
                isPrivate = false
            default: break
            }
        }
        return found
    }

    private enum Context {
        case code(parentheses: Int)
        case literal(isLong: Bool)
    }

    private static func code(_ source: String) -> String {
        let text = Array(source)
        var result = ""
        var stack: [Context] = [.code(parentheses: 0)]
        var index = 0
        func stands(_ words: String) -> Bool { text[index...].starts(with: words) }
        while index < text.count, let context = stack.last {
            switch context {
            case .code where stands("//"):
                while index < text.count, !text[index].isNewline { index += 1 }
            case .code where stands("/*"):
                while index < text.count, !stands("*/") { index += 1 }
                index += 2
            case .code where text[index] == "\"":
                let isLong = stands("\"\"\"")
                index += isLong ? 3 : 1
                stack.append(.literal(isLong: isLong))
            case .code(let parentheses):
                if text[index] == ")", parentheses == 0, stack.count > 1 {
                    stack.removeLast()
                    result.append(" ")
                } else {
                    let change = text[index] == "(" ? 1 : text[index] == ")" ? -1 : 0
                    stack[stack.count - 1] = .code(parentheses: parentheses + change)
                    result.append(text[index])
                }
                index += 1
            case .literal where stands("\\("):
                index += 2
                stack.append(.code(parentheses: 0))
                result.append(" ")
            case .literal where text[index] == "\\": index += 2
            case .literal(let isLong) where isLong ? stands("\"\"\"") : text[index] == "\"":
                index += isLong ? 3 : 1
                stack.removeLast()
                result.append(" ")
            case .literal: index += 1
            }
        }
        return result
    }
}
