import Glibc

/// The processes of a session, whatever groups they have formed and whoever their parents are by now.
enum ProcessSession {
    /// Ends all of them but the leader, who is not to be reaped before.
    static func end(_ leader: pid_t) {
        // What is being ended may just have started another.
        for _ in 0..<10 {
            let members = members(of: leader)
            if members.isEmpty { return }
            for member in members { kill(member, SIGKILL) }
        }
    }

    private static func members(of leader: pid_t) -> [pid_t] {
        Folder.names(in: "/proc").compactMap { pid_t($0) }.filter { process in
            guard process != leader, let fields = fields(of: process) else { return false }
            return fields.session == leader && fields.state != "Z"
        }
    }

    private static func fields(of process: pid_t) -> (state: Substring, session: pid_t)? {
        let bytes: [UInt8]
        do throws(ReadError) {
            bytes = try OpenedFile("/proc/\(process)/stat").read(upTo: 4096)
        } catch {
            return nil
        }
        // The name of the program, in parentheses, may hold anything.
        let text = String(decoding: bytes, as: UTF8.self)
        guard let end = text.lastIndex(of: ")") else { return nil }
        let fields = text[text.index(after: end)...].split(separator: " ")
        guard fields.count > 3, let session = pid_t(fields[3]) else { return nil }
        return (fields[0], session)
    }
}
