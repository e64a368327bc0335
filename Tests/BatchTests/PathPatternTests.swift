import Testing

@testable import Batch

@Suite("Path patterns")
struct PathPatternTests {
    @Test(
        "A pattern meets the paths it should",
        arguments: [
            ("*.pdf", "a.pdf"), ("**/*.pdf", "a.pdf"), ("**/*.pdf", "x/y/a.pdf"), ("x/**", "x/y/a.pdf"),
            ("*/2023.*", "甲局/2023.txt"), ("20[12]?.csv", "2019.csv"), ("[!a]*.csv", "b.csv"),
            ("*.{pdf,docx}", "a.docx"), ("{a,b}/{c,d}.txt", "b/c.txt"), ("a{b{1,2},c}.txt", "ab2.txt"),
            ("a?b", "a局b"), (".hidden/*", ".hidden/a"), ("*a*b*", "xaybz"), ("[a-c]x", "bx"), ("**/a/**/b", "a/b"),
        ])
    func matches(pattern: String, path: String) {
        #expect(PathPattern(pattern).matches(path))
    }

    @Test(
        "A pattern meets no others",
        arguments: [
            ("*.pdf", "x/a.pdf"), ("*.pdf", "a.pdfx"), ("**/*.pdf", ".git/a.pdf"), ("*", ".hidden"), ("x/*", "x/y/z"),
            ("[!a]*", "abc"), ("*.{pdf,docx}", "a.txt"), ("a[b", "ab"), ("[a-c]x", "dx"), ("x/**/y", "x/z"),
        ])
    func doesNotMatch(pattern: String, path: String) {
        #expect(!PathPattern(pattern).matches(path))
    }
}
