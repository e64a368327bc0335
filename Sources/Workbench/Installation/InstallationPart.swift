import Platform

/// Something beside the program itself that it works with: a program it calls, or data that ships with it.
package struct InstallationPart: Sendable {
    /// How to find out whether it is there.
    package enum Test: Sendable {
        /// One of these programs answers when it is asked for its version; the text, where given, stands in what it says.
        case program([String], arguments: [String], says: String? = nil)
        /// The file or folder is there; `nil` where none was found.
        case path(String?)
    }

    /// What it is called.
    package let name: String
    /// What it is for.
    package let purpose: Bilingual
    /// What there is not without it.
    package let loss: Bilingual
    /// How to get it.
    package let remedy: Bilingual
    /// Whether a whole installation has it: without it results differ, or the usual documents cannot be read.
    package let isNeeded: Bool
    /// How to find out.
    package let test: Test

    package init(
        _ name: String, purpose: Bilingual, loss: Bilingual, remedy: Bilingual, isNeeded: Bool = false, test: Test
    ) {
        self.name = name
        self.purpose = purpose
        self.loss = loss
        self.remedy = remedy
        self.isNeeded = isNeeded
        self.test = test
    }

    /// A program that a Debian package brings.
    fileprivate init(
        _ program: String, or others: [String] = [], says: String? = nil, asking arguments: [String] = ["--version"],
        named name: String? = nil, package: String, isNeeded: Bool = false, for purpose: Bilingual,
        without loss: Bilingual
    ) {
        self.init(
            name ?? program, purpose: purpose, loss: loss,
            remedy: Bilingual("请安装：apt install \(package)", "apt install \(package)"), isNeeded: isNeeded,
            test: .program([program] + others, arguments: arguments, says: says))
    }
}

extension InstallationPart {
    /// The programs that are called where they are installed.
    package static let programs: [InstallationPart] = [
        InstallationPart(
            "pdftotext", asking: ["-v"], package: "poppler-utils", isNeeded: true,
            for: Bilingual("读取 PDF", "reads PDF"), without: Bilingual("不能读取 PDF", "no PDF can be read")),
        InstallationPart(
            "poppler-data", purpose: Bilingual("PDF 中的中文字体编码", "tables of Chinese letters in PDF"),
            loss: Bilingual("部分 PDF 的文字不能读取", "the letters of some PDF cannot be read"),
            remedy: Bilingual("请安装：apt install poppler-data", "apt install poppler-data"), isNeeded: true,
            test: .path(FileEntry(at: popplerData) == .folder ? popplerData : nil)),
        InstallationPart(
            "tesseract", package: "tesseract-ocr", for: Bilingual("识别扫描页", "recognizes scanned pages"),
            without: Bilingual("扫描页不能读取", "scanned pages are not read")),
        InstallationPart(
            "tesseract", says: "chi_sim", asking: ["--list-langs"], named: "tesseract chi_sim",
            package: "tesseract-ocr-chi-sim", for: Bilingual("识别中文扫描页", "recognizes Chinese on scanned pages"),
            without: Bilingual("中文扫描页不能读取", "scanned pages in Chinese are not read")),
        InstallationPart(
            "soffice", named: "LibreOffice", package: "libreoffice-writer libreoffice-calc",
            for: Bilingual("读取旧格式（.doc .xls .wps），写出 .docx", "reads old forms (.doc .xls .wps), writes .docx"),
            without: Bilingual("旧格式须先另存为 .docx 或 .xlsx", "old forms have to be saved as .docx or .xlsx first")),
        InstallationPart(
            "pandoc", package: "pandoc",
            for: Bilingual("没有 LibreOffice 时写出 .docx", "writes .docx where there is no LibreOffice"),
            without: Bilingual("写出 .docx 须有 LibreOffice", ".docx is written by LibreOffice only")),
        InstallationPart(
            "chromium", or: ["chromium-browser", "google-chrome", "google-chrome-stable"], package: "chromium",
            for: Bilingual("将报告打印为 PDF", "prints the report as PDF"),
            without: Bilingual("报告须用浏览器打印", "the report is printed from a browser")),
        InstallationPart(
            "curl", package: "curl",
            for: Bilingual("批处理结束时通知网址", "tells a web address of a batch's end"),
            without: Bilingual("批处理的 webhook 不能送达", "webhooks of a batch are not delivered")),
        InstallationPart(
            "unshare", package: "util-linux",
            for: Bilingual("为 LibreOffice 断开网络", "cuts LibreOffice off from the network"),
            without: Bilingual("旧格式不能读取", "old forms are not read")),
    ]

    private static let popplerData = "/usr/share/poppler"
}
