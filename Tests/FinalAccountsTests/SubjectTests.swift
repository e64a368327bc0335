import Testing

@testable import FinalAccounts

@Suite("Subjects, schemes and years")
struct SubjectTests {
    @Test("Chinese codes nest by 3, 5 and 7 digits")
    func chineseScheme() {
        let scheme = SubjectScheme.china
        #expect(scheme.level(of: "2080505") == .item)
        #expect(scheme.level(of: "208") == .category)
        #expect(scheme.level(of: "2080") == nil)
        #expect(scheme.parent(of: "2080505") == "20805")
        #expect(scheme.parent(of: "20805") == "208")
        #expect(scheme.parent(of: "208") == nil)
        #expect(scheme.name(of: .section) == "section")
    }

    @Test("Other code lengths are read from text and written back")
    func prefixScheme() throws {
        let scheme = try SubjectScheme(parsing: "prefix:4,6,8,10")
        #expect(scheme.lengths == [4, 6, 8, 10])
        #expect(scheme.text == "prefix:4,6,8,10")
        #expect(scheme.parent(of: "00200105") == "002001")
        #expect(scheme.name(of: SubjectLevel(depth: 3)) == "8")
    }

    @Test(
        "A scheme that does not ascend is refused",
        arguments: [
            "prefix:", "prefix:4,4", "prefix:6,4", "prefix:0,2", "prefix:4,x", "prefix:4,", "us",
        ])
    func refusesBadSchemes(text: String) {
        #expect(throws: SubjectSchemeError.self) { try SubjectScheme(parsing: text) }
    }

    @Test("The total sorts first, codes before paths")
    func keyOrder() {
        let keys: [SubjectKey] = [.path(["乙"]), .code("208"), .path([]), .code("20101"), .path(["乙", "丙"])]
        #expect(keys.sorted() == [.path([]), .code("20101"), .code("208"), .path(["乙"]), .path(["乙", "丙"])])
    }

    @Test("Years are read with and without their Chinese suffix")
    func readsYears() throws {
        #expect(try FiscalYear(parsing: "2023年度") == FiscalYear(2023))
        #expect(try FiscalYear(parsing: "2023年") == FiscalYear(2023))
        #expect(try FiscalYear(parsing: "2023") == FiscalYear(2023))
        for text in ["23", "", "年", "二〇二三", "20233", "1066"] {
            #expect(throws: FiscalYearError(text: text)) { try FiscalYear(parsing: text) }
        }
    }
}
