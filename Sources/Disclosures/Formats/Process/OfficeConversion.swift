import Platform

/// Turns old office files into forms this reader knows, through LibreOffice run as a child process within limits.
struct OfficeConversion {
    /// What a file is turned into.
    enum Target: String, Hashable, Sendable {
        case workbook = "xlsx"
        case document = "docx"
    }

    var limits: ReadLimits

    /// The converted document's bytes.
    ///
    /// - Parameters:
    ///   - bytes: the old file.
    ///   - ending: the ending LibreOffice knows its form by.
    ///   - file: the name for errors.
    /// - Throws: ``ReadError`` where LibreOffice is missing, fails, or takes too long.
    func convert(_ bytes: [UInt8], ending: String, to target: Target, file: String) throws(ReadError) -> [UInt8] {
        if Self.nests(bytes, deeperThan: Self.deepestGroup) {
            throw ReadError(
                .data, file: file, problem: "its groups are nested more than \(Self.deepestGroup) deep",
                remedy: "check the file; it may be made to hurt")
        }
        return try TemporaryFolder.with(bytes, as: "input." + ending, for: file) { input throws(ReadError) in
            let folder = FileEntry.folder(of: input)
            // A profile of its own: two conversions at once would wait for each other, and the user's stays untouched.
            var process = ChildProcess(
                program: "soffice",
                arguments: [
                    "-env:UserInstallation=file://\(folder)/profile", "--headless", "--norestore", "--convert-to",
                    target.rawValue, "--outdir", folder, input,
                ],
                seconds: limits.conversionSeconds, memory: limits.converterMemoryBytes, outputLimit: 1 << 20)
            process.isCutOff = true
            // The rest is for its programs' text and for the process that waits for it.
            process.writableMemory = limits.memoryBytes / 4 * 3
            guard let outcome = process.run() else {
                throw ReadError(
                    .inputOutput, file: file, problem: "no process could be started",
                    remedy: "free memory or descriptors")
            }
            try check(outcome, file: file)
            let output = folder + "/input." + target.rawValue
            guard let converted = try? SourceFile(reading: output, limit: limits.fileBytes).bytes else {
                throw ReadError(
                    .data, file: file, problem: "LibreOffice could not read it",
                    expected: "a whole .doc, .xls or .wps without password",
                    remedy: "open it in an office program and save it as .docx or .xlsx")
            }
            return converted
        }
    }

    /// Word processors nest some dozens of groups in RTF; each costs LibreOffice hundreds of bytes while it is open.
    private static let deepestGroup = 500

    /// Whether groups of RTF are nested deeper than they may; other forms have none.
    private static func nests(_ bytes: [UInt8], deeperThan limit: Int) -> Bool {
        guard bytes.starts(with: "{\\rtf".utf8) else { return false }
        var (depth, isEscaped) = (0, false)
        for byte in bytes {
            switch byte {
            case _ where isEscaped: isEscaped = false
            case UInt8(ascii: "\\"): isEscaped = true
            case UInt8(ascii: "{"):
                depth += 1
                if depth > limit { return true }
            case UInt8(ascii: "}"): depth -= 1
            default: break
            }
        }
        return false
    }

    private func check(_ outcome: ChildProcess.Outcome, file: String) throws(ReadError) {
        switch outcome.ending {
        case .exited: return
        case .notFound:
            throw ReadError(
                .unavailable, file: file,
                problem: "files of this old form are read through LibreOffice, which is not installed",
                remedy: "apt install libreoffice-writer libreoffice-calc, or save it as .docx or .xlsx")
        case .notCutOff:
            throw ReadError(
                .unavailable, file: file,
                problem:
                    "LibreOffice cannot be cut off from the network here, and a document could have it fetch addresses",
                remedy: "install util-linux and allow name spaces of users, or save it as .docx or .xlsx")
        case .timedOut:
            throw ReadError(
                .data, file: file, problem: "LibreOffice took more than \(Int(limits.conversionSeconds)) s for it",
                remedy: "check the file; it may be made to hurt")
        case .killed, .printedTooMuch, .stopped:
            throw ReadError(
                .data, file: file, problem: "LibreOffice broke off while reading it",
                remedy: "open it in an office program and save it as .docx or .xlsx")
        }
    }
}
