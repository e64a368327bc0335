import Platform
import Yams

/// Gets a job file's text and its YAML.
enum JobText {
    static func read(_ file: String) throws(InvalidJob) -> String {
        do {
            return try SourceFile.settings(file)
        } catch {
            let message = (error.problem + Bilingual("；", "; ") + error.remedy).at(
                Bilingual("任务文件无法使用", "the job file cannot be used"))
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
            problems: [
                .init(
                    line: 1, column: 1,
                    message: Bilingual("任务文件是空的，至少应有 sources", "the job file is empty; it needs at least 'sources'"))
            ])
    }

    private static func problem(_ error: any Error) -> InvalidJob.Problem {
        switch error as? YamlError {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            return .init(
                line: mark.line, column: mark.column,
                message: Bilingual("不是 YAML 格式（“\(problem)”）", "this is not YAML: \(problem)"))
        case .duplicatedKeysInMapping(let duplicates, let context):
            let names = duplicates.sorted().joined(separator: ", ")
            return .init(
                line: context.mark.line, column: context.mark.column,
                message: Bilingual("键重复：\(names)", "a key stands here twice: \(names)"))
        default:
            return .init(line: 1, column: 1, message: Bilingual("不是 YAML 格式（“\(error)”）", "this is not YAML: \(error)"))
        }
    }
}
