import GRDB
import Platform

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension ContentHash {
    /// The digest as a column holds it: 32 bytes.
    var blob: Data { Data(bytes) }

    /// Reads a column; `nil` unless it holds 32 bytes.
    init?(column: Data?) {
        guard let column else { return nil }
        self.init(bytes: Array(column))
    }
}
