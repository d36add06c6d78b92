#!/usr/bin/env bash
# Installs what is missing, and only that. Usage: scripts/setup.sh core|run|test
#   core   building the hub and the command line program
#   run    also building and opening the window
#   test   also driving the window without a screen
# Ends with an error, and says what to install by hand, where it cannot install itself.
set -euo pipefail
cd "$(dirname "$0")/.."
goal="${1:-run}"

core_packages=(build-essential pkg-config libssl-dev)
window_packages=(libwebkit2gtk-4.1-dev librsvg2-dev)
test_packages=(postgresql webkit2gtk-driver xvfb dbus xdotool imagemagick fonts-dejavu-core)
# Keep in step with crates.io: the newest 2.x, which speaks to the Tauri that Cargo.lock names.
driver_version=2.1.0

say() { printf '%s\n' "$*" >&2; }

case "$goal" in
    core) packages=("${core_packages[@]}") ;;
    run) packages=("${core_packages[@]}" "${window_packages[@]}") ;;
    test) packages=("${core_packages[@]}" "${window_packages[@]}" "${test_packages[@]}") ;;
    *) say "usage: scripts/setup.sh core|run|test"; exit 2 ;;
esac

# System packages.
if command -v dpkg-query > /dev/null; then
    missing=()
    for package in "${packages[@]}"; do
        status="$(dpkg-query -W -f '${db:Status-Status}' "$package" 2> /dev/null || true)"
        [ "$status" = installed ] || missing+=("$package")
    done
    if [ "${#missing[@]}" -gt 0 ]; then
        say "installing: ${missing[*]}"
        as_root=()
        if [ "$(id -u)" -ne 0 ]; then
            if ! command -v sudo > /dev/null; then
                say "this needs an administrator: apt-get install ${missing[*]}"
                exit 1
            fi
            as_root=(sudo)
        fi
        "${as_root[@]}" apt-get update -q < /dev/null
        "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
            apt-get install -q -y --no-install-recommends "${missing[@]}" < /dev/null
    fi
else
    say "this is not Debian or Ubuntu; assuming that you installed the equivalents of: ${packages[*]}"
fi

# Compilers that a distribution often has too old: not installed behind anybody's back.
if ! command -v cargo > /dev/null; then
    say "Rust is missing: install the stable toolchain with rustup (https://rustup.rs)"
    exit 1
fi
[ "$goal" = core ] && exit 0

if ! node -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 20 || (a === 20 && b >= 19) ? 0 : 1)' 2> /dev/null; then
    say "Node 20.19 or newer is missing (https://nodejs.org)"
    exit 1
fi

# Packages of a folder, again only when its lock changed since.
npm_packages() {
    local folder="$1"
    shift
    local stamp="$folder/node_modules/.nabij-lock"
    if ! cmp -s "$folder/package-lock.json" "$stamp"; then
        say "installing the packages of $folder"
        (cd "$folder" && npm ci --no-audit --no-fund --loglevel=error "$@" < /dev/null)
        cp "$folder/package-lock.json" "$stamp"
    fi
}
npm_packages ui
[ "$goal" = run ] && exit 0

# Some packages fetch browsers after installation; the real window needs none of them.
npm_packages tests/e2e --ignore-scripts

# Speaks WebDriver to the window on behalf of the tests.
if ! .tools/bin/tauri-driver --help > /dev/null 2>&1 \
    || ! grep -qF "tauri-driver $driver_version " .tools/.crates.toml; then
    say "building tauri-driver $driver_version"
    cargo install tauri-driver --version "$driver_version" --locked --debug --quiet \
        --root .tools --target-dir target/tools < /dev/null
fi
