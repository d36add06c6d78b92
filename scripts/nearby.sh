#!/usr/bin/env bash
# Two laptops in network namespaces on one wire find each other by mDNS, without an address and without a hub, and
# share what one of them writes.
# Usage: scripts/nearby.sh [FOLDER WITH nabij AND nabij-hub]
set -euo pipefail
cd "$(dirname "$0")/.."
programs="$(cd "${1:-target/debug}" && pwd)"

prefix=nearby
. scripts/namespaces.sh

namespaces_or_skip
set_stage
running=()
hub_pid=''

clear_away() {
    [ -z "$hub_pid" ] || kill "$hub_pid" 2> /dev/null || true
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

# A team needs a hub once; then it goes away.
start_hub fatima 10.79.0.1:8787
found_team 10.79.0.1:8787
kill "$hub_pid"
wait "$hub_pid" || true
hub_pid=''

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
