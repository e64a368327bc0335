/// The version of the product, after SemVer: what `--version` prints and the topmost heading of CHANGELOG.md.
public enum Version {
    /// The version; with `-dev` until it is released.
    public static let current = "0.2.0-dev"
}
