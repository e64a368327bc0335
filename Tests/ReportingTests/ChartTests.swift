import FinalAccounts
import Foundation
import Platform
import Testing

@testable import Reporting

@Suite("Charts")
struct ChartTests {
    private static let style = ChartStyle(language: .zhHans, amounts: .chinese)

    @Test("Negative parts stand below zero and the column's label is the true total")
    func stackedNegatives() {
        let chart = StackedChart(
            years: [FiscalYear(2023)], firstForecastYear: nil,
            layers: [
                .init(label: "a", amounts: [Amount(minorUnits: 500_000_000)]),
                .init(label: "b", amounts: [Amount(minorUnits: -200_000_000)]),
            ], summary: "")
        #expect(chart.svg(Self.style).markup.contains(">300</text>"))
    }

    @Test("Small parts are shown together, so that every part of a ring can be told from the others")
    func ringGroupsSmallParts() {
        let parts = (1...30).map {
            StructureChart.Part(label: "p\($0)", amount: Amount(minorUnits: Int64($0) * 1_000_000))
        }
        let markup = StructureChart(parts: parts, summary: "", others: "其他").svg(Self.style).markup
        #expect(markup.components(separatedBy: "<circle").count - 1 == 9)
        #expect(markup.contains("其他") && markup.contains("p30") && !markup.contains("p1<"))
    }

    @Test("The value axis leaves room for its widest label")
    func axisRoom() {
        let ticks = AxisTicks(covering: 0...300_000_000, count: 4)
        let plot = PlotArea(size: (300, 170), top: 10, ticks: ticks, slots: 5, style: Self.style)
        #expect(plot.margins.left > Double("300,000,000".count) * 7)
    }

    @Test("A gap in the years is a gap in the line")
    func gapsStayGaps() {
        func point(_ year: Int) -> HistoryPoint {
            HistoryPoint(year: FiscalYear(year), actual: Amount(minorUnits: 1_000_000), budget: nil, forecast: nil)
        }
        let whole = HistoryChart(points: [point(2020), point(2021), point(2022)], summary: "")
        let broken = HistoryChart(points: [point(2019), point(2021), point(2022)], summary: "")
        func lines(_ chart: HistoryChart) -> Int {
            chart.svg(Self.style).markup.components(separatedBy: "<line class=\"line\"").count - 1
        }
        #expect(lines(whole) == 2)
        #expect(lines(broken) == 1)
    }
}
