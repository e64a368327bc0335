#!/usr/bin/env bash
# Builds the C library for installing: scripts/c/build.sh [FOLDER], default .build/c
# Makes FOLDER/lib/libjuesuan.so.MAJOR.MINOR.PATCH with its links, FOLDER/include/juesuan.h and a file for pkg-config. Swift's runtime is inside the
# library; of Debian it needs libopenblas0, libnettle8 and libstdc++6.
set -euo pipefail
cd "$(dirname "$0")/../.."
folder=${1:-.build/c}
scripts/setup.sh build
header=Sources/JuesuanHeader
version=$(sed -n 's/^#define JUESUAN_VERSION "\(.*\)"/\1/p' $header/juesuan.h)
abi=$(sed -n 's/^#define JUESUAN_ABI //p' $header/juesuan.h)
swift build -c release --product CJuesuan >&2
build=$(swift build -c release --show-bin-path)
mkdir -p "$folder/lib/pkgconfig" "$folder/include"
# What SwiftPM links against the runtime of this machine is linked once more with the runtime inside.
swiftc -use-ld=lld -emit-library -static-stdlib -O -o "$folder/lib/libjuesuan.so.$version" \
    @"$build/CJuesuan.product/Objects.LinkFileList" \
    -Xlinker --version-script=$header/juesuan.map -Xlinker -soname="libjuesuan.so.$abi" \
    -Xlinker --gc-sections -Xlinker -s -Xlinker -z -Xlinker defs \
    -lopenblas -l:liblapacke.a -lnettle -lstdc++ -lm \
    -lFoundationEssentials -lFoundation -lFoundationInternationalization -l_FoundationICU -lCoreFoundation \
    -l_FoundationCShims -l_FoundationCollections -ldispatch -lBlocksRuntime 2> >(grep -v "mktemp" >&2)
ln -sf "libjuesuan.so.$version" "$folder/lib/libjuesuan.so.$abi"
ln -sf "libjuesuan.so.$abi" "$folder/lib/libjuesuan.so"
cp $header/juesuan.h "$folder/include/"
cat >"$folder/lib/pkgconfig/juesuan.pc" <<PC
prefix=\${pcfiledir}/../..
Name: juesuan
Description: Forecasts, ranges, explanations and anomalies for blocks of annual series
Version: $version
Cflags: -I\${prefix}/include
Libs: -L\${prefix}/lib -ljuesuan
PC
echo "build: $folder/lib/libjuesuan.so.$version" >&2
