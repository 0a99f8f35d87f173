#!/usr/bin/env bash
# Fuzzes one target with libFuzzer and the compiler of the repository; cargo-fuzz, where it is there, does the same.
#
# Usage: fuzz/run.sh TARGET [SECONDS]: read, dates, furniture, anchor, code, dictionary, bargain, or of the site
# form, json, desk, multipart, feed. New inputs go below target/fuzz; a crash is kept beside them and ends the run.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
target=${1:?which target? see the head of this file}
seconds=${2:-600}
package=$here
if [ -e "$here/site/fuzz_targets/$target.rs" ]; then package=$here/site; fi
found=$here/../target/fuzz
mkdir -p "$found/$target"
host=$(rustc -vV | sed -n 's/^host: //p')
passes="-Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 -Cllvm-args=-sanitizer-coverage-inline-8bit-counters"
export RUSTFLAGS="$passes -Cllvm-args=-sanitizer-coverage-pc-table -Cllvm-args=-sanitizer-coverage-trace-compares --cfg fuzzing"
cd "$package"
cargo build --release --config profile.release.opt-level=1 --config profile.release.debug-assertions=true \
    --target "$host" --target-dir "$found/build" --bin "$target"
"$found/build/$host/release/$target" -max_total_time="$seconds" -timeout=60 -artifact_prefix="$found/$target-" \
    "$found/$target" "$package/corpus/$target"
