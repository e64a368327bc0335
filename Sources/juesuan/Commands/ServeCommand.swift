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
            "只监听本机地址。收到 SIGTERM 后，处理完已收到的请求再退出。",
            "Listens on an address of this machine alone. Told to stop by SIGTERM, it answers what it has taken in before it ends."
        ),
        examples: [
            "juesuan serve --ledger juesuan.sqlite",
            "juesuan serve --ledger juesuan.sqlite --port 8686 --origin https://accounts.example.cn",
        ])

    @Option(help: ArgumentHelp("要提供的账本。", "The ledger to offer.", valueName: Bilingual("文件", "file")))
    var ledger: String = "juesuan.sqlite"

    @Option(help: ArgumentHelp("监听的地址。", "The address to listen on.", valueName: Bilingual("地址", "address")))
    var host: String = "127.0.0.1"

    @Option(
        help: ArgumentHelp(
            "监听的端口；0 为由系统选择。", "The port to listen on; with 0 the system chooses.", valueName: Bilingual("端口", "port")))
    var port: Int = 8686

    @Option(
        help: ArgumentHelp(
            "前置代理对外的地址，如 https://accounts.example.cn。",
            "The address of the proxy before it, such as https://accounts.example.cn.",
            valueName: Bilingual("网址", "url")))
    var origin: String?

    @Flag(
        help: ArgumentHelp(
            "允许监听其他机器可访问的地址，连接不加密。", "Allow an address that other machines reach, with nothing encrypted."))
    var plainHttp = false

    @OptionGroup var speech: SpeechOptions

    func validate() throws {
        if !(0...65535).contains(port) {
            throw ValidationError(
                Bilingual("--port 应为 0 至 65535，不能是 \(port)", "--port takes 0 to 65535, not \(port)"))
        }
        if let origin, !origin.hasPrefix("https://") || URL(string: origin)?.host == nil {
            throw ValidationError(
                Bilingual(
                    "--origin 应为以 https:// 开头的网址，不能是“\(origin)”",
                    "--origin takes an address that begins with https://, not '\(origin)'"))
        }
    }

    func run() throws {
        var settings = ServingSettings(ledger: ledger, host: host, port: port, language: speech.spoken)
        (settings.origin, settings.allowsPlainRemote) = (origin, plainHttp)
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
