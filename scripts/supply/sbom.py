#!/usr/bin/env python3
"""Writes a software bill of materials (CycloneDX 1.5, JSON) of the program to standard output: sbom.py [PROGRAM].

Swift packages with their commits from swift-packages.txt, Debian packages that the program is linked with or calls with the
versions installed here, and, where the programs are given, their SHA-256. What the server alone is linked with says so. Python packages are tools of scripts and no part of it.
"""
import hashlib
import json
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
#: What both programs are linked with; all else that is not the parser of arguments came with the server.
BOTH = {"grdb.swift", "yams"}
PARSED = {"swift-argument-parser": "juesuan", "async-http-client": "neither: it comes along and is not built"}


def lines(path):
    for line in (ROOT / path).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split()


def swift_packages():
    manifest = (ROOT / "Package.swift").read_text(encoding="utf-8")
    places = {name.lower(): url for url, name in re.findall(r'url: "(https://[^"]*/([^"/]+))"', manifest)}
    for identity, version, commit, licence, *place in lines("scripts/supply/swift-packages.txt"):
        url = f"https://github.com/{place[0]}" if place else places[identity]
        yield {
            "type": "library", "name": identity, "version": version,
            "bom-ref": f"swift:{identity}@{version}", "scope": "required",
            "purl": f"pkg:swift/{url.removeprefix('https://')}@{version}",
            "licenses": [{"license": {"id": licence}}],
            "externalReferences": [{"type": "vcs", "url": f"{url}#{commit}"}],
            "properties": [
                {"name": "commit", "value": commit},
                {"name": "linked into", "value": "juesuan, juesuan-serve" if identity in BOTH else PARSED.get(identity, "juesuan-serve")},
            ],
        }


def debian_packages():
    for purpose, package, *_ in lines("scripts/packages.txt"):
        if purpose not in ("build", "run"):
            continue
        shown = subprocess.run(
            ["dpkg-query", "-W", "-f", "${Version} ${Architecture} ${db:Status-Status}", package],
            capture_output=True, text=True)
        version, architecture, status = (shown.stdout.split() + ["", "", ""])[:3]
        component = {
            "type": "library" if purpose == "build" else "application", "name": package,
            "bom-ref": f"deb:{package}", "scope": "required" if purpose == "build" else "optional",
            "purl": f"pkg:deb/debian/{package}",
        }
        if status == "installed":
            component["version"] = version
            component["purl"] += f"@{version}?arch={architecture}"
        yield component


def digest(path):
    return {"alg": "SHA-256", "content": hashlib.sha256(path.read_bytes()).hexdigest()}


def main():
    text = (ROOT / "Sources/FinalAccounts/Version.swift").read_text(encoding="utf-8")
    version = re.search(r'"(\d+\.\d+\.\d+[^"]*)"', text)[1]
    program = {"type": "application", "name": "juesuan", "version": version, "bom-ref": "juesuan"}
    given = [pathlib.Path(path) for path in sys.argv[1:]]
    if given:
        program["hashes"] = [digest(given[0])]
        program["components"] = [
            {"type": "application", "name": path.name, "version": version, "bom-ref": path.name, "hashes": [digest(path)]}
            for path in given[1:]
        ]
    components = list(swift_packages()) + list(debian_packages())
    json.dump(
        {
            "bomFormat": "CycloneDX", "specVersion": "1.5", "version": 1, "metadata": {"component": program},
            "components": components,
            "dependencies": [{"ref": "juesuan", "dependsOn": [one["bom-ref"] for one in components]}],
        }, sys.stdout, indent=2, ensure_ascii=False, sort_keys=True)
    print()


main()
