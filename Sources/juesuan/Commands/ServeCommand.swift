import ArgumentParser
import FinalAccounts
import Foundation
import Platform
import Workbench

/// `juesuan serve`: the ledger over HTTP; a program of its own does it, so that no other command carries a server.
struct ServeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        "serve",
        Bilingual(
            "通过网页和接口提供账本的内容。",
            "Offer what a ledger holds as pages and as an interface for programs."),
        about: Bilingual(
            "只监听本机地址，除非给出证书。命令行优先，其次是以“JUESUAN_SERVE_”开头的环境变量，再次是设置文件。收到 SIGTERM 后，处理完已收到的请求再退出。",
            "Listens on an address of this machine alone unless it has a certificate. The command line comes first, then the environment (JUESUAN_SERVE_…), then the file of settings. Told to stop by SIGTERM, it answers what it has taken in before it ends."
        ),
        examples: [
            "juesuan serve --ledger juesuan.sqlite",
            "juesuan serve --ledger juesuan.sqlite --port 8686 --origin https://accounts.example.cn",
            "juesuan serve --settings serve.yaml",
        ])

    @Option(
        help: ArgumentHelp(
            "设置文件（YAML），每行写一项“键: 值”。",
            "A file of settings (YAML), one 'key: value' a line.",
            valueName: Bilingual("文件", "file")))
    var settings: String?

    @Option(
        help: ArgumentHelp(
            "要提供的账本，默认 juesuan.sqlite。", "The ledger to offer; juesuan.sqlite by default.",
            valueName: Bilingual("文件", "file")))
    var ledger: String?

    @Option(
        help: ArgumentHelp(
            "监听的地址，默认 127.0.0.1。", "The address to listen on; 127.0.0.1 by default.",
            valueName: Bilingual("地址", "address")))
    var host: String?

    @Option(
        help: ArgumentHelp(
            "监听的端口，默认 8686；0 为由系统选择。", "The port to listen on; 8686 by default, and with 0 the system chooses.",
            valueName: Bilingual("端口", "port")))
    var port: String?

    @Option(
        help: ArgumentHelp(
            "对外的地址，如 https://accounts.example.cn。",
            "The address that people type, such as https://accounts.example.cn.",
            valueName: Bilingual("网址", "url")))
    var origin: String?

    @Option(
        help: ArgumentHelp(
            "证书及其上级证书（“PEM”格式），由本程序加密。", "A certificate with those it rests on (PEM), to encrypt by itself.",
            valueName: Bilingual("文件", "file")))
    var certificate: String?

    @Option(help: ArgumentHelp("证书的私钥（“PEM”格式）。", "The certificate's key (PEM).", valueName: Bilingual("文件", "file")))
    var privateKey: String?

    @Flag(
        help: ArgumentHelp(
            "允许监听其他机器可访问的地址，连接不加密。", "Allow an address that other machines reach, with nothing encrypted."))
    var plainHttp = false

    @OptionGroup var speech: SpeechOptions

    func validate() throws { _ = try said() }

    /// What the command line says.
    private func said() throws -> ServingChoices {
        var said = ServingChoices()
        let given: [(ServingChoices.Key, String, String?)] = [
            (.ledger, "--ledger", ledger), (.host, "--host", host), (.port, "--port", port),
            (.origin, "--origin", origin), (.certificate, "--certificate", certificate),
            (.privateKey, "--private-key", privateKey),
        ]
        for (key, option, text) in given {
            guard let text, let expected = said.take(key, text) else { continue }
            throw ValidationError(
                Bilingual(
                    "\(option) 应为\(expected.zhHans)，不能是“\(text)”", "\(option) takes \(expected.en), not '\(text)'"))
        }
        if plainHttp { said.plainHTTP = true }
        if speech.quiet { said.log = .error }
        if speech.verbose { said.log = .debug }
        said.language = speech.language
        return said
    }

    /// All places together, the nearest first.
    private func chosen() throws -> ServingSettings {
        let environment = Environment.variables
        var choices = try said().filled(from: try ServingChoices(environment: environment))
        if let file = settings ?? environment[ServingChoices.variableMark + "SETTINGS"], !file.isEmpty {
            choices = choices.filled(from: try ServingChoices(file: file))
        }
        return choices.settings(speaking: speech.spoken)
    }

    func run() throws {
        var settings = try chosen()
        settings.subjectFiles = DataFolder.subjectFiles
        (settings.charactersFile, settings.modelFile) = (DataFolder.charactersPath, DataFolder.storedModelPath)
        if let refusal = settings.refusal { throw refusal }
        let folder = FileEntry.folder(of: DataFolder.executable)
        // Beside this program where it was built, in a folder of its own where it is installed.
        let places = [folder + "/juesuan-serve", FileEntry.folder(of: folder) + "/libexec/juesuan/juesuan-serve"]
        let program = places.first { FileEntry(at: $0) != .nothing } ?? places[0]
        let text = String(decoding: try JSONEncoder().encode(settings), as: UTF8.self)
        let code = ProcessReplacement.become(program, arguments: ["serve", text])
        throw CommandFailure(
            .unavailable, SystemReason.words(code).at(program),
            Bilingual(
                "请重新安装，或用“swift build”生成 juesuan-serve", "install it again, or make juesuan-serve with 'swift build'"))
    }
}

extension ServeCommand: UsesShippedData {
    var shippedData: [ShippedData] { [.subjects, .model] }
}
