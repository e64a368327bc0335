import Consistency
import Disclosures
import FinalAccounts
import Foundation
import PlantedErrors

/// `check-study [table] FIRST-SEED PER-FAMILY CLEAN`: the tables of docs/consistency.md.
/// `check-study misses FIRST-SEED COUNT [FAMILY]`: what was not found, or not named rightly.
/// `check-study clean FIRST-SEED COUNT`: what is found in documents without an error.
/// `check-study write SEED pdf|text FILE`: one document; `write-pages PAGES FILE`: the first with so many pages.
/// `check-study time FILE…`: reading and checking, timed.
let arguments = CommandLine.arguments
func number(_ index: Int, _ otherwise: UInt64) -> UInt64 {
    arguments.indices.contains(index) ? UInt64(arguments[index]) ?? otherwise : otherwise
}

let table = try String(contentsOfFile: "Data/subjects/functional.tsv", encoding: .utf8)
let characters = try LikeCharacters(parsing: String(contentsOfFile: "Data/characters/alike.tsv", encoding: .utf8))
let study = MutationStudy(subjects: try SubjectDictionary(parsing: table), characters: characters)
switch arguments.dropFirst().first {
case "misses":
    try await StudyReport(study: study).misses(
        from: number(2, 1), count: number(3, 20),
        families: ErrorFamily.allCases.filter {
            arguments.count < 5 || arguments[4...].contains($0.rawValue) || arguments[4...].contains("\($0)")
        })
case "clean":
    try await StudyReport(study: study).showClean(from: number(2, 1), count: number(3, 100))
case "time":
    try CheckTiming(subjects: try SubjectDictionary(parsing: table), characters: characters).report(
        Array(arguments.dropFirst(2)))
case "write-pages":
    var seed: UInt64 = 2
    while try study.document(seed: seed).pageCount < Int(number(2, 30)) { seed += 2 }
    try Data(try study.document(seed: seed).pdf()).write(to: URL(filePath: arguments[3]))
case "write":
    let document = try study.document(seed: number(2, 1))
    let bytes = arguments[3] == "pdf" ? document.pdf() : Array(document.text().utf8)
    try Data(bytes).write(to: URL(filePath: arguments[4]))
default:
    try await StudyReport(study: study).table(from: number(2, 1), perFamily: number(3, 20), clean: number(4, 200))
}
