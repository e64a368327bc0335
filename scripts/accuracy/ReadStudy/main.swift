import Disclosures
import FinalAccounts
import Foundation
import Narration
import SyntheticDisclosures

// Run through scripts/accuracy/read.sh, which says what the arguments are.
let arguments = Array(CommandLine.arguments.dropFirst())
if arguments.count > 3, arguments[0] == "bind", let resolution = Int(arguments[2]) {
    let pictures = try arguments[3...].map { Array(try Data(contentsOf: URL(filePath: $0))) }
    try Data(PictureDocument.file(of: pictures, resolution: resolution)).write(to: URL(filePath: arguments[1]))
    exit(0)
}
guard arguments.count == 4, ["make", "score", "texts", "make-forms", "forms", "scans"].contains(arguments[0]),
    let first = UInt64(arguments[2]),
    let count = UInt64(arguments[3]), count > 0
else {
    print("usage: read-study make|score|texts|make-forms|forms|scans FOLDER FIRST-SEED DOCUMENTS")
    print("       read-study bind OUTPUT.pdf RESOLUTION PICTURE.jpg ...")
    exit(64)
}
let folder = URL(filePath: arguments[1])
let names = try SubjectNames(folder: URL(filePath: "Data/subjects"))
let seeds = first..<(first + count)

if arguments[0] == "make" {
    for seed in seeds {
        let form = SyntheticForm(seed: seed, names: names)
        try Data(form.html.utf8).write(to: folder.appending(path: "\(seed).html"))
    }
} else if arguments[0] == "make-forms" {
    for seed in seeds { try FormStudy.make(seed, SyntheticForm(seed: seed, names: names), in: folder) }
} else if arguments[0] == "forms" {
    var study = FormStudy(folder: folder)
    for seed in seeds { try study.add(seed, SyntheticForm(seed: seed, names: names)) }
    print(study.report)
} else if arguments[0] == "scans" {
    let texts = try ["functional", "economic", "crosswalk"].map {
        try String(contentsOf: URL(filePath: "Data/subjects/\($0).tsv"), encoding: .utf8)
    }
    let subjects = try SubjectCatalog(functional: texts[0], economic: texts[1], crosswalk: texts[2])
    var study = ScanStudy(subjects: subjects)
    for seed in seeds {
        let page = 2 + Int(seed % 9)
        study.add(
            "seed \(seed)", SyntheticForm(seed: seed, names: names), folder.appending(path: "\(seed)-scan.pdf").path,
            printed: folder.appending(path: "\(seed).pdf").path, pages: page...page)
    }
    for name in ["putuo-planning-2024", "putuo-social-work-2024"] {
        study.addReal(name, folder.appending(path: "\(name)-scan.pdf").path)
    }
    print(study.report)
} else if arguments[0] == "texts" {
    for seed in seeds {
        let style = NarrativeStyle.allCases[Int(seed) % NarrativeStyle.allCases.count]
        let text = NarrativeWriter(style: style).write(try SampleDisclosure(seed: seed).make()).text
        try Data(text.utf8).write(to: folder.appending(path: "\(seed).txt"))
    }
} else {
    var study = ReadStudy(recognition: ProcessInfo.processInfo.environment["OCR"] == "1" ? .always : .off)
    for seed in seeds {
        try study.add(seed, SyntheticForm(seed: seed, names: names), folder.appending(path: "\(seed).pdf").path)
    }
    print(study.report)
}
