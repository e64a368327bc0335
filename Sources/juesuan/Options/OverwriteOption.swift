import ArgumentParser
import Platform

/// Whether files go that this program did not write, or that were changed since it did.
struct OverwriteOption: ParsableArguments {
    @Flag(help: ArgumentHelp("覆盖由他人建立或改动的文件。", "Replace files that were made or changed by someone else."))
    var force = false

    /// Makes way for a file, where that was asked for; without it a file of someone else's stays and is an error.
    func makeWay(for path: String?) {
        guard let path else { return }
        // What a process that was killed left half-written goes first.
        WorkingName.removeLeftovers(in: FileEntry.folder(of: path))
        if force { WrittenFiles.adopt(path) }
        StandardStream.detail(Bilingual("写入 \(path)", "writing \(path)"))
    }
}
