import Platform
import Workbench

/// Finds the documents of a job.
struct SourceScan {
    private let job: BatchJob
    private let file: String
    /// The endings of documents in folders, without their dot.
    private let endings: Set<String>

    init(job: BatchJob, file: String, endings: Set<String>) {
        self.job = job
        self.file = file
        self.endings = endings
    }

    /// The documents in order of name, each once, under the first source that names it; and patterns that met nothing.
    ///
    /// - Throws: ``InvalidJob`` where a file or folder does not exist or there is no document at all.
    func documents() throws(InvalidJob) -> (documents: [BatchDocument], warnings: [Bilingual]) {
        var found: [String: BatchDocument] = [:]
        var problems: [InvalidJob.Problem] = []
        var warnings: [Bilingual] = []
        for source in job.sources {
            guard let names = names(of: source) else {
                problems.append(
                    .init(
                        line: source.line, column: 1,
                        message: Bilingual(
                            "没有文件或文件夹“\(source.path)”，请核对路径", "no such file or folder: '\(source.path)'; check the path"
                        )))
                continue
            }
            if names.isEmpty {
                warnings.append(
                    Bilingual(
                        "\(file):\(source.line)：“\(source.path)”没有对应的文件",
                        "\(file):\(source.line): '\(source.path)' names no document"))
            }
            for name in names where found[name] == nil {
                let path = job.resolved(name)
                found[name] = BatchDocument(name: name, path: path, source: source, size: size(of: path))
            }
        }
        if !problems.isEmpty { throw InvalidJob(file: file, problems: problems, kind: .noInput) }
        if found.isEmpty {
            let known = endings.sorted().map { "." + $0 }.joined(separator: " ")
            throw InvalidJob(
                file: file,
                problems: [
                    .init(
                        line: job.sources.first?.line ?? 1, column: 1,
                        message: Bilingual(
                            "来源没有对应的文件；文件夹中读取以 \(known) 结尾的文件",
                            "the sources name no document; in folders files ending in \(known) are read"))
                ], kind: .noInput)
        }
        return (found.values.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }, warnings)
    }

    /// The paths a source names, relative to the job file; `nil` where a plain path does not exist.
    private func names(of source: BatchSource) -> [String]? {
        guard PathPattern.isPattern(source.path) else { return namesOfPlainPath(source.path) }
        let parts = source.path.split(separator: "/", omittingEmptySubsequences: false)
        let fixed = parts.prefix { !PathPattern.isPattern(String($0)) }
        let root = fixed.joined(separator: "/")
        let pattern = PathPattern(parts.dropFirst(fixed.count).joined(separator: "/"))
        return files(below: root.isEmpty && source.path.hasPrefix("/") ? "/" : root)
            .filter { pattern.matches($0.relative) }.map(\.name)
    }

    private func namesOfPlainPath(_ path: String) -> [String]? {
        switch FileEntry(at: job.resolved(path)) {
        case .nothing: return nil
        case .file, .other: return [path]
        case .folder: break
        }
        return files(below: path).filter {
            DocumentPaths.isTaken($0.relative, at: job.resolved($0.name), endings: endings)
        }.map(\.name)
    }

    private func files(below root: String) -> [(name: String, relative: String)] {
        let folder = job.resolved(root.isEmpty ? "." : root)
        let prefix = root.isEmpty ? "" : root.hasSuffix("/") ? root : root + "/"
        return (Folder.files(below: folder) ?? []).map { (prefix + $0, $0) }
    }

    private func size(of path: String) -> Int {
        if case .file(let size) = FileEntry(at: path) { size } else { 0 }
    }
}
