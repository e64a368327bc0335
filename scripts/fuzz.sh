#!/usr/bin/env bash
# Fuzzes the parsers with libFuzzer: scripts/fuzz.sh [TARGET|all] [SECONDS for each target, default 60]
# Inputs that make a parser fail are kept in Fuzzing/found/TARGET; each becomes a fixture once it is mended.
# `scripts/fuzz.sh smoke [SECONDS in total, default 60]` goes over all targets in that time, after replaying the seeds.
set -euo pipefail
cd "$(dirname "$0")/.."
all=(sniffing text pdf container xlsx docx html csv table yaml)
target=${1:-all}
# A look over all targets is built sooner than the optimizer sees whole modules.
configuration=release
case $target in
all) targets=("${all[@]}") seconds=${2:-60} ;;
smoke) targets=("${all[@]}") seconds=$((${2:-60} / ${#all[@]})) configuration=debug ;;
*)
    [[ " ${all[*]} " == *" $target "* ]] || { echo "fuzz: no target '$target'; one of ${all[*]} smoke all" >&2; exit 64; }
    targets=("$target") seconds=${2:-60}
    ;;
esac
scripts/setup.sh build run
swift build --package-path Fuzzing -c $configuration -Xswiftc -sanitize=fuzzer -Xswiftc -enable-testing >Fuzzing/build.log 2>&1 ||
    { tail -n 30 Fuzzing/build.log >&2; exit 70; }
program=$(swift build --package-path Fuzzing -c $configuration --show-bin-path)/fuzz
failed=0
printf '%-10s %8s %12s %s\n' target seconds executions faults
for target in "${targets[@]}"; do
    working=Fuzzing/working/$target found=Fuzzing/found/$target
    mkdir -p "$working" "$found"
    before=$(find "$found" -type f | wc -l)
    log=Fuzzing/working/$target.log
    # Swift's own report of a trap would keep libFuzzer from writing down the input.
    export SWIFT_BACKTRACE=enable=no
    # -fork goes on after a fault, in a process of its own each time.
    FUZZ_TARGET=$target "$program" -fork=1 -ignore_crashes=1 -ignore_timeouts=1 -ignore_ooms=1 -timeout=5 \
        -rss_limit_mb=2048 -report_slow_units=60 -max_len=16384 -max_total_time="$seconds" -artifact_prefix="$found/" -print_final_stats=1 \
        "$working" "Fuzzing/Seeds/$target" >"$log" 2>&1 || true
    executions=$(grep -oE '^#[0-9]+' "$log" | tail -n 1 | tr -d '#')
    faults=$(($(find "$found" -type f | wc -l) - before))
    printf '%-10s %8s %12s %s\n' "$target" "$seconds" "${executions:-0}" "$faults"
    [ "$faults" -eq 0 ] && [ -n "${executions:-}" ] || failed=1
done
exit "$failed"
