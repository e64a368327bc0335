import Interchange

extension HTML {
    /// A JSON value inside a script element that is data and is not run.
    ///
    /// `<` is written as an escape, so that no text can end the element.
    static func data(_ value: JSONValue, id: String) -> HTML {
        let json = value.text().split(separator: "<", omittingEmptySubsequences: false).joined(separator: "\\u003c")
        return HTML(markup: "<script type=\"application/json\" id=\"\(HTML.escaped(id).markup)\">\(json)</script>\n")
    }

    /// A script that is run.
    ///
    /// - Returns: nothing if the source could end its element or open a comment, which no sound library does.
    static func script(_ source: String) -> HTML {
        let lowered = source.lowercased()
        guard !lowered.contains("</script"), !lowered.contains("<!--") else { return .empty }
        return HTML(markup: "<script>\(source)</script>\n")
    }
}
