# Read by network.sh and nearby.sh: laptops in network namespaces "$prefix-NAME", which are root's to make.
# They set `prefix`, and `programs`, the folder with nabij and nabij-hub; each clears away what it made.

say() { printf '%s\n' "$*"; }

# Ends the script, and says so, where namespaces are not allowed.
namespaces_or_skip() {
    if ! command -v ip > /dev/null || ! ip netns add "$prefix-probe" 2> /dev/null; then
        say "SKIPPED: network namespaces are not allowed here (needs root and iproute2)"
        exit 0
    fi
    ip netns del "$prefix-probe"
}

# A folder for everything, and the environment that the programs need.
set_stage() {
    stage="$(mktemp -d)"
    export NABIJ_PASSPHRASE='fiets molen appel rivier lamp zolder kaart' NABIJ_LANG=nl XDG_STATE_HOME="$stage/state"
}

# on NAME ARGUMENTS...: `nabij` on that laptop.
on() {
    local name="$1"
    shift
    ip netns exec "$prefix-$name" "$programs/nabij" --home "$stage/$name" "$@"
}

# field NAME: that field of the JSON on standard input.
field() { python3 -c 'import json, sys; print(json.load(sys.stdin)[sys.argv[1]])' "$1"; }

# Starts a hub in the namespace of $1, listening at $2; its process in `hub_pid`.
start_hub() {
    ip netns exec "$prefix-$1" "$programs/nabij-hub" serve --listen "$2" --data "$stage/hub" > "$stage/hub.log" 2>&1 &
    hub_pid=$!
    local tries=0
    until grep -qs 'ws://' "$stage/hub.log"; do
        tries=$((tries + 1))
        [ "$tries" -lt 300 ] || { say "the hub does not start"; exit 1; }
        sleep 0.1
    done
}

# Fatima founds a team with the hub at $1, Bram joins it, and both have a case: `case_id`.
found_team() {
    local invitation name
    on fatima init --team 'Wijkteam West' --name Fatima --role coach --hub "ws://$1" > /dev/null
    on fatima sync > /dev/null
    invitation="$(on fatima --json invite --role coach | field invitation)"
    on bram join "$invitation" --name Bram > /dev/null || true
    for name in fatima bram fatima; do on "$name" sync > /dev/null; done
    case_id="$(on fatima --json case add 'Gezin Vlier' --with Bram | field case)"
    for name in fatima bram; do on "$name" sync > /dev/null; done
}
