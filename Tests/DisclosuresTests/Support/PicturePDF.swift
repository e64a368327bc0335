import Foundation
import Platform
import SyntheticDisclosures

@testable import Disclosures

/// Makes PDFs whose pages are pictures, as scanners do.
enum PicturePDF {
    struct Failure: Error {}

    /// The pages of a PDF as pictures in a new one.
    static func pictures(of path: String, pages: ClosedRange<Int>, resolution: Int = 200) throws -> [UInt8] {
        var pictures: [[UInt8]] = []
        for page in pages {
            let drawing = ChildProcess(
                program: "pdftoppm",
                arguments: [
                    "-r", "\(resolution)", "-f", "\(page)", "-l", "\(page)", "-jpeg", "-jpegopt", "quality=92", path,
                ], seconds: 30, memory: 0, outputLimit: 64 << 20)
            guard let drawn = drawing.run(), drawn.ending == .exited(0) else {
                throw Failure()
            }
            pictures.append(drawn.output)
        }
        return try PictureDocument.file(of: pictures, resolution: resolution)
    }
}
