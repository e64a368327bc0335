/// A workbook (XLSX) as its cells: values, not looks.
///
/// ```swift
/// let workbook = try WorkbookReader().read(file: "决算公开表.xlsx")
/// for cell in workbook.sheets[0].cells { print(cell.reference, cell.text) }
/// ```
public struct Workbook: Hashable, Sendable {
    /// The sheets in the order of their tabs, hidden ones included.
    public var sheets: [WorkbookSheet]
}
