import Glibc
import Testing

@testable import Platform

/// Lines as they come through a pipe.
@Suite("Lines of a stream")
struct LineInputTests {
    /// A pipe with a text in it, its writing end closed.
    private func input(_ text: String, limit: Int = 100) -> LineInput {
        var ends: [Int32] = [0, 0]
        #expect(pipe(&ends) == 0)
        var text = text
        text.withUTF8 { #expect(write(ends[1], $0.baseAddress, $0.count) == $0.count) }
        close(ends[1])
        return LineInput(descriptor: ends[0], limit: limit)
    }

    private func all(_ text: String, limit: Int = 100, atMost most: Int = 2) throws -> [LineInput.Line] {
        var input = input(text, limit: limit)
        var (lines, more): ([LineInput.Line], [LineInput.Line]) = ([], [])
        repeat {
            more = try input.next(atMost: most, bytes: .max)
            #expect(more.count <= most)
            lines += more
        } while !more.isEmpty
        return lines
    }

    @Test("Lines end with LF or CRLF, the last also with the stream; empty ones are lines")
    func ends() throws {
        let wanted = ["甲", "", "b", "c"].map { LineInput.Line.text(Array($0.utf8)) }
        #expect(try all("甲\n\r\nb\r\nc") == wanted)
        #expect(try all("甲\n\nb\nc\n") == wanted)
        #expect(try all("") == [])
    }

    @Test("A line beyond the limit is told by its length and the next one is whole", arguments: [7, 9, 100_000])
    func overlong(length: Int) throws {
        let text = "a\n" + String(repeating: "x", count: min(length, 60_000)) + "\nb\n"
        let lines = try all(text, limit: 6)
        #expect(lines == [.text([97]), .tooLong(bytes: min(length, 60_000)), .text([98])])
    }

    @Test("What has come is handed over without waiting for more, and no more bytes than asked for")
    func waitsForOne() throws {
        var ends: [Int32] = [0, 0]
        #expect(pipe(&ends) == 0)
        defer { ends.forEach { close($0) } }
        var input = LineInput(descriptor: ends[0], limit: 100)
        #expect(write(ends[1], "one\ntwo\nthree\nhal", 17) == 17)
        #expect(try input.next(atMost: 10, bytes: 4).count == 2)
        #expect(try input.next(atMost: 10, bytes: 4).count == 1)
        #expect(write(ends[1], "f\n", 2) == 2)
        #expect(try input.next(atMost: 10, bytes: 4) == [.text(Array("half".utf8))])
    }
}
