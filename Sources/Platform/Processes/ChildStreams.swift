import Glibc

/// Two streams from the child. They are made with close-on-exec set from the start, which pipes cannot be
/// without GNU extensions: a child that another thread starts at the same moment must not hold them open.
struct ChildStreams {
    var output: [Int32] = [-1, -1]
    var errors: [Int32] = [-1, -1]

    mutating func open() -> Bool {
        let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
        guard socketpair(AF_UNIX, kind, 0, &output) == 0 else { return false }
        guard socketpair(AF_UNIX, kind, 0, &errors) == 0 else {
            closeAll()
            return false
        }
        return true
    }

    mutating func closeWriters() {
        close(output[1])
        close(errors[1])
        output[1] = -1
        errors[1] = -1
    }

    mutating func closeAll() {
        for descriptor in output + errors where descriptor >= 0 { close(descriptor) }
        output = [-1, -1]
        errors = [-1, -1]
    }
}
