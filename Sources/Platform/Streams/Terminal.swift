import Glibc

/// What is known of the place standard output goes to.
package struct Terminal: Hashable, Sendable {
    /// Whether a person looks at it.
    package let isInteractive: Bool
    /// The columns it has; `nil` where lines may be as long as they like (files, pipes).
    package let width: Int?
    /// Whether colour may be used.
    package let usesColour: Bool

    /// Creates a description, for tests and for output that is no terminal.
    package init(isInteractive: Bool, width: Int?, usesColour: Bool) {
        self.isInteractive = isInteractive
        self.width = width
        self.usesColour = usesColour
    }

    /// A file or a pipe: no colour, no width.
    package static let none = Terminal(isInteractive: false, width: nil, usesColour: false)

    /// Describes an open file.
    ///
    /// - Parameters:
    ///   - descriptor: 1 for standard output, 2 for standard error.
    ///   - environment: honoured are `NO_COLOR` (any value but the empty one), `TERM=dumb`, and `COLUMNS`
    ///     where the terminal does not tell its size.
    package init(descriptor: Int32, environment: [String: String]) {
        guard isatty(descriptor) == 1 else {
            self = .none
            return
        }
        var size = winsize()
        let known = ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
        let columns = known ? Int(size.ws_col) : environment["COLUMNS"].flatMap { Int($0) } ?? 80
        let refusesColour = environment["NO_COLOR"]?.isEmpty == false || environment["TERM"] == "dumb"
        self.init(isInteractive: true, width: columns, usesColour: !refusesColour)
    }
}
