import ArgumentParser
import Platform

/// The language of what a person reads.
struct LanguageOption: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "表头、文字和提示的语言：zh-Hans 或 en。默认依次取 JUESUAN_LANGUAGE、系统区域设置，否则为 zh-Hans。",
            "Language of headings, texts and messages: zh-Hans or en. Default: JUESUAN_LANGUAGE, else the locale, else zh-Hans.",
            valueName: Bilingual("语言", "language")))
    var language: Language?

    /// The language to speak.
    var spoken: Language { language ?? Speech.language }
}
