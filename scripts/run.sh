#!/usr/bin/env bash
# Opens the app; where there is no screen, says so and tells the same story as text.
# Arguments go to the app, for example: scripts/run.sh --home /media/usb/nabij
set -euo pipefail
cd "$(dirname "$0")/.."

if [ -z "${DISPLAY:-}" ] && [ -z "${WAYLAND_DISPLAY:-}" ]; then
    echo "No display here (\$DISPLAY and \$WAYLAND_DISPLAY are empty): running 'nabij demo' instead of the window."
    exec scripts/demo.sh
fi
scripts/ui.sh
exec cargo run --locked -p nabij-desktop -- "$@"
