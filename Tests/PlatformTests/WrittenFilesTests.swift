import Foundation
import Testing

@testable import Platform

@Suite("Files this program wrote")
struct WrittenFilesTests {
    @Test("A file is this program's until a byte of it changes", arguments: ["表.csv", "a b.xlsx", "no ending"])
    func untilChanged(name: String) throws {
        try TestFolder.with { folder in
            let file = folder.appending(path: name)
            try AtomicFile.write("科目,金额\n", to: file.path)
            #expect(WrittenFiles.isOwn(file.path))
            try AtomicFile.write("科目,金额,原因\n", to: file.path)
            #expect(WrittenFiles.isOwn(file.path))
            try Data("科目,金额,备注\n".utf8).write(to: file)
            #expect(!WrittenFiles.isOwn(file.path))
            let error = #expect(throws: OutputError.self) { try AtomicFile.write("again", to: file.path) }
            #expect(error?.kind == .cannotCreate)
            #expect(error?.description.contains("--force") == true)
            #expect(try String(contentsOf: file, encoding: .utf8) == "科目,金额,备注\n")
            WrittenFiles.adopt(file.path)
            try AtomicFile.write("again", to: file.path)
            #expect(try String(contentsOf: file, encoding: .utf8) == "again")
        }
    }

    @Test("A file of someone else's is kept aside under a name of its own, as often as need be")
    func keptAside() throws {
        try TestFolder.with { folder in
            let file = folder.appending(path: "draft.v2.xlsx")
            #expect(try WrittenFiles.keepAside(file.path) == nil)
            for number in 1...3 {
                try AtomicFile.write("ours", to: file.path)
                #expect(try WrittenFiles.keepAside(file.path) == nil)
                try Data("theirs \(number)".utf8).write(to: file)
                #expect(try WrittenFiles.keepAside(file.path) == "draft.v2-edited-\(number).xlsx")
                #expect(FileEntry(at: file.path) == .nothing)
            }
            for number in 1...3 {
                let kept = folder.appending(path: "draft.v2-edited-\(number).xlsx")
                #expect(try String(contentsOf: kept, encoding: .utf8) == "theirs \(number)")
            }
        }
    }

    @Test("What was noted before a process was killed counts, and so does what stood there until then")
    func killedBetween() throws {
        try TestFolder.with { folder in
            let file = folder.appending(path: "report.html")
            try AtomicFile.write("first", to: file.path)
            WrittenFiles.note(ContentHash(of: Array("second".utf8)), at: file.path)
            #expect(WrittenFiles.isOwn(file.path))
            try Data("second".utf8).write(to: file)
            #expect(WrittenFiles.isOwn(file.path))
        }
    }

    @Test("The record stays small however often a file is written, and sha256sum can read it")
    func compacted() throws {
        try TestFolder.with { folder in
            let file = folder.appending(path: "forecast.csv")
            for number in 0..<500 { try AtomicFile.write("\(number)", to: file.path) }
            let record = try String(
                contentsOf: folder.appending(path: WrittenFiles.recordName), encoding: .utf8)
            let lines = record.split(separator: "\n")
            #expect(lines.count <= 201)
            #expect(lines.last == "\(ContentHash(of: Array("499".utf8)))  forecast.csv")
            #expect(WrittenFiles.isOwn(file.path))
        }
    }

    @Test("A moved folder takes its record along")
    func moved() throws {
        try TestFolder.with { folder in
            let old = folder.appending(path: "2023"), new = folder.appending(path: "2023 存档")
            try Folder.create(old.path)
            try AtomicFile.write("x", to: old.path + "/a.csv")
            try FileManager.default.moveItem(at: old, to: new)
            #expect(WrittenFiles.isOwn(new.path + "/a.csv"))
        }
    }

    @Test("A digest is read back as it is written, and nothing else is one")
    func hexadecimal() {
        let digest = ContentHash(of: Array("abc".utf8))
        #expect(ContentHash(hexadecimal: digest.description) == digest)
        for text in [
            "", "ab", digest.description.uppercased(), digest.description + "0", String(repeating: "g", count: 64),
        ] {
            #expect(ContentHash(hexadecimal: text) == nil)
        }
    }
}
