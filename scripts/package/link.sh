#!/usr/bin/env bash
# Builds a program and links it with Swift's libraries inside: scripts/package/link.sh PRODUCT FILE
# The objects are those of the release build, which run.sh, the C library and the tests make too: nothing is compiled twice. Of Debian the
# program needs what it calls.
set -euo pipefail
cd "$(dirname "$0")/../.."
product=$1
swift build --configuration release --product "$product" >&2
build=$(swift build --configuration release --show-bin-path)
swiftc -use-ld=lld -emit-executable -static-stdlib -o "$2" @"$build/$product.product/Objects.LinkFileList" \
    -Xlinker --defsym -Xlinker "main=${product//-/_}_main" -Xlinker --gc-sections -Xlinker -s \
    -lxml2 -lzip -lopenblas -l:liblapacke.a -lstdc++ -lm \
    -lFoundationEssentials -lFoundation -lFoundationInternationalization -l_FoundationICU -lCoreFoundation \
    -l_FoundationCShims -l_FoundationCollections -ldispatch -lBlocksRuntime 2> >(grep -v "mktemp" >&2)
