#!/usr/bin/env bash
# Runs everything, stops at the first stage that fails, and says how long each stage took.
set -euo pipefail
cd "$(dirname "$0")/.."

# The hub's second store is tested, not skipped.
export NABIJ_NEED_POSTGRES=1

stages=()
report() {
    printf '\n%-38s %s\n' 'stage' 'minutes'
    [ "${#stages[@]}" -eq 0 ] || printf '%s\n' "${stages[@]}"
}

stage() {
    local name="$1" start=$SECONDS
    shift
    printf '\n== %s\n' "$name"
    if ! "$@" < /dev/null; then
        report
        printf '\nFAILED: %s\n' "$name"
        exit 1
    fi
    local took=$((SECONDS - start))
    stages+=("$(printf '%-38s %d:%02d' "$name" $((took / 60)) $((took % 60)))")
}

rust_tests() {
    # One set of artifacts for the whole run: always the whole workspace, always the dev profile.
    if command -v cargo-nextest > /dev/null; then
        cargo nextest run --locked --workspace --no-fail-fast && cargo test --locked --workspace --doc
    else
        cargo test --locked --workspace
    fi
}

stage 'what is needed' scripts/setup.sh test
stage 'interface: build' scripts/ui.sh
stage 'interface: lint' npm --prefix ui run --silent lint
stage 'interface: tests' npm --prefix ui test --silent
stage 'Rust: format' cargo fmt --all --check
stage 'Rust: tests' rust_tests
stage 'Rust: lint' cargo clippy --locked --workspace --all-targets --no-deps -- -D warnings
stage 'programs' cargo build --locked --workspace --bins
stage 'real window' node tests/e2e/run.mjs

report
printf '\nAll stages passed.\n'
