#!/bin/sh
# Fuzzes every decoder of bytes from outside, each for SECONDS (60 unless given). Needs a nightly toolchain.
# What is found stays in fuzz/artifacts; the smallest of it becomes a test beside the decoder.
set -eu
cd "$(dirname "$0")/.."
if ! cargo +nightly --version >/dev/null 2>&1; then
    echo "fuzz: there is no nightly toolchain on this machine; nothing was fuzzed" >&2
    exit 1
fi
command -v cargo-fuzz >/dev/null || cargo install cargo-fuzz --locked
# The wire format's own snapshots are where mutation begins.
mkdir -p fuzz/corpus/message
python3 - <<'PY'
import pathlib
import re

snapshot = pathlib.Path("crates/protocol/tests/snapshots/wire__messages.snap").read_text()
for number, digits in enumerate(re.findall(r"^\w+ ((?:[0-9a-f]{2})+)$", snapshot, re.M)):
    pathlib.Path(f"fuzz/corpus/message/{number}").write_bytes(bytes.fromhex(digits))
PY
for target in message session roster change share_file; do
    cargo +nightly fuzz run --fuzz-dir fuzz "$target" -- \
        -max_total_time="${SECONDS_EACH:-60}" -rss_limit_mb=2048 -max_len=65536 -print_final_stats=0
done
