extension Unicode.Scalar {
    /// Whether it is a Chinese character: one of the unified ideographs, those of the basic plane and their extensions.
    ///
    /// Ranges instead of Unicode's properties, since readers ask it of every character of a document.
    package var isHan: Bool {
        switch value {
        case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0x20000...0x323AF: true
        default: false
        }
    }
}
