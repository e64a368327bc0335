import Foundation

/// The program that prints pages.
enum PageProgram {
    static let chromium = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].first {
        FileManager.default.isExecutableFile(atPath: $0)
    }

    /// Prints a page into a folder; the path of the PDF.
    static func print(_ html: String, in folder: URL) throws -> String {
        let page = folder.appending(path: "form.html")
        try Data(html.utf8).write(to: page)
        let process = Process()
        process.executableURL = chromium.map { URL(filePath: $0) }
        process.arguments = [
            "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
            "--user-data-dir=\(folder.path)/profile", "--print-to-pdf=\(folder.path)/form.pdf", "file://\(page.path)",
        ]
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return folder.appending(path: "form.pdf").path
    }
}
