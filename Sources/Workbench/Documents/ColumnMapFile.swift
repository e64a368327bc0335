import FinalAccounts
import Interchange
import Platform
import Yams

/// A saved map of columns: which header of a sheet stands for which column of account lines.
///
/// ```yaml
/// columns:
///   subject_code: 编码
///   subject_name: 名称
///   actual: 本年支出（万元）
/// fiscal_year: 2023
/// ```
package enum ColumnMapFile {
    private struct Content: Decodable {
        var columns: [String: String]
        var fiscalYear: Int?

        enum CodingKeys: String, CodingKey {
            case columns
            case fiscalYear = "fiscal_year"
        }
    }

    /// Reads a file.
    ///
    /// - Throws: `ReadError` for a file that cannot be opened or is no text; ``WorkbenchError`` for one that is no such map, or names a column or year that does
    ///   not exist.
    package static func read(_ path: String) throws -> AccountLineColumnMap {
        return try map(yaml: SourceFile.settings(path), file: path)
    }

    /// Reads a text.
    ///
    /// - Throws: as ``read(_:)`` does.
    package static func map(yaml: String, file: String) throws(WorkbenchError) -> AccountLineColumnMap {
        let content: Content
        do {
            content = try YAMLDecoder().decode(Content.self, from: yaml)
        } catch {
            throw WorkbenchError(
                .data, Bilingual("\(file)：不是列对照文件", "\(file): no map of columns"),
                advice: Bilingual(
                    "请写 columns:，其下逐行写列名及其对应的表头",
                    "write 'columns:' and below it a column's name with the header that stands for it"))
        }
        var year: FiscalYear?
        if let number = content.fiscalYear {
            do {
                year = try FiscalYear(validating: number)
            } catch {
                throw WorkbenchError(
                    .data, Bilingual("\(file)：\(number) 不是年度", "\(file): \(number) is no fiscal year"),
                    advice: Bilingual("请填写年度，如 2023", "write a year such as 2023"))
            }
        }
        guard let map = AccountLineColumnMap(headers: content.columns, fiscalYear: year) else {
            let other = content.columns.keys.sorted().first { !AccountLineColumnMap.names.contains($0) } ?? ""
            throw WorkbenchError(
                .data, Bilingual("\(file)：科目数据没有“\(other)”列", "\(file): account lines have no column '\(other)'"),
                advice: Bilingual(
                    "可用 \(AccountLineColumnMap.names.joined(separator: "、"))",
                    "use \(AccountLineColumnMap.names.joined(separator: ", "))"))
        }
        return map
    }
}
