import OfficialForm
import Testing

@Suite("The form's tables, columns, rows and parts")
struct FormTableTests {
    @Test("Every table is declared once, and each of its titles is told as its own")
    func titlesAreTheirOwn() {
        #expect(Set(FormTable.all.map(\.kind)) == Set(TableKind.allCases))
        #expect(FormTable.all.count == TableKind.allCases.count)
        for table in FormTable.all {
            for title in table.titles { #expect(TableKind(titleWith: Substring(title)) == table.kind, "\(title)") }
            #expect(table.kind.name == table.title)
        }
    }

    @Test("Every column has a printed header that is read as that column, and no header is read as two")
    func headersAreUnique() {
        let words = FormColumn.all.flatMap(\.words)
        #expect(Set(words).count == words.count)
        for column in FormColumn.all {
            for word in column.words { #expect(HeaderLabel.exact(word) == column.label) }
        }
        for role in ColumnRole.allCases { #expect(role.name != role.rawValue, "\(role)") }
    }

    @Test("Rows of the two-sided tables are told apart by their labels; categories are numbered in order")
    func rowsAreUnique() {
        let labels = FormRows.numbered + FormRows.ends
        #expect(Set(labels).count == labels.count)
        let numbers = FormCategory.all.compactMap(\.number)
        #expect(numbers == Array(1...numbers.count))
        for category in FormCategory.all {
            #expect(FormRows.number(of: category.names[0]) == category.number)
            for former in category.names.dropFirst() { #expect(FormRows.number(of: former) == nil) }
        }
    }

    @Test("Every part of the form is declared once; what it speaks of belongs to its fund")
    func sectionsAreDeclared() {
        #expect(FormSection.all.map(\.section) == Section.allCases)
        for section in Section.allCases {
            #expect(TopicResolver.initial(of: section).map { Topic.allCases.contains($0) } ?? true)
        }
        #expect(Section.governmentFund.fund == .governmentFund && Section.stateCapital.fund == .stateCapital)
        #expect(TopicResolver.fundName(of: .fundBasic, in: .governmentFund) == "政府性基金预算")
        #expect(TopicResolver.fundName(of: .basicExpenditure, in: .governmentFund) == nil)
    }

    @Test(
        "Headings are told by their narrowest words",
        arguments: [
            ("一般公共预算财政拨款基本支出决算情况说明", Section.basicExpenditure), ("财政拨款收入支出决算总体情况说明", .fiscalTotals),
            ("财政拨款支出决算情况说明", .generalPublicBudget), ("收入支出决算总体情况说明", .totals),
            ("收入决算情况说明", .income), ("支出决算情况说明", .expenditure), ("“三公”经费支出情况", .threePublic),
        ])
    func headingsAreTold(title: String, section: Section) {
        #expect(SectionTitles.section(for: title) == section)
    }

    @Test("A heading of none of the parts opens none")
    func otherHeadings() {
        #expect(SectionTitles.section(for: "部门职责") == nil)
        #expect(TableKind(titleWith: "项目绩效自评表") == nil)
    }
}
