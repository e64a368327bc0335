import Service

/// The program that serves a ledger; `juesuan serve` becomes it.
@main
enum JuesuanServe {
    static func main() async { await ServiceProcess.main(Array(CommandLine.arguments.dropFirst())) }
}
