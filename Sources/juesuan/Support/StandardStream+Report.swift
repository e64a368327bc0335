import Platform

extension StandardStream {
    /// Writes a message line to stderr; a message that cannot be written has nowhere else to go.
    static func report(_ message: Bilingual) {
        try? StandardStream.error.write("juesuan: \(VisibleText.lines(Speech.words(message)))\n")
    }
}
