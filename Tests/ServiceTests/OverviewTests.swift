import FinalAccounts
import Foundation
import Testing
import Workbench

@testable import Service

@Suite("The overview of bodies")
struct OverviewTests {
    private func add(_ bodies: [String], year: Int, to sample: ServedSample) async throws {
        let lines = bodies.map { "\($0),\(year),2010301,一般公共服务支出/政府办公厅（室）及相关机构事务/行政运行,330,335.5\n" }
        let file = sample.folder.appending(path: "more-\(year).csv")
        try Data(("unit,fiscal_year,subject_code,subject_name,initial_budget,actual\n" + lines.joined()).utf8).write(
            to: file)
        try await ServedSample.load([file.path], into: sample.folder.appending(path: "a.sqlite").path)
    }

    private func names(_ page: String) -> [String] {
        page.matches(of: /<td class="k[^"]*"[^>]*><a href="\/bodies\/[^"]*">([^<]*)<\/a>/).map { String($0.1) }
    }

    @Test("Bodies come 50 on a page, each once, with the way to the next; what is searched for keeps it")
    func pages() async throws {
        let sample = try await ServedSample()
        try await add((1...118).map { "第\($0)局" }, year: 2023, to: sample)
        var (found, target): ([String], String?) = ([], "/")
        while let place = target {
            let page = await sample.get(place).text
            #expect(names(page).count <= 50)
            found += names(page)
            target = page.firstMatch(of: /rel="next" href="([^"]*)"/).map { String($0.1) }
        }
        #expect(found.count == 120 && Set(found).count == 120)
        #expect(await sample.get("/?page=4").status == 404)
        let searched = await sample.get("/?q=%E5%B1%80").text
        #expect(searched.contains("rel=\"next\" href=\"/?q=%E5%B1%80&amp;page=2\""), "\(searched.suffix(2000))")
        #expect(names(await sample.get("/?q=%E7%AC%AC118%E5%B1%80").text) == ["第118局"])
    }

    @Test("After an import it is what it would be if nothing had been kept of the state before")
    func followsTheLedger() async throws {
        let sample = try await ServedSample()
        let context = try sample.service.surroundings.ledger.context(in: .en)
        let path = sample.folder.appending(path: "a.sqlite").path
        func table(_ earlier: BodyOverview?) throws -> BodyOverview {
            try BodyOverview(ledger: path, context: context, earlier: earlier) { _ in true }
        }
        let before = try table(nil)
        #expect(!(await sample.get("/").text.contains("第1局")))
        try await add(["第1局", ServedSample.otherBody], year: 2024, to: sample)
        let (kept, fresh) = (try table(before), try table(nil))
        #expect(kept.table(0..<kept.entries.count) == fresh.table(0..<fresh.entries.count))
        #expect(kept.entries.map(\.unit) == fresh.entries.map(\.unit) && kept.entries.count == 3)
        #expect(kept.entries.first { $0.unit.name == ServedSample.otherBody }?.year == FiscalYear(2024))
        #expect(await sample.get("/").text.contains("第1局"))
    }
}
