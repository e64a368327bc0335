/// The explanatory text of a disclosure as a document with headings, set after GB/T 9704: title in 小标宋, headings in 黑体
/// and 楷体, text in 仿宋 of size 三号 with two characters' indent.
///
/// ```swift
/// let document = NarrativeDocument(narrative.text)
/// try DocumentConverter().writeDOCX(document, to: "explanation.docx")
/// ```
package struct NarrativeDocument: Hashable, Sendable {
    /// What a line of the text is.
    enum Block: Hashable, Sendable {
        /// 第三部分 …
        case title(String)
        /// 一、…
        case heading(String)
        /// （一）… without a sentence behind it.
        case subheading(String)
        /// Anything else.
        case paragraph(String)
    }

    /// The lines of the text, in order; empty ones are left out.
    let blocks: [Block]

    /// Tells headings from paragraphs by their numbers.
    package init(_ text: String) {
        blocks = text.split(whereSeparator: \.isNewline).map(String.init).filter { !$0.isEmpty }.map(Self.block)
    }

    private static let numerals = Set("零一二三四五六七八九十百")

    private static func block(_ line: String) -> Block {
        let isSentence = line.last == "。" || line.last == "；" || line.last == "："
        if line.hasPrefix("第"), let end = line.range(of: "部分", after: 1), isNumeral(line.dropFirst().prefix(upTo: end))
        {
            return .title(line)
        }
        if let mark = line.firstIndex(of: "、"), isNumeral(line[..<mark]), !isSentence { return .heading(line) }
        if line.hasPrefix("（"), let mark = line.firstIndex(of: "）"), isNumeral(line[..<mark].dropFirst()), !isSentence {
            return .subheading(line)
        }
        return .paragraph(line)
    }

    private static func isNumeral(_ text: Substring) -> Bool {
        !text.isEmpty && text.allSatisfy(numerals.contains)
    }

    /// The document as a page that word processors open; blanks left to fill are marked.
    ///
    /// - Parameter blank: the characters that stand for a blank.
    func html(blank: String) -> HTML {
        func marked(_ text: String) -> HTML {
            let parts = text.ranges(separatedBy: blank)
            return HTML.joined(
                parts.enumerated().map { index, part -> HTML in
                    let fill: HTML = index == 0 ? .empty : "<span class=\"blank\">\(blank)</span>"
                    return "\(fill)\(part)"
                })
        }
        let body = blocks.map { block -> HTML in
            switch block {
            case .title(let text): "<h1>\(marked(text))</h1>\n"
            case .heading(let text): "<h2>\(marked(text))</h2>\n"
            case .subheading(let text): "<h3>\(marked(text))</h3>\n"
            case .paragraph(let text): "<p>\(marked(text))</p>\n"
            }
        }
        return """
            <!DOCTYPE html>
            <html lang="zh-CN">
            <head><meta charset="utf-8"><title>\(title)</title>
            <style>\(Self.style)</style></head>
            <body>
            \(body)</body></html>

            """
    }

    private var title: String {
        for case .title(let text) in blocks { return text }
        return ""
    }

    private static let style = HTML(
        markup: """
            @page{size:21cm 29.7cm;margin:3.7cm 2.6cm 3.5cm 2.8cm}
            body{font-family:"FangSong","仿宋","STFangsong","Noto Serif CJK SC",serif;font-size:16pt;line-height:28pt}
            h1{font-family:"FZXiaoBiaoSong-B05S","方正小标宋简体","Noto Serif CJK SC",serif;font-size:22pt;
            line-height:36pt;text-align:center;font-weight:normal}
            h2{font-family:"SimHei","黑体","Noto Sans CJK SC",sans-serif;font-size:16pt;font-weight:normal;
            text-indent:32pt;margin:0}
            h3{font-family:"KaiTi","楷体","Noto Serif CJK SC",serif;font-size:16pt;font-weight:normal;
            text-indent:32pt;margin:0}
            p{text-indent:32pt;margin:0;text-align:justify}
            .blank{background:#fff2a8}
            """)
}

extension String {
    /// Where a text stands behind the first `offset` characters; `nil` where it does not.
    fileprivate func range(of text: String, after offset: Int) -> String.Index? {
        guard let start = index(startIndex, offsetBy: offset, limitedBy: endIndex) else { return nil }
        var here = start
        while here < endIndex {
            if self[here...].hasPrefix(text) { return here }
            formIndex(after: &here)
        }
        return nil
    }

    /// The pieces of the text between occurrences of another; the whole text where that is empty or absent.
    fileprivate func ranges(separatedBy text: String) -> [String] {
        guard !text.isEmpty else { return [self] }
        var pieces: [String] = []
        var rest = Substring(self)
        var piece = ""
        while let first = rest.first {
            if rest.hasPrefix(text) {
                pieces.append(piece)
                piece = ""
                rest = rest.dropFirst(text.count)
            } else {
                piece.append(first)
                rest = rest.dropFirst()
            }
        }
        return pieces + [piece]
    }
}
