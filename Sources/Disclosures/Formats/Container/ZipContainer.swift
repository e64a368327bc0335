import CZip
import Platform

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// The parts of a ZIP container (XLSX, DOCX), unpacked one at a time within limits and never to disk.
///
/// A container that names parts outside of itself, holds too many, or would unpack to too much is refused when it is
/// opened; sizes that turn out to be lies are refused when the part is read.
struct ZipContainer: ~Copyable {
    private let archive: OpaquePointer
    private let file: String
    private let limits: ReadLimits
    private let indices: [String: UInt64]
    private var unpacked = 0

    /// The names of the parts, in the container's order.
    let names: [String]

    /// Opens a container that lies in memory.
    ///
    /// - Throws: ``ReadError`` for bytes that are no container and for one beyond the limits.
    init(_ bytes: [UInt8], file: String, limits: ReadLimits) throws(ReadError) {
        let opened = try Self.open(bytes, file: file)
        let listed: [String]
        do {
            listed = try Self.list(opened, file: file, limits: limits)
        } catch {
            zip_discard(opened)
            throw error
        }
        archive = opened
        names = listed
        indices = Dictionary(uniqueKeysWithValues: zip(listed, 0...))
        self.file = file
        self.limits = limits
    }

    deinit { zip_discard(archive) }

    private static func open(_ bytes: [UInt8], file: String) throws(ReadError) -> OpaquePointer {
        // libzip reads from the copy until it is closed, and frees it.
        guard let copy = malloc(max(1, bytes.count)) else { throw damaged(file, Bilingual("内存不足", "no memory for it")) }
        bytes.withUnsafeBytes { source in
            if let base = source.baseAddress { copy.copyMemory(from: base, byteCount: source.count) }
        }
        var error = zip_error_t()
        zip_error_init(&error)
        defer { zip_error_fini(&error) }
        guard let source = zip_source_buffer_create(copy, zip_uint64_t(bytes.count), 1, &error) else {
            free(copy)
            throw damaged(file, Bilingual("内存不足", "no memory for it"))
        }
        guard let archive = zip_open_from_source(source, ZIP_RDONLY, &error) else {
            let reason = zip_error_strerror(&error).map { String(cString: $0) } ?? "unknown"
            zip_source_free(source)
            throw damaged(file, Bilingual("“\(reason)”", reason))
        }
        return archive
    }

    private static func list(
        _ archive: OpaquePointer, file: String, limits: ReadLimits
    ) throws(ReadError) -> [String] {
        let count = zip_get_num_entries(archive, 0)
        guard count <= limits.containerEntries else {
            throw ReadError(
                .data, file: file, problem: Bilingual("文件由 \(count) 个部分组成", "the container has \(count) parts"),
                expected: Bilingual("不超过 \(limits.containerEntries) 个", "at most \(limits.containerEntries)"),
                remedy: Bilingual("请核对文件内容，公开文件不会有这么多部分", "check what it is; no disclosure has that many"))
        }
        var names: [String] = []
        var seen: Set<String> = []
        var total: UInt64 = 0
        for index in 0..<UInt64(max(0, count)) {
            var status = zip_stat_t()
            guard zip_stat_index(archive, index, zip_flags_t(ZIP_FL_ENC_GUESS), &status) == 0, let name = status.name
            else { throw damaged(file, Bilingual("无法查看第 \(index + 1) 部分", "part \(index + 1) cannot be examined")) }
            let part = String(cString: name)
            try check(part, status, file: file, limits: limits)
            let sum = total.addingReportingOverflow(status.size)
            guard !sum.overflow, sum.partialValue <= UInt64(limits.unpackedBytes) else { throw tooMuch(file, limits) }
            total = sum.partialValue
            guard seen.insert(part).inserted else {
                throw damaged(file, Bilingual("“\(part)”部分出现两次", "the part \(part) stands in it twice"))
            }
            names.append(part)
        }
        return names
    }

    private static func check(
        _ part: String, _ status: zip_stat_t, file: String, limits: ReadLimits
    ) throws(ReadError) {
        let pieces = part.split(separator: "/", omittingEmptySubsequences: false)
        guard !part.opens(with: "/"), !part.holds("\\"), !part.holds(":"), !pieces.contains("..") else {
            throw ReadError(
                .data, file: file, place: Bilingual("“\(part)”部分", "part \(part)"),
                problem: Bilingual("文件指向自身以外的路径", "the container names a file outside of itself"),
                remedy: Bilingual("请勿打开，可能是恶意文件", "do not open it; it may be made to hurt"))
        }
        guard status.encryption_method == UInt16(ZIP_EM_NONE) else {
            throw ReadError(
                .data, file: file, problem: Bilingual("文件已加密", "the container is encrypted"),
                expected: Bilingual("无需密码即可打开的文件", "a document that opens without a password"),
                remedy: Bilingual("请先去除密码", "remove the password first"))
        }
        guard status.size < 4 << 20 || status.size / 300 <= status.comp_size else { throw tooMuch(file, limits) }
    }

    /// The bytes of a part; `nil` where there is none of that name.
    ///
    /// - Throws: ``ReadError`` for a damaged part and when the parts read so far go beyond the limit.
    mutating func part(_ name: String) throws(ReadError) -> [UInt8]? {
        guard let index = indices[name] else { return nil }
        guard let handle = zip_fopen_index(archive, index, 0) else {
            throw Self.damaged(file, Bilingual("无法打开“\(name)”部分", "the part \(name) cannot be opened"))
        }
        defer { zip_fclose(handle) }
        // One byte more than is stated, so that a size that lies is seen.
        var status = zip_stat_t()
        guard zip_stat_index(archive, index, 0, &status) == 0 else {
            throw Self.damaged(file, Bilingual("无法查看“\(name)”部分", "the part \(name) cannot be examined"))
        }
        let stated = Int(clamping: status.size)
        guard stated <= limits.unpackedBytes - unpacked else { throw Self.tooMuch(file, limits) }
        var failed = false
        let bytes = [UInt8](unsafeUninitializedCapacity: stated + 1) { buffer, count in
            while count <= stated, let base = buffer.baseAddress {
                let got = zip_fread(handle, base + count, zip_uint64_t(stated + 1 - count))
                failed = got < 0
                if got <= 0 { return }
                count += Int(got)
            }
        }
        guard !failed, bytes.count <= stated else {
            throw Self.damaged(file, Bilingual("无法解压“\(name)”部分", "the part \(name) cannot be unpacked"))
        }
        unpacked += bytes.count
        return bytes
    }

    private static func tooMuch(_ file: String, _ limits: ReadLimits) -> ReadError {
        ReadError(
            .data, file: file,
            problem: Bilingual(
                "解压后超过 \(limits.unpackedBytes >> 20) MB 或压缩比过高",
                "it unpacks to more than \(limits.unpackedBytes >> 20) MB or is packed too densely"),
            expected: Bilingual("正常大小的工作簿或文档", "a workbook or document of ordinary size"),
            remedy: Bilingual("请核对该文件，可能是恶意文件", "check what it is; it may be made to hurt"))
    }

    private static func damaged(_ file: String, _ reason: Bilingual) -> ReadError {
        ReadError(
            .data, file: file,
            problem: Bilingual("文件损坏或不完整（\(reason.zhHans)）", "the container is damaged or cut off (\(reason.en))"),
            expected: Bilingual("完整的 XLSX 或 DOCX 文件", "a whole XLSX or DOCX file"),
            remedy: Bilingual("请重新获取该文件", "fetch it again"))
    }
}
