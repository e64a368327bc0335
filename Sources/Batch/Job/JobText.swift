import Platform
import Yams

/// Gets a job file's text and its YAML.
enum JobText {
    static func read(_ file: String) throws(InvalidJob) -> String {
        do {
            return try SourceFile.settings(file)
        } catch {
            let message = "the job file cannot be used: \(error.problem); \(error.remedy)"
            throw InvalidJob(
                file: file, problems: [.init(line: 1, column: 1, message: message)], kind: error.kind)
        }
    }

    static func root(of text: String, file: String) throws(InvalidJob) -> Node {
        do {
            if let root = try Yams.compose(yaml: text) { return root }
        } catch {
            throw InvalidJob(file: file, problems: [problem(error)])
        }
        throw InvalidJob(
            file: file,
            problems: [.init(line: 1, column: 1, message: "the job file is empty; it needs at least 'sources'")])
    }

    private static func problem(_ error: any Error) -> InvalidJob.Problem {
        switch error as? YamlError {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            return .init(line: mark.line, column: mark.column, message: "this is not YAML: \(problem)")
        case .duplicatedKeysInMapping(let duplicates, let context):
            let names = duplicates.sorted().joined(separator: ", ")
            return .init(
                line: context.mark.line, column: context.mark.column, message: "a key stands here twice: \(names)")
        default:
            return .init(line: 1, column: 1, message: "this is not YAML: \(error)")
        }
    }
}
