import HummingbirdTLS
import NIOSSL
import Platform
import Workbench

/// The certificate that the service shows, with its key.
struct ServerCertificate {
    /// What a connection is encrypted by.
    let configuration: TLSConfiguration

    /// Reads both files and sees that they belong together.
    ///
    /// - Parameters:
    ///   - certificate: the certificate, with those it rests on behind it, as PEM.
    ///   - key: its key as PEM.
    /// - Throws: `ReadError` for a file that cannot be read, `WorkbenchError` for one that holds something else.
    init(certificate: String, key: String) throws {
        let chain = try Self.read(certificate, as: Bilingual("证书", "a certificate")) {
            try NIOSSLCertificate.fromPEMBytes($0)
        }
        guard !chain.isEmpty else { throw Self.isSomethingElse(certificate, Bilingual("证书", "a certificate")) }
        let secret = try Self.read(key, as: Bilingual("私钥", "a key")) { try NIOSSLPrivateKey(bytes: $0, format: .pem) }
        var configuration = TLSConfiguration.makeServerConfiguration(
            certificateChain: chain.map { .certificate($0) }, privateKey: .privateKey(secret))
        configuration.minimumTLSVersion = .tlsv12
        configuration.applicationProtocols = ["http/1.1"]
        do {
            _ = try NIOSSLContext(configuration: configuration)
        } catch {
            throw WorkbenchError(
                .data,
                Bilingual("\(key)：私钥与证书 \(certificate) 不匹配", "\(key): the key does not belong to \(certificate)"),
                advice: Bilingual("请给出该证书的私钥", "name the key that the certificate was made for"))
        }
        self.configuration = configuration
    }

    private static func read<Value>(
        _ path: String, as what: Bilingual, _ make: ([UInt8]) throws -> Value
    ) throws -> Value {
        let bytes = try OpenedFile(path).read(upTo: 1 << 20)
        do { return try make(bytes) } catch { throw isSomethingElse(path, what) }
    }

    private static func isSomethingElse(_ path: String, _ what: Bilingual) -> WorkbenchError {
        WorkbenchError(
            .data, Bilingual("\(path)：不是“PEM”格式的\(what.zhHans)", "\(path): this is not \(what.en) in PEM"),
            advice: Bilingual("请检查文件", "check the file"))
    }
}
