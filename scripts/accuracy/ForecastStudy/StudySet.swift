import Forecasting
import SeededNumbers

/// All panels.
struct StudyPanels {
    var israel: Panel
    var navarra: Panel
    var philadelphia: Panel
    var cities: [Panel]

    /// The cities that everything was chosen on.
    static let tuningCities = 12

    init(folder: String) throws {
        israel = try Panel.read(folder + "/israel.csv", name: "Israel", lengths: [4, 6, 8])
        navarra = try Panel.read(folder + "/navarra.csv", name: "Navarra", lengths: [2, 3, 4, 6])
        philadelphia = try Panel.read(folder + "/phila.csv", name: "Philadelphia", lengths: [3, 6])
        cities = try Panel.read(folder + "/ukraine.csv", name: "Ukraine", lengths: [2, 6]).bodies(2)
    }
}

/// Panels that are judged together.
struct StudySet {
    var name: String
    var tasks: [(panel: Panel, target: Int)]

    /// The sets of the parts that everything was chosen on, or of the rest.
    static func all(_ panels: StudyPanels, isTuning: Bool, seed: UInt64, samples: Int) -> [StudySet] {
        let (israel, navarra, phila) = (panels.israel, panels.navarra, panels.philadelphia)
        let parts: [(panel: Panel, years: ClosedRange<Int>)] =
            isTuning
            ? [(israel, 1997...2000), (navarra, 2016...2019), (phila, 2012...2015)]
            : [(israel, 2001...2003), (navarra, 2020...2025), (phila, 2016...2020)]
        var sets = parts.map { part in
            StudySet(
                name: part.panel.name, tasks: part.years.map { (part.panel.years(0, $0), $0) })
        }
        let towns =
            isTuning
            ? panels.cities.prefix(StudyPanels.tuningCities) : panels.cities.dropFirst(StudyPanels.tuningCities)
        sets.append(
            StudySet(
                name: "Ukraine's cities", tasks: towns.flatMap { town in [2024, 2025].map { (town, $0) } }))
        for part in parts {
            // Targets of samples may lie further back: what is known of them is cut to a few years anyhow.
            let first = isTuning ? (part.panel.lines.map(\.year).min() ?? 0) + 3 : part.years.lowerBound
            var random = SeededGenerator(seed: seed)
            var tasks: [(panel: Panel, target: Int)] = []
            for number in 0..<samples {
                let target = random.integer(
                    max(first, part.panel.name == "Philadelphia" ? 2009 : 0), part.years.upperBound)
                let known = random.integer(3, min(5, max(3, target - first + 3)))
                if let panel = part.panel.sample(target: target, known: known, isRun: number % 2 == 0, &random) {
                    tasks.append((panel, target))
                }
            }
            sets.append(StudySet(name: "small of \(part.panel.name)", tasks: tasks))
        }
        return sets
    }
}
