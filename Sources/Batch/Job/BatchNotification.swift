/// Whom a batch tells of its end.
package struct BatchNotification: Hashable, Sendable {
    /// When it tells.
    package enum Occasion: String, Hashable, Sendable, CaseIterable {
        /// After every run.
        case always
        /// After a run with findings above a threshold or with failures.
        case findings
        /// After a run in which something failed.
        case failure

        /// Whether a run with this exit code is such an occasion.
        package func includes(exitCode: Int32) -> Bool {
            switch self {
            case .always: true
            case .findings: exitCode != 0
            case .failure: exitCode > 1
            }
        }
    }

    /// How it tells.
    package enum Channel: Hashable, Sendable {
        /// A program with its arguments; it gets the summary as JSON on standard input.
        case command([String])
        /// An address that is sent the summary as JSON by HTTP POST.
        case webhook(String)
    }

    /// When it tells.
    package var occasion: Occasion
    /// How it tells.
    package var channel: Channel

    package init(_ channel: Channel, on occasion: Occasion = .always) {
        self.channel = channel
        self.occasion = occasion
    }
}
