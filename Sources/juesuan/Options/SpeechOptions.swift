import ArgumentParser
import Platform

/// How the program speaks to a person: in which language, and how much.
struct SpeechOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "表头、文字和提示的语言：zh-Hans 或 en。默认依次取 JUESUAN_LANGUAGE、系统区域设置，否则为 zh-Hans。",
            "Language of headings, texts and messages: zh-Hans or en. Default: JUESUAN_LANGUAGE, else the locale, else zh-Hans.",
            valueName: Bilingual("语言", "language")))
    var language: Language?

    @Flag(
        help: ArgumentHelp(
            "只报告错误：不显示进度、提示和警告。", "Say nothing but errors: no progress, no remarks, no warnings."))
    var quiet = false

    @Flag(
        help: ArgumentHelp(
            "另行说明所用的数据、逐项进展、写出的文件、用时和内存。",
            "Tell also which data are used, each item as it is done, what is written, time and memory."))
    var verbose = false

    func validate() throws {
        if quiet, verbose {
            throw ValidationError(
                Bilingual("--quiet 与 --verbose 只能给出其一", "give either --quiet or --verbose, not both"))
        }
    }

    /// The language to speak.
    var spoken: Language { language ?? Speech.language }
}
