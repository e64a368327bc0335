import Foundation

/// The labelled documents that come with the source.
enum Corpus {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Data/corpus")

    /// The paths of those of some batches, in order.
    static func documents(_ batches: ClosedRange<Int>) -> [String] {
        batches.flatMap { batch -> [String] in
            let folder = folder.appending(path: "batch-\(batch)").path
            let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
            return names.filter { !$0.hasSuffix(".json") && !$0.hasSuffix(".md") }.sorted().map { folder + "/" + $0 }
        }
    }
}
