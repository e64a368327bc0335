import Foundation
import Platform

/// What somebody could not be told of, kept in the output folder until a later run of the job tells it.
struct PendingNotices {
    /// One notice. Whom it is for is known by a digest: addresses may hold secrets.
    struct Notice: Hashable, Codable {
        let channel: String
        let job: String
        let exitCode: Int32
        let text: String
    }

    /// The oldest of more are given up.
    private static let most = 20
    private let path: String

    init(in folder: String) {
        path = folder + "/.juesuan-undelivered"
    }

    /// Tells what is pending to those whom the job still names; what cannot be told again stays pending.
    func deliver(to notifications: [BatchNotification], observe: (BatchEvent) -> Void) {
        guard case .file = FileEntry(at: path) else { return }
        let channels = Dictionary(notifications.map { ($0.channel.digest, $0.channel) }) { first, _ in first }
        var left: [Notice] = []
        for notice in read(observe) {
            guard let channel = channels[notice.channel] else { continue }
            left += BatchNotifier(end: BatchEnd(notice)).tell([channel], observe: observe)
        }
        write(left, observe)
    }

    /// Keeps notices for a later run; without an output folder there is none to find them.
    func keep(_ notices: [Notice], observe: (BatchEvent) -> Void) {
        guard !notices.isEmpty, FileEntry(at: FileEntry.folder(of: path)) == .folder else { return }
        var all = notices
        if case .file = FileEntry(at: path) { all = read(observe) + notices }
        write(Array(all.suffix(Self.most)), observe)
    }

    private func read(_ observe: (BatchEvent) -> Void) -> [Notice] {
        do {
            return try JSONDecoder().decode([Notice].self, from: Data(SourceFile(reading: path).bytes))
        } catch {
            observe(
                .warning(
                    Bilingual(
                        "\(path)：先前未送达的通知无法读取，不再发送",
                        "\(path): what could not be told before cannot be read and is given up")))
            return []
        }
    }

    private func write(_ notices: [Notice], _ observe: (BatchEvent) -> Void) {
        guard !notices.isEmpty else { return FileEntry.remove(path) }
        do {
            try AtomicFile.write(Array(JSONEncoder().encode(notices)), to: path)
        } catch {
            observe(
                .warning(
                    Bilingual(
                        "\(path)：未送达的通知无法留待下次运行（“\(error)”）",
                        "\(path): what could not be told cannot be kept for the next run: \(error)")))
        }
    }
}

extension BatchNotification.Channel {
    /// What tells it from others without saying its address.
    var digest: String {
        switch self {
        case .command(let words): ContentHash(of: ("command\n" + words.joined(separator: "\n")).utf8).description
        case .webhook(let address): ContentHash(of: ("webhook\n" + address).utf8).description
        }
    }
}
