/// How much the program says beside its results.
enum Loudness: Comparable {
    /// Errors alone.
    case quiet
    /// Remarks and warnings too, and how far long work is on a terminal.
    case usual
    /// What is done, one thing after the other.
    case verbose

    /// What a command line asks for; what stands behind `--` is no option.
    init(arguments: [String]) {
        let options = arguments.prefix { $0 != "--" }
        self = options.contains("--quiet") ? .quiet : options.contains("--verbose") ? .verbose : .usual
    }
}
