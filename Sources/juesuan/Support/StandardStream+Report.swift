import Platform

extension StandardStream {
    /// Writes an error to stderr; a message that cannot be written has nowhere else to go.
    static func report(_ message: Bilingual) {
        try? StandardStream.error.write("juesuan: \(VisibleText.lines(Speech.words(message)))\n")
    }

    /// Writes what a person should know of a result that is good, unless `--quiet` was given.
    static func remark(_ message: Bilingual) {
        if Speech.loudness > .quiet { report(message) }
    }

    /// Writes what is done, where `--verbose` asks for it.
    static func detail(_ message: Bilingual) {
        if Speech.loudness == .verbose { report(message) }
    }
}
