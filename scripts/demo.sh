#!/usr/bin/env bash
# A hub and two laptops in temporary folders: a night's invented caseload, written offline, shared.
set -euo pipefail
cd "$(dirname "$0")/.."

scripts/setup.sh core
# Both, because the demo starts a real hub.
cargo build --locked -p nabij-cli -p nabij-hub
exec "${CARGO_TARGET_DIR:-target}/debug/nabij" demo "$@"
