import Glibc

/// The lines of a descriptor as they come, so that a caller who waits for the answer to one line gets it, and one who writes
/// a million has them worked on many at a time. No more is held than what is handed over and one piece of the stream.
package struct LineInput {
    /// A line without its end.
    package enum Line: Hashable, Sendable {
        case text([UInt8])
        /// It had more bytes than a line may have; what it said is gone.
        case tooLong(bytes: Int)
    }

    private static let piece = 1 << 16

    private let descriptor: Int32
    private let limit: Int
    private var buffer: [UInt8] = []
    /// Where the next line begins, and up to where no end of it was found.
    private var (start, searched) = (0, 0)
    /// The bytes of an overlong line that were dropped; `nil` outside of one.
    private var dropped: Int?
    private var hasEnded = false

    /// - Parameters:
    ///   - descriptor: stays its owner's to close.
    ///   - limit: the bytes a line may have.
    package init(descriptor: Int32 = STDIN_FILENO, limit: Int) {
        self.descriptor = descriptor
        self.limit = limit
    }

    /// Waits for a line and takes those behind it that have come already.
    ///
    /// - Parameters:
    ///   - most: how many lines at most.
    ///   - bytes: no further line is taken behind so many bytes.
    /// - Returns: nothing at the end of the stream.
    /// - Throws: ``ReadError`` where the stream cannot be read.
    package mutating func next(atMost most: Int, bytes: Int) throws(ReadError) -> [Line] {
        var (lines, taken): ([Line], Int) = ([], 0)
        while lines.count < most, taken < bytes {
            if let line = takeLine() {
                if case .text(let text) = line { taken += text.count }
                lines.append(line)
            } else if hasEnded || (!lines.isEmpty && !isReady) {
                break
            } else {
                try fill()
            }
        }
        return lines
    }

    private mutating func takeLine() -> Line? {
        let end = buffer[searched...].firstIndex(of: UInt8(ascii: "\n"))
        guard let end = end ?? (hasEnded && start < buffer.count ? buffer.count : nil) else {
            searched = buffer.count
            if hasEnded, let bytes = dropped {
                dropped = nil
                return .tooLong(bytes: bytes)
            }
            if buffer.count - start > limit { drop(upTo: buffer.count) }
            return nil
        }
        defer {
            start = min(end + 1, buffer.count)
            searched = start
        }
        if let bytes = dropped {
            dropped = nil
            return .tooLong(bytes: bytes + end - start)
        }
        guard end - start <= limit else { return .tooLong(bytes: end - start) }
        let text = buffer[start..<end]
        return .text(Array(text.last == UInt8(ascii: "\r") ? text.dropLast() : text))
    }

    private mutating func drop(upTo end: Int) {
        dropped = (dropped ?? 0) + end - start
        (start, searched) = (end, end)
    }

    private var isReady: Bool {
        var item = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        return poll(&item, 1, 0) > 0
    }

    private mutating func fill() throws(ReadError) {
        if dropped != nil { drop(upTo: buffer.count) }
        buffer.removeSubrange(..<start)
        searched -= start
        start = 0
        var failure: Int32 = 0
        let piece = [UInt8](unsafeUninitializedCapacity: Self.piece) { space, filled in
            repeat { filled = read(descriptor, space.baseAddress, Self.piece) } while filled < 0 && errno == EINTR
            if filled < 0 {
                failure = errno
                filled = 0
            }
        }
        buffer += piece
        if failure != 0 {
            throw ReadError(
                .inputOutput, file: "stdin", problem: SystemReason.words(failure),
                remedy: Bilingual("请通过管道或文件提供记录", "give the records through a pipe or a file"))
        }
        hasEnded = piece.isEmpty
    }
}
