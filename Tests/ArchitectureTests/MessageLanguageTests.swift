import Foundation
import Testing

/// Holds every sentence of `Sources` that a person may meet to its two languages.
@Suite("Sentences in both languages")
struct MessageLanguageTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// Forms, units, programs and methods that go by one name in both languages.
    private static let names = """
        NDJSON CSV PDF YAML MB GB LibreOffice HTML XLSX DOCX JSON SQLite pandoc XML Excel Chromium poppler tesseract
        pdftotext apt install libreoffice-writer libreoffice-calc util-linux tesseract-ocr tesseract-ocr-chi-sim
        poppler-data poppler-utils UTF-8 UTF-16 GB18030 XLS DOC WPS ZIP EOF HC3 Benjamini-Hochberg Theta Huber Holt
        Cook BH AIC Theil Sen Theil–Sen juesuan Juesuan JUESUAN_HOME JUESUAN_LANGUAGE TMPDIR sysexits.h p N XX U F
        T17 Z SIGTERM OpenAPI Prometheus juesuan-serve
        """

    /// Endings and names of files.
    private static let files = """
        xlsx csv yaml json docx html pdf md txt tsv svg doc xls wps sha256 juesuan.sqlite index.html summary.json
        datapackage.json small-bodies.json crosswalk.tsv drafting.md docs Data Models subjects scripts data
        make-characters.py fetch-echarts.sh
        """

    /// What people type: values of options, keys of settings, heads of columns.
    private static let typed = """
        key path content lines
        none prefix subject_code subject_name name china keep rules published sources yuan wan yi synthetic subject
        year scenarios fiscal_year threshold auto draft zh-Hans damped-drift theta ols-trend enabled false severity
        last-value wape qian million rate population price_index measure value unit initial_budget adjusted_budget
        growth since split actual table markdown audit general_public_budget government_fund state_capital basic
        project functional economic fund part classification en off always edition supplement target_year forecast
        combination wls mint bottom-up leave-out last-run bridge ended carry-on across-bodies each-body units
        misprint missing-reason note mae smape mase mdape coverage80 interval-score80 category section item change
        current restated all overruns unbudgeted itemized running month quarter period executed executed_to_date
        spread ceilings caps links fixed bounds zero_based priorities up level request at_most accepted rule quote
        who why columns bodies aliases from into code amount ______ sound shape tolerance first_year moved merged
        old_code_reused yes no output disclosures path http https notify command webhook true chromium budget
        api v1 openapi.json accounts.example.cn members tokens editions body horizon cursor to Link Accept Accept-Language
        Authorization GET application Idempotency-Key findings
        """

    private static let known = Set(
        (names + " " + files + " " + typed).split(whereSeparator: \.isWhitespace).map(String.init))

    private static func sources(_ folder: String = "Sources") throws -> [(name: String, text: String)] {
        let folder = root.appending(path: folder)
        let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?.allObjects ?? []
        return try files.compactMap { $0 as? URL }.filter { $0.pathExtension == "swift" }.map {
            ($0.lastPathComponent, try String(contentsOf: $0, encoding: .utf8))
        }
    }

    @Test("Chinese sentences have no Latin words but the names of forms and programs and what people type")
    func chineseIsChinese() throws {
        var count = 0
        for source in try Self.sources() {
            for sentence in BilingualLiterals(source.text).sentences {
                count += 1
                let foreign = Self.latinWords(of: Self.withoutQuotes(sentence.zhHans))
                #expect(foreign.isEmpty, "\(source.name): \(foreign) in \(sentence.zhHans)")
            }
        }
        #expect(count > 2000, "the scan has lost the sentences")
    }

    @Test("English sentences have Chinese characters in quotation marks only")
    func englishIsEnglish() throws {
        for source in try Self.sources() {
            for sentence in BilingualLiterals(source.text).sentences {
                let bare = Self.withoutQuotes(sentence.en)
                #expect(!bare.unicodeScalars.contains(where: Self.isHan), "\(source.name): \(sentence.en)")
            }
        }
    }

    @Test("No sentence of one language alone is handed to a person: help, mistakes on the command line, messages")
    func nothingIsInOneLanguage() throws {
        let calls = [
            "ValidationError(", "help: ", "abstract: ", "CleanExit.message(", "StandardStream.report(",
            "StandardStream.remark(",
            "StandardStream.detail(",
        ]
        for source in try Self.sources("Sources/juesuan") {
            let alone = BilingualLiterals(source.text, alone: calls).untranslated.filter { !$0.isEmpty }
            #expect(alone.isEmpty, "\(source.name): \(alone)")
        }
    }

    @Test(
        "The scan sees sentences as they are written",
        arguments: [
            ("Bilingual(\"没有\", \"none\")", "没有", "none"),
            ("Bilingual(\n \"第 \\(row + f(\"a)\")) 行\", \"row \" + \"of it\")", "第   行", "row of it"),
            ("language.words(\"是\", \"yes\")", "是", "yes"),
            ("ArgumentHelp(\"一\", \"one\", valueName: \"x\")", "一", "one"),
        ])
    func scan(source: String, zhHans: String, en: String) throws {
        let found = try #require(BilingualLiterals(source).sentences.first)
        #expect(found.zhHans == zhHans && found.en == en)
    }

    // MARK: Words

    private static func isHan(_ scalar: Unicode.Scalar) -> Bool { (0x3400...0x9FFF).contains(scalar.value) }

    /// What a text quotes of documents, settings and commands is in their language.
    private static func withoutQuotes(_ text: String) -> String {
        text.replacing(/“[^”]*”/, with: " ").replacing(/'[^']*'/, with: " ")
    }

    private static func latinWords(of text: String) -> [Substring] {
        text.matches(of: /--[A-Za-z-]+|[A-Za-z_][A-Za-z0-9_.–-]*/).map(\.output).filter { word in
            !word.hasPrefix("--") && !known.contains(String(word)) && word.contains(where: \.isLetter)
        }
    }
}
