import Platform

/// How this process speaks where nobody hands it on: in help, and in errors met before options are read.
enum Speech {
    /// The language of `--language`, else of the environment.
    static let language = Environment.language(
        arguments: CommandLine.arguments, variables: Environment.variables)

    /// How much is said beside results.
    static let loudness = Loudness(arguments: CommandLine.arguments)

    /// The words of that language.
    static func words(_ words: Bilingual) -> String { words.text(in: language) }
}
