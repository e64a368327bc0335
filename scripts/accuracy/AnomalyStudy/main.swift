import SyntheticAccounts

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

// Run through scripts/accuracy/anomalies.sh, which says what the arguments are.
let arguments = CommandLine.arguments.dropFirst().compactMap { UInt64($0) }
guard arguments.count == 2, arguments[1] > 0 else {
    print("usage: anomaly-study FIRST-SEED LEDGERS")
    exit(64)
}
let seeds = arguments[0]..<(arguments[0] + arguments[1])

for scenario in RankingScenario.all {
    var study = RankingStudy()
    for seed in seeds { try study.add(SyntheticLedger(seed: seed, shape: scenario.shape)) }
    print("\(scenario.title); seeds \(seeds.lowerBound) to \(seeds.upperBound - 1)\n\n\(study.table)\n")
}
