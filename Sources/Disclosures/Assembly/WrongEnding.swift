import Platform

/// Says where a file's name promises another form than the file has.
enum WrongEnding {
    private static let endings: [DocumentOpener.Form: Set<String>] = [
        .pdf: ["pdf"], .workbook: ["xlsx", "xlsm", "et"], .document: ["docx", "docm", "wps"],
        .oldWorkbook: ["xls", "et"], .oldDocument: ["doc", "wps"], .foreignWorkbook: ["ods", "xlsb", "xml", "xls"],
        .foreignDocument: ["odt", "rtf", "mht", "mhtml", "xml", "doc"], .html: ["html", "htm", "xhtml"],
        .csv: ["csv", "tsv", "txt"], .text: ["txt", "text", "md", "csv"],
    ]

    /// A diagnostic for a name whose ending belongs to another form; `nil` for one that fits or says nothing.
    static func diagnostic(file: String, form: DocumentOpener.Form) -> Diagnostic? {
        guard let name = file.split(separator: "/").last, let dot = name.lastIndex(of: "."), dot > name.startIndex
        else { return nil }
        let ending = name[name.index(after: dot)...].lowercased()
        guard endings.values.contains(where: { $0.contains(ending) }), endings[form]?.contains(ending) != true else {
            return nil
        }
        return Diagnostic(
            kind: .wrongEnding, page: nil, quote: String(name),
            message: Bilingual(
                "文件名以 .\(ending) 结尾，内容却是\(form.name.zhHans)，按后者读取",
                "the name ends in .\(ending), but the content is \(form.name.en); it was read as that"))
    }
}
