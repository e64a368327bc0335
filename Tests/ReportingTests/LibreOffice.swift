import CSVReading
import Foundation

/// LibreOffice as a second opinion on workbooks.
enum LibreOffice {
    struct Failure: Error {}

    /// The first sheet's values after a full recalculation, as comma-separated text with all digits.
    static func recalculated(_ file: URL, in folder: URL) throws -> [[String]] {
        guard let program = Tool.path(of: "soffice") else { throw Failure() }
        // 44 comma, 34 quote, 76 UTF-8, from line 1; no quoting of text, values not as shown.
        let filter = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,1"
        try alwaysRecalculate(in: folder)
        let status = try Tool.run(
            program,
            [
                "-env:UserInstallation=file://\(folder.path)/profile", "--headless", "--convert-to", filter, "--outdir",
                folder.path, file.path,
            ])
        let name = file.deletingPathExtension().lastPathComponent
        let made = try FileManager.default.contentsOfDirectory(atPath: folder.path)
            .first { $0.hasPrefix(name) && $0.hasSuffix(".csv") }
        guard status == 0, let made else { throw Failure() }
        let text = try String(contentsOf: folder.appending(path: made), encoding: .utf8)
        return CSVReading.records(text)
    }

    /// Without this setting LibreOffice shows the values that stand in the file.
    private static func alwaysRecalculate(in folder: URL) throws {
        let user = folder.appending(path: "profile/user")
        try FileManager.default.createDirectory(at: user, withIntermediateDirectories: true)
        let settings = """
            <?xml version="1.0" encoding="UTF-8"?>
            <oor:items xmlns:oor="http://openoffice.org/2001/registry">
            <item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse">\
            <value>0</value></prop></item>
            </oor:items>
            """
        try Data(settings.utf8).write(to: user.appending(path: "registrymodifications.xcu"))
    }
}
