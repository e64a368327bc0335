"""Holds the solutions of rules-study, on standard input, against OSQP: compare.py"""
import json
import sys

import numpy
import osqp
from scipy import sparse

TOLERANCE, MILLISECONDS = 1e-6, 50


def spreads(case):
    """How readily each line gives, as docs/drafting.md says; no line has a range here."""
    sizes = numpy.abs(numpy.array(case["wanted"], dtype=float))
    own = numpy.maximum(sizes, 1e-3 * sizes.mean())
    if case["spread"] == "priority":
        own = own * 100.0 ** (numpy.array(case["priority"]) - 1)
    return own


def reference(case):
    """The problem in shares of its largest number, by OSQP with polishing."""
    wanted = numpy.array(case["wanted"], dtype=float)
    scale, count = wanted.max(), len(wanted)
    lower, upper = numpy.zeros(count), numpy.full(count, numpy.inf)
    rows, low, high = [], [], []
    for rule in case["rules"]:
        members = rule["lines"]
        if rule["kind"] == "fixed":
            lower[members] = upper[members] = rule["amount"] / scale
        elif rule["kind"] == "bounds":
            lower[members] = numpy.maximum(lower[members], wanted[members] / scale * (1 - rule["down"]))
            upper[members] = numpy.minimum(upper[members], wanted[members] / scale * (1 + rule["up"]))
        else:
            row = numpy.zeros(count)
            row[members] = 1
            bound = 0.0
            if rule["kind"] == "link":
                row[rule["of"]] = -rule["rate"]
            else:
                bound = rule["amount"] / scale
            rows.append(row / numpy.linalg.norm(row))
            high.append(bound / numpy.linalg.norm(row))
            low.append(high[-1] if rule["kind"] == "link" or rule["exact"] else -numpy.inf)
    give = spreads(case)
    weights = 1 / (give / give.mean())
    solver = osqp.OSQP()
    solver.setup(
        sparse.diags(weights, format="csc"), -weights * wanted / scale,
        sparse.vstack([sparse.csc_matrix(numpy.array(rows)), sparse.identity(count)], format="csc"),
        numpy.concatenate([low, lower]), numpy.concatenate([high, upper]), eps_abs=1e-12, eps_rel=1e-12,
        max_iter=400_000, polishing=True, verbose=False)
    return solver.solve().x * scale, scale


def broken(case):
    """The rules that the solution does not keep to the last digit."""
    solution, count = case["solution"], 0
    for rule in case["rules"]:
        values = [solution[place] for place in rule["lines"]]
        if rule["kind"] == "ceiling":
            count += sum(values) != rule["amount"] if rule["exact"] else sum(values) > rule["amount"]
        elif rule["kind"] == "fixed":
            count += any(value != rule["amount"] for value in values)
        elif rule["kind"] == "link":
            count += abs(values[0] - rule["rate"] * sum(solution[place] for place in rule["of"])) > 0.5000001
        elif rule["kind"] == "bounds":
            for place, value in zip(rule["lines"], values):
                wanted = case["wanted"][place]
                count += not wanted * (1 - rule["down"]) - 1e-3 <= value <= wanted * (1 + rule["up"]) + 1e-3
    return count


def main():
    worst, violations, slowest, solved, named, conflicts, failed = 0.0, 0, 0.0, 0, 0, 0, []
    for text in sys.stdin:
        case = json.loads(text)
        if "error" in case:
            failed.append(case["error"])
        elif "conflict" in case:
            conflicts += 1
            named += case["conflict"] == case["planted"]
        else:
            solved += 1
            violations += broken(case)
            expected, scale = reference(case)
            worst = max(worst, numpy.abs(numpy.array(case["solution"]) - expected).max() / scale)
            if len(case["wanted"]) == 1000:
                slowest = max(slowest, case["milliseconds"])
    print(f"rules: {solved} drafts solved, {len(failed)} not: {sorted(set(failed))[:3]}")
    print(f"  rules broken                          {violations}")
    print(f"  worst distance from OSQP              {worst:.1e} of the largest line (bound {TOLERANCE})")
    print(f"  slowest draft of 1,000 lines          {slowest:.1f} ms (bound {MILLISECONDS})")
    print(f"  conflicts named as they were planted  {named} of {conflicts}")
    ok = not failed and not violations and worst < TOLERANCE and slowest < MILLISECONDS and named == conflicts
    sys.exit(0 if ok else 1)


main()
