import FinalAccounts
import Forecasting
import Foundation
import Platform
import SeededNumbers

// Run through scripts/accuracy/panels.sh, which says what the arguments are.
let arguments = CommandLine.arguments
guard arguments.count >= 3, ["tuning", "rest", "fit"].contains(arguments[2]) else {
    print("usage: forecast-study FOLDER tuning|rest|fit [--model FILE] [--seed N] [--samples N] [--only SET] [--each]")
    exit(64)
}
func option(_ name: String) -> String? {
    arguments.firstIndex(of: name).flatMap { $0 + 1 < arguments.count ? arguments[$0 + 1] : nil }
}
let seed = option("--seed").flatMap { UInt64($0) } ?? 17
let samples = option("--samples").flatMap { Int($0) } ?? 40
let only = option("--only")
let panels = try StudyPanels(folder: arguments[1])
if arguments[2] == "fit" {
    try ModelCard.write(TrainingBodies.tuning(panels), to: option("--model") ?? "small-bodies.json")
    exit(0)
}
let model = try option("--model").map {
    try JSONDecoder().decode(StoredPanelModel.self, from: Data(contentsOf: URL(fileURLWithPath: $0)))
}
let sets = StudySet.all(panels, isTuning: arguments[2] == "tuning", seed: seed, samples: samples)
print(Table.header)
for set in sets where only.map({ set.name.hasPrefix($0) }) ?? true {
    for mode in ForecastMode.allCases {
        let tasks = set.tasks.map { Task(panel: $0.panel, target: $0.target, mode: mode) }
        let judge = Judge(configuration: ForecastConfiguration(threads: 1, shipped: model))
        let judgements: [Judgement?] = try Parallel().map(tasks.count) { place in
            do {
                return try judge.judge(tasks[place])
            } catch ForecastError.noBudget {
                return nil
            }
        }
        let known = judgements.compactMap { $0 }
        let parts: [(String, (Judgement) -> Score)] = [
            ("lines, today's", \.today), ("lines, all", \.all), ("levels", \.middle), ("total", \.total),
        ]
        for (part, scores) in parts {
            if let row = Table.row(set.name, mode, part, known.map(scores)) { print(row) }
        }
        let without = known.reduce(0) { $0 + $1.without }
        if without > 0 { print("<!-- \(set.name) \(mode.rawValue): \(without) subjects without a row -->") }
        if arguments.contains("--each") {
            for (task, judgement) in zip(tasks, judgements) {
                if let judgement,
                    let row = Table.row(task.panel.name + " \(task.target)", mode, "lines", [judgement.today])
                {
                    print(row)
                }
            }
        }
    }
}
