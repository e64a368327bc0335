import Platform

/// The language this process speaks where nobody hands one on: in help, and in errors met before options are read.
enum Speech {
    /// The language of `--language`, else of the environment.
    static let language = Environment.language(
        arguments: CommandLine.arguments, variables: Environment.variables)

    /// The words of that language.
    static func words(_ words: Bilingual) -> String { words.text(in: language) }
}
