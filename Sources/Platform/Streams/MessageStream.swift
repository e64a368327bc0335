import Glibc

/// Messages over a socket between two processes of this program: each is its length and its bytes.
package struct MessageStream: Sendable {
    /// What came.
    package enum Received: Hashable, Sendable {
        case message([UInt8])
        /// The message that comes is longer than it may be; nothing of it was taken.
        case tooLong
        /// The other end is gone.
        case ended
        /// Nothing came in the time given.
        case timedOut
    }

    let descriptor: Int32

    /// Takes a socket, which stays its owner's to close.
    package init(descriptor: Int32) {
        self.descriptor = descriptor
    }

    /// Bounds how long a piece is waited for in either direction.
    func wait(atMost seconds: Double) {
        var time = timeval(tv_sec: Int(seconds), tv_usec: 0)
        for option in [SO_RCVTIMEO, SO_SNDTIMEO] {
            setsockopt(descriptor, SOL_SOCKET, option, &time, socklen_t(MemoryLayout<timeval>.size))
        }
    }

    /// Sends a message.
    ///
    /// - Returns: false where the other end is gone or does not take it.
    package func send(_ message: [UInt8]) -> Bool {
        let length = withUnsafeBytes(of: UInt64(message.count).littleEndian, Array.init)
        return sendAll(length) && sendAll(message)
    }

    /// Waits for a message.
    ///
    /// - Parameter limit: the bytes it may have.
    package func receive(limit: Int) -> Received {
        switch receiveAll(8) {
        case .message(let head):
            let length = head.reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
            return length <= UInt64(limit) ? receiveAll(Int(length)) : .tooLong
        case let other: return other
        }
    }

    private func sendAll(_ bytes: [UInt8]) -> Bool {
        bytes.withUnsafeBytes { buffer in
            var rest = buffer
            while !rest.isEmpty {
                // A process that is gone must not end this one by a signal.
                let count = Glibc.send(descriptor, rest.baseAddress, rest.count, Int32(MSG_NOSIGNAL))
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { return false }
                rest = UnsafeRawBufferPointer(rebasing: rest[count...])
            }
            return true
        }
    }

    private func receiveAll(_ count: Int) -> Received {
        var failure: Received?
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            while filled < count, failure == nil, let base = buffer.baseAddress {
                let got = Glibc.recv(descriptor, base + filled, count - filled, 0)
                if got < 0, errno == EINTR { continue }
                if got <= 0 { failure = got < 0 && errno == EAGAIN ? .timedOut : .ended }
                filled += max(0, got)
            }
        }
        return failure ?? .message(bytes)
    }
}
