#!/bin/sh
# Fuzzes every decoder of bytes from outside, each for SECONDS_EACH (60 unless given); TARGETS chooses among them.
# What is found stays in fuzz/artifacts; the smallest of it becomes a test beside the decoder.
set -eu
cd "$(dirname "$0")/.."
if cargo +nightly --version >/dev/null 2>&1; then
    cargo="cargo +nightly"
else
    echo "fuzz: there is no nightly toolchain; the stable compiler is told to allow what fuzzing needs" >&2
    cargo=cargo
    export RUSTC_BOOTSTRAP=1
fi
command -v cargo-fuzz >/dev/null || cargo install cargo-fuzz --locked
# The wire format's own snapshots are where mutation begins; other targets write their own seeds.
mkdir -p fuzz/corpus/message
python3 - <<'PY'
import pathlib
import re

snapshot = pathlib.Path("crates/protocol/tests/snapshots/wire__messages.snap").read_text()
for number, digits in enumerate(re.findall(r"^\w+ ((?:[0-9a-f]{2})+)$", snapshot, re.M)):
    pathlib.Path(f"fuzz/corpus/message/{number}").write_bytes(bytes.fromhex(digits))
PY
all="message session roster roster_records change sealed share_file share_file_opened invitation"
for target in ${TARGETS:-$all}; do
    $cargo fuzz run --fuzz-dir fuzz "$target" -- -max_total_time="${SECONDS_EACH:-60}" -timeout=25 \
        -rss_limit_mb=2048 -malloc_limit_mb=512 -max_len=65536 -print_final_stats=1
done
