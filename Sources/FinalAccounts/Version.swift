/// The version of the product, after SemVer: what `--version` prints and the topmost heading of CHANGELOG.md.
package enum Version {
    /// The version; with `-dev` until it is released.
    package static let current = "0.2.0-dev"
    /// The program and its version, as ledgers and drafts note it.
    package static var program: String { "juesuan \(current)" }
}
