import ArgumentParser
import Platform

/// The forms that a command writes its file in, by how the file's name ends.
enum FileEnding {
    /// Refuses a name that ends otherwise.
    ///
    /// - Parameters:
    ///   - path: the file; `nil` where none is asked for.
    ///   - endings: those that are written, with their dots; `""` stands for a name without any.
    /// - Throws: `ValidationError`.
    static func require(_ path: String?, oneOf endings: [String], option: String) throws {
        guard let path, !endings.contains(ending(of: path)) else { return }
        let known = endings.filter { !$0.isEmpty }.listed()
        throw ValidationError(
            Bilingual(
                "\(option) \(path)：此命令不能写成这种文件，请用 \(known.zhHans) 结尾",
                "\(option) \(path): this command writes no such file; give one ending in \(known.en)"))
    }

    /// How a name ends, in small letters with the dot; nothing for a name without ending.
    static func ending(of path: String) -> String {
        let name = path.split(separator: "/").last ?? ""
        guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return "" }
        return name[dot...].lowercased()
    }
}
