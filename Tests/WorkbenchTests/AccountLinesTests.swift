import FinalAccounts
import Testing

@testable import Workbench

@Suite("What can be asked of account lines")
struct AccountLinesTests {
    @Test("The year under review is the latest with actuals where none is asked for")
    func latestYear() throws {
        #expect(try Sample.lines.reviewedYear(nil) == FiscalYear(2023))
    }

    @Test("A year without lines is refused, and the years there are are named")
    func unknownYear() {
        let error = #expect(throws: WorkbenchError.self) { try Sample.lines.reviewedYear(FiscalYear(2030)) }
        #expect(error?.kind == .data)
        #expect(error?.description.contains("2018, 2019") == true)
    }

    @Test("Of several bodies one has to be chosen")
    func severalUnits() {
        let both = AccountLines(Sample.lines.lines + Sample.lines(of: 2023, unit: BudgetUnit("乙局")))
        let error = #expect(throws: WorkbenchError.self) { try both.soleUnit(in: FiscalYear(2023)) }
        #expect(error?.action == .chooseUnit)
        #expect(throws: Never.self) { try both.soleUnit(in: FiscalYear(2022)) }
    }

    @Test("Of the year that is forecast nothing is known but, with a budget, its initial budgets")
    func known() {
        let target = FiscalYear(2023)
        let without = Sample.lines.known(before: target, withBudget: false)
        #expect(without.lines.allSatisfy { $0.fiscalYear < target } && without.lines.count == 10)
        let with = Sample.lines.known(before: target, withBudget: true).lines.filter { $0.fiscalYear == target }
        #expect(with.count == 2 && with.allSatisfy { $0.actual == nil && $0.initialBudget.amount != nil })
    }
}
