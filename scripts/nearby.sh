#!/usr/bin/env bash
# Two laptops in network namespaces on one wire find each other by mDNS, without an address and without a hub, and
# share what one of them writes.
# Usage: scripts/nearby.sh [FOLDER WITH nabij AND nabij-hub]
set -euo pipefail
cd "$(dirname "$0")/.."
programs="$(cd "${1:-target/debug}" && pwd)"

say() { printf '%s\n' "$*"; }

if ! command -v ip > /dev/null || ! ip netns add nearby-probe 2> /dev/null; then
    say "SKIPPED: network namespaces are not allowed here (needs root and iproute2)"
    exit 0
fi
ip netns del nearby-probe

stage="$(mktemp -d)"
export NABIJ_PASSPHRASE='fiets molen appel rivier lamp zolder kaart' NABIJ_LANG=nl XDG_STATE_HOME="$stage/state"
running=()

clear_away() {
    [ ${#running[@]} -eq 0 ] || { kill "${running[@]}"; wait "${running[@]}"; } 2> /dev/null || true
    for name in fatima bram; do
        ip netns del "nearby-$name" 2> /dev/null || true
    done
    rm -rf "$stage"
}
trap clear_away EXIT

for name in fatima bram; do
    ip netns add "nearby-$name"
    ip -n "nearby-$name" link set lo up
done
ip link add wire netns nearby-fatima type veth peer name wire netns nearby-bram
number=0
for name in fatima bram; do
    number=$((number + 1))
    ip -n "nearby-$name" addr add "10.79.0.$number/24" dev wire
    ip -n "nearby-$name" link set wire up
    ip -n "nearby-$name" route add 224.0.0.0/4 dev wire
done

on() {
    local name="$1"
    shift
    ip netns exec "nearby-$name" "$programs/nabij" --home "$stage/$name" "$@"
}
field() { python3 -c 'import json, sys; print(json.load(sys.stdin)[sys.argv[1]])' "$1"; }

# A team needs a hub once; then it goes away.
ip netns exec nearby-fatima "$programs/nabij-hub" serve --listen 10.79.0.1:8787 --data "$stage/hub" > "$stage/hub.log" 2>&1 &
running+=($!)
until grep -qs 'ws://' "$stage/hub.log"; do sleep 0.1; done
on fatima init --team 'Wijkteam West' --name Fatima --role coach --hub ws://10.79.0.1:8787 > /dev/null
on fatima sync > /dev/null
invitation="$(on fatima --json invite --role coach | field invitation)"
on bram join "$invitation" --name Bram > /dev/null || true
for name in fatima bram fatima; do on "$name" sync > /dev/null 2>&1; done
case_id="$(on fatima --json case add 'Gezin Vlier' --with Bram | field case)"
for name in fatima bram; do on "$name" sync > /dev/null; done
kill "${running[@]}"
wait "${running[@]}" || true
running=()

for name in fatima bram; do on "$name" nearby --on > /dev/null; done
on bram moment add --case "$case_id" --text 'Bram, zonder hub en zonder adres.' > /dev/null
for name in fatima bram; do
    mkfifo "$stage/$name.in"
    ip netns exec "nearby-$name" "$programs/nabij" --home "$stage/$name" rpc < "$stage/$name.in" > "$stage/$name.out" 2> "$stage/$name.err" &
    running+=($!)
done
exec 7> "$stage/fatima.in" 8> "$stage/bram.in"
for laptop in 7 8; do
    printf '%s\n' "{\"jsonrpc\":\"2.0\",\"id\":0,\"method\":\"unlock_vault\",\"params\":{\"passphrase\":\"$NABIJ_PASSPHRASE\"}}" >&"$laptop"
done
began=$SECONDS
until grep -q 'zonder hub en zonder adres' "$stage/fatima.out"; do
    if [ $((SECONDS - began)) -ge 60 ]; then
        say "Fatima has not found Bram within a minute"
        tail -n 3 "$stage/fatima.out"
        exit 1
    fi
    printf '%s\n' "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"read_case\",\"params\":{\"caseId\":\"$case_id\",\"limit\":5,\"before\":null}}" >&7
    printf '%s\n' '{"jsonrpc":"2.0","id":2,"method":"read_nearby","params":{}}' >&7
    sleep 0.5
done
say "Fatima found Bram by mDNS and has what he wrote, after $((SECONDS - began)) s"
