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
                .data, file: file,
                problem: Bilingual(
                    "分组嵌套超过 \(Self.deepestGroup) 层", "its groups are nested more than \(Self.deepestGroup) deep"),
                remedy: Bilingual("请核对该文件，可能是恶意文件", "check the file; it may be made to hurt"))
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
                    .inputOutput, file: file, problem: Bilingual("无法启动进程", "no process could be started"),
                    remedy: Bilingual("请释放内存或文件描述符", "free memory or descriptors"))
            }
            try check(outcome, file: file)
            let output = folder + "/input." + target.rawValue
            guard let converted = try? SourceFile(reading: output, limit: limits.fileBytes).bytes else {
                throw ReadError(
                    .data, file: file, problem: Bilingual("LibreOffice 无法读取", "LibreOffice could not read it"),
                    expected: Bilingual("完整且无密码的 .doc、.xls 或 .wps 文件", "a whole .doc, .xls or .wps without password"),
                    remedy: Bilingual(
                        "请确认 libreoffice-writer 与 libreoffice-calc 均已安装，或用办公软件打开后另存为 .docx 或 .xlsx",
                        "see that both libreoffice-writer and libreoffice-calc are installed, or open it in an office program and save it as .docx or .xlsx"
                    ))
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
                problem: Bilingual(
                    "旧格式文件须经 LibreOffice 读取，而它未安装",
                    "files of this old form are read through LibreOffice, which is not installed"),
                remedy: Bilingual(
                    "请安装：apt install libreoffice-writer libreoffice-calc，或另存为 .docx 或 .xlsx",
                    "apt install libreoffice-writer libreoffice-calc, or save it as .docx or .xlsx"))
        case .notCutOff:
            throw ReadError(
                .unavailable, file: file,
                problem:
                    Bilingual(
                        "此处无法为 LibreOffice 断开网络，而文件可能使其访问网址",
                        "LibreOffice cannot be cut off from the network here, and a document could have it fetch addresses"
                    ),
                remedy: Bilingual(
                    "请安装 util-linux 并允许用户命名空间，或另存为 .docx 或 .xlsx",
                    "install util-linux and allow name spaces of users, or save it as .docx or .xlsx"))
        case .timedOut:
            throw ReadError(
                .data, file: file,
                problem: Bilingual(
                    "LibreOffice 处理超过 \(Int(limits.conversionSeconds)) 秒",
                    "LibreOffice took more than \(Int(limits.conversionSeconds)) s for it"),
                remedy: Bilingual("请核对该文件，可能是恶意文件", "check the file; it may be made to hurt"))
        case .killed, .printedTooMuch, .stopped:
            throw ReadError(
                .data, file: file, problem: Bilingual("LibreOffice 读取时中断", "LibreOffice broke off while reading it"),
                remedy: Bilingual(
                    "请用办公软件打开后另存为 .docx 或 .xlsx", "open it in an office program and save it as .docx or .xlsx"))
        }
    }
}
