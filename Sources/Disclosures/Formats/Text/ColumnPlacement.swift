/// Tells under which columns the numbers of a row stand whose blanks a copy has lost.
///
/// Sums tell: which columns are the sum or the difference of others is learnt from the rows that have a number for each
/// column; a row with fewer numbers is placed where only one arrangement keeps these sums, or where only one keeps the
/// sum of the rows.
struct ColumnPlacement {
    /// A row: its code, and its numbers with four decimals.
    struct Row {
        var code: String?
        var isTotal: Bool
        /// Whether its numbers are rates, which keep no sums.
        var isRate = false
        var numbers: [Int64]
    }

    /// The columns of the numbers of each row; `nil` where they cannot be told.
    private(set) var places: [[Int]?]

    /// The columns of the numbers of a row, `nil` for each that cannot be told.
    func columns(of row: Int) -> [Int?] {
        if let place = places[row] { return place }
        guard let arrangements = open[row], let first = arrangements.first else {
            return Array(repeating: nil, count: rows[row].numbers.count)
        }
        // Where the arrangements part, the number may stand under either.
        return first.indices.map { index in
            arrangements.allSatisfy { $0[index] == first[index] } ? first[index] : nil
        }
    }

    /// Whether the rows keep the sums that the heads say there are.
    private(set) var isSound = true

    private let rows: [Row]
    private let width: Int
    private var sums: [(whole: Int, parts: [Int])] = []
    private var differences: [(column: Int, from: Int, less: Int)] = []
    private let changes: [Int]
    private let rates: [Int]
    /// Arrangements that a row's own sums leave open.
    private var open: [Int: [[Int]]] = [:]

    private static let mostColumns = 14
    private static let mostRows = 300
    private static let mostArrangements = 20_000

    /// - Parameters:
    ///   - changes: the columns that hold a change between two others.
    ///   - rates: the columns that hold its rate.
    ///   - sums: columns that their heads make the sum of others.
    init(_ rows: [Row], width: Int, changes: [Int], rates: [Int], sums: [(whole: Int, parts: [Int])] = []) {
        self.rows = rows
        self.width = width
        self.changes = changes
        self.rates = rates
        places = rows.map { $0.numbers.count == width ? Array(0..<width) : $0.numbers.isEmpty ? [] : nil }
        isSound = rows.allSatisfy { row in
            row.numbers.count < width || row.isRate
                || sums.allSatisfy { row.numbers[$0.whole] == $0.parts.reduce(0) { $0 + row.numbers[$1] } }
        }
        guard rows.count <= Self.mostRows, places.contains(where: { $0 == nil }),
            (2...Self.mostColumns).contains(width)
        else { return }
        learn()
        for sum in sums where !self.sums.contains(where: { $0.whole == sum.whole }) { self.sums.append(sum) }
        guard !self.sums.isEmpty else { return }
        for index in rows.indices where places[index] == nil {
            // A sum with one number is the sum of all.
            if rows[index].isTotal, rows[index].numbers.count == 1, self.sums.contains(where: { $0.whole == 0 }) {
                places[index] = [0]
            } else {
                arrange(index)
            }
        }
        for _ in 0..<3 where !open.isEmpty { settle() }
    }

    // MARK: What columns are of one another

    private mutating func learn() {
        let full = rows.filter { $0.numbers.count == width && !$0.isRate }.map(\.numbers)
        guard !full.isEmpty else { return }
        var ends = Array(1...width)
        for whole in stride(from: width - 2, through: 0, by: -1) where !rates.contains(whole) {
            var parts: [Int] = []
            var next = whole + 1
            while next < width, !rates.contains(next), !changes.contains(next) {
                parts.append(next)
                next = ends[next]
                guard parts.count >= 2, Self.isSum(full, whole, parts) else { continue }
                sums.append((whole, parts))
                ends[whole] = next
                break
            }
        }
        for column in changes {
            let pairs = (0..<column).flatMap { from in (0..<column).map { (from, $0) } }
            let found = pairs.first { from, less in
                from != less && full.allSatisfy { $0[column] == $0[from] - $0[less] }
                    && full.contains { $0[column] != 0 }
            }
            if let found { differences.append((column, found.0, found.1)) }
        }
    }

    private static func isSum(_ full: [[Int64]], _ whole: Int, _ parts: [Int]) -> Bool {
        full.allSatisfy { row in row[whole] == parts.reduce(0) { $0 + row[$1] } }
            && full.contains { row in parts.count { row[$0] != 0 } >= 2 }
    }

    // MARK: One row

    private mutating func arrange(_ index: Int) {
        let numbers = rows[index].numbers
        guard numbers.count < width else { return }
        var found: [[Int]] = []
        var chosen: [Int] = []
        func choose(from start: Int) {
            if chosen.count == numbers.count {
                if holds(chosen, numbers) { found.append(chosen) }
                return
            }
            let left = numbers.count - chosen.count
            guard start + left <= width else { return }
            for column in start...(width - left) {
                chosen.append(column)
                choose(from: column + 1)
                chosen.removeLast()
            }
        }
        choose(from: 0)
        if found.count == 1 { places[index] = found[0] } else if found.count > 1 { open[index] = found }
    }

    private func spread(_ places: [Int], _ numbers: [Int64]) -> [Int64?] {
        var result: [Int64?] = Array(repeating: nil, count: width)
        for (place, number) in zip(places, numbers) { result[place] = number }
        return result
    }

    private func holds(_ places: [Int], _ numbers: [Int64]) -> Bool {
        let row = spread(places, numbers)
        for (whole, parts) in sums {
            guard (row[whole] ?? 0) == parts.reduce(0, { $0 + (row[$1] ?? 0) }) else { return false }
            // A whole is printed where a part is, and the other way round.
            guard (row[whole] != nil) == parts.contains(where: { row[$0] != nil }) else { return false }
        }
        for (column, from, less) in differences {
            guard (row[column] ?? 0) == (row[from] ?? 0) - (row[less] ?? 0) else { return false }
            for rate in rates where rate == column + 1 {
                guard let stated = row[rate] else {
                    guard (row[column] ?? 0) == 0 || (row[less] ?? 0) == 0 else { return false }
                    continue
                }
                guard let base = row[less], base != 0 else { return false }
                let computed = Double(row[column] ?? 0) / Double(base) * 100
                guard abs(abs(computed) - abs(Double(stated) / 10_000)) < 0.06 else { return false }
            }
        }
        return true
    }

    // MARK: The rows together

    /// Whether no row stands below each: the rows that others are the sum of.
    private var narrowest: [Bool] {
        let codes = rows.compactMap(\.code)
        return rows.map { row in
            guard let code = row.code else { return codes.isEmpty }
            return !codes.contains { $0.count > code.count && $0.opens(with: code) }
        }
    }

    /// The rows that a row is the sum of.
    private func members(of index: Int, _ narrowest: [Bool]) -> [Int] {
        let own = rows[index]
        return rows.indices.filter { other in
            guard other != index, narrowest[other], !rows[other].isTotal else { return false }
            if own.isTotal { return true }
            guard let code = own.code, let inner = rows[other].code else { return false }
            return inner.count > code.count && inner.opens(with: code)
        }
    }

    private mutating func settle() {
        let narrowest = narrowest
        let groups = rows.indices.map { ($0, members(of: $0, narrowest)) }.filter { !$0.1.isEmpty }
            .sorted { $0.1.count < $1.1.count }
        for (whole, members) in groups {
            if let place = places[whole] {
                settle(members, sum: spread(place, rows[whole].numbers))
            } else if let arrangements = open[whole], members.allSatisfy({ places[$0] != nil }) {
                let sum = self.sum(members)
                let fitting = arrangements.filter { Self.isSame(spread($0, rows[whole].numbers), sum, but: rates) }
                if fitting.count == 1 { close(whole, fitting[0]) }
            }
        }
    }

    private func sum(_ members: [Int]) -> [Int64] {
        var sum = Array(repeating: Int64(0), count: width)
        for member in members {
            for (place, number) in zip(places[member] ?? [], rows[member].numbers) { sum[place] += number }
        }
        return sum
    }

    private static func isSame(_ row: [Int64?], _ sum: [Int64], but rates: [Int]) -> Bool {
        sum.indices.allSatisfy { rates.contains($0) || (row[$0] ?? 0) == sum[$0] }
    }

    /// Places the rows whose arrangement is the same wherever the rows add up.
    private mutating func settle(_ members: [Int], sum: [Int64?]) {
        let left = members.filter { places[$0] == nil }
        guard !left.isEmpty, left.allSatisfy({ open[$0] != nil }) else { return }
        let options = left.map { open[$0] ?? [] }
        var product = 1
        for option in options {
            product *= option.count
            guard product <= Self.mostArrangements else { return }
        }
        var rest = self.sum(members.filter { places[$0] != nil })
        var agreed: [[Int]?]?
        var chosen: [[Int]] = []
        func go(_ depth: Int) {
            if depth == left.count {
                guard Self.isSame(sum, rest, but: rates) else { return }
                if let before = agreed {
                    agreed = zip(before, chosen).map { $0 == $1 ? $0 : nil }
                } else {
                    agreed = chosen
                }
                return
            }
            for option in options[depth] {
                let numbers = rows[left[depth]].numbers
                for (place, number) in zip(option, numbers) { rest[place] += number }
                chosen.append(option)
                go(depth + 1)
                chosen.removeLast()
                for (place, number) in zip(option, numbers) { rest[place] -= number }
            }
        }
        go(0)
        for (index, place) in zip(left, agreed ?? []) { if let place { close(index, place) } }
    }

    private mutating func close(_ index: Int, _ place: [Int]) {
        places[index] = place
        open[index] = nil
    }
}
