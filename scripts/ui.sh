#!/usr/bin/env bash
# Builds the interface into ui/dist, which the window embeds; again only when something changed,
# because a new ui/dist makes cargo compile the window again.
set -euo pipefail
cd "$(dirname "$0")/.."

scripts/setup.sh run
stamp=ui/node_modules/.nabij-built
sources() {
    find ui -path ui/node_modules -prune -o -path ui/dist -prune -o -type f -print0 \
        | LC_ALL=C sort -z | xargs -0 sha256sum | sha256sum
}
now="$(sources)"
if [ -f ui/dist/index.html ] && [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$now" ]; then
    exit 0
fi
(cd ui && npm run --silent build < /dev/null)
printf '%s\n' "$now" > "$stamp"
