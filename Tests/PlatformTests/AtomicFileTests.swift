import Foundation
import Testing

@testable import Platform

@Suite("Atomic files")
struct AtomicFileTests {
    @Test("A file is replaced as a whole, keeps its mode, and nothing else is left behind")
    func replaces() throws {
        try TestFolder.with { folder in
            let file = folder.appending(path: "预测.csv")
            try AtomicFile.write("old", to: file.path)
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file.path)
            try AtomicFile.write("new", to: file.path)
            #expect(try String(contentsOf: file, encoding: .utf8) == "new")
            let mode = try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions] as? Int
            #expect(mode == 0o600)
            #expect(try TestFolder.names(in: folder) == ["预测.csv"])
        }
    }

    @Test("A symbolic link stays a link and its target gets the new bytes")
    func followsLinks() throws {
        try TestFolder.with { folder in
            let target = folder.appending(path: "target"), link = folder.appending(path: "link")
            try AtomicFile.write("old", to: target.path)
            try FileManager.default.createSymbolicLink(at: link, withDestinationURL: target)
            try AtomicFile.write("new", to: link.path)
            #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link.path) == target.path)
            #expect(try String(contentsOf: target, encoding: .utf8) == "new")
        }
    }

    @Test("A missing folder, or a folder in the file's place, is of kind cannotCreate, with the path and a remedy")
    func cannotCreate() throws {
        try TestFolder.with { folder in
            for path in [folder.appending(path: "none/a.csv").path, folder.path] {
                let error = #expect(throws: OutputError.self) { try AtomicFile.write("x", to: path) }
                #expect(error?.kind == .cannotCreate)
                #expect(error?.description.contains("'\(path)'") == true)
                #expect(error?.remedy.en != "")
            }
            let left = try TestFolder.names(in: folder)
            #expect(left == [])
        }
    }

    @Test(
        "A full device is of kind inputOutput",
        .enabled(if: FileManager.default.fileExists(atPath: "/dev/full"), "no /dev/full"))
    func full() {
        let error = #expect(throws: OutputError.self) { try AtomicFile.write("x", to: "/dev/full") }
        #expect(error?.kind == .inputOutput)
        #expect(error?.description.contains("free some space") == true)
    }

    @Test("Folders are created with those above them; a file in the way is an error")
    func createsFolders() throws {
        try TestFolder.with { folder in
            let deep = folder.appending(path: "a/b/c").path
            try Folder.create(deep)
            try Folder.create(deep)
            try AtomicFile.write("x", to: deep + "/file")
            let error = #expect(throws: OutputError.self) { try Folder.create(deep + "/file/d") }
            #expect(error?.kind == .cannotCreate)
        }
    }

    @Test("What a killed run left is removed, what a running one writes and files of others stay")
    func removesLeftovers() throws {
        try TestFolder.with { folder in
            // Process numbers end at 4,194,304 (PID_MAX_LIMIT): the first can never run.
            let names = [".juesuan-9999999-17.tmp", ".juesuan-\(getpid())-17.tmp", ".juesuan-x-1.tmp", "report.tmp"]
            for name in names { try AtomicFile.write("x", to: folder.appending(path: name).path) }
            #expect(WorkingName.removeLeftovers(in: folder.path) == 1)
            let left = try TestFolder.names(in: folder)
            #expect(left == names.dropFirst().sorted())
            #expect(WorkingName.removeLeftovers(in: folder.path + "/none") == 0)
        }
    }
}

@Suite("Atomic files written piece by piece")
struct AtomicFileStreamTests {
    @Test("The target appears with the last piece and keeps its mode; nothing else is left behind")
    func pieces() throws {
        try TestFolder.with { folder in
            let file = folder.appending(path: "figures.json")
            try AtomicFile.write("old", to: file.path)
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file.path)
            let stream = try AtomicFileStream(to: file.path)
            try stream.write("one ")
            #expect(try String(contentsOf: file, encoding: .utf8) == "old")
            try stream.write("two")
            try stream.finish()
            #expect(try String(contentsOf: file, encoding: .utf8) == "one two")
            let mode = try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions] as? Int
            #expect(mode == 0o600)
            #expect(try TestFolder.names(in: folder) == ["figures.json"])
        }
    }

    @Test("A discarded stream leaves the target as it was and no file beside it")
    func discarded() throws {
        try TestFolder.with { folder in
            let file = folder.appending(path: "figures.json")
            try AtomicFile.write("old", to: file.path)
            let stream = try AtomicFileStream(to: file.path)
            try stream.write("new")
            stream.discard()
            #expect(try String(contentsOf: file, encoding: .utf8) == "old")
            #expect(try TestFolder.names(in: folder) == ["figures.json"])
        }
    }

    @Test("A missing folder is an error before anything is written")
    func cannotCreate() throws {
        try TestFolder.with { folder in
            #expect(throws: OutputError.self) {
                try AtomicFileStream(to: folder.appending(path: "missing/figures.json").path)
            }
        }
    }
}
