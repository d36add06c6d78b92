#!/usr/bin/env bash
# Real programs on a bad network: a hub and two laptops, each in a network namespace of its own; 300 ms there and
# back, 2 % of the packets lost (1 % each way), links cut in the middle of transfers, and kill -9 of hub and
# laptops, ROUNDS times. Afterwards everything that was called saved is on both laptops, and every chain holds.
# Usage: scripts/network.sh [ROUNDS] [FOLDER WITH nabij AND nabij-hub]
set -euo pipefail
cd "$(dirname "$0")/.."
rounds="${1:-20}"
programs="$(cd "${2:-target/debug}" && pwd)"

prefix=nabij
. scripts/namespaces.sh

namespaces_or_skip
set_stage
hub_at=10.77.0.1
hub_pid='' link_pid=''

clear_away() {
    [ -z "$hub_pid" ] || kill -9 "$hub_pid" 2> /dev/null || true
    [ -z "$link_pid" ] || kill "$link_pid" 2> /dev/null || true
    for name in hub fatima bram; do
        ip netns del "nabij-$name" 2> /dev/null || true
        # The namespace goes when the last program in it has ended; its link must be gone before the next run.
        ip link del "nb-$name" 2> /dev/null || true
    done
    ip link del nabij-bridge 2> /dev/null || true
    rm -rf "$stage"
}
trap clear_away EXIT

ip link add nabij-bridge type bridge
ip link set nabij-bridge up
number=0
for name in hub fatima bram; do
    number=$((number + 1))
    ip netns add "nabij-$name"
    ip link add "nb-$name" type veth peer name eth0 netns "nabij-$name"
    ip link set "nb-$name" master nabij-bridge up
    ip -n "nabij-$name" addr add "10.77.0.$number/24" dev eth0
    ip -n "nabij-$name" link set eth0 up
    ip -n "nabij-$name" link set lo up
done
# 150 ms and 1 % each way for the laptops, by a router of our own: not every kernel has netem.
bad_network() {
    python3 scripts/bad_link.py 0.150 0.01 bad-fatima:hub-fatima bad-bram:hub-bram > "$stage/link.log" 2> "$stage/link.end" &
    link_pid=$!
    local tries=0 number=0 name
    until grep -q ready "$stage/link.log"; do
        tries=$((tries + 1))
        [ "$tries" -lt 100 ] || { say "SKIPPED: delay and loss; no TUN devices here"; cat "$stage/link.end"; link_pid=''; return; }
        sleep 0.1
    done
    for name in fatima bram; do
        number=$((number + 1))
        ip link set "bad-$name" netns "nabij-$name"
        ip link set "hub-$name" netns nabij-hub
        ip -n "nabij-$name" addr add "10.78.$number.2/30" dev "bad-$name"
        ip -n nabij-hub addr add "10.78.$number.1/30" dev "hub-$name"
        ip -n "nabij-$name" link set "bad-$name" up
        ip -n nabij-hub link set "hub-$name" up
        ip -n "nabij-$name" route add "$hub_at/32" dev "bad-$name" src "10.78.$number.2"
    done
}

cut_link() {
    if [ -n "$link_pid" ]; then
        kill -USR1 "$link_pid"
        sleep 0.3
    else
        ip link set nb-fatima down
        sleep 0.3
        ip link set nb-fatima up
    fi
}

start_hub hub "$hub_at:8787"
found_team "$hub_at:8787"
bad_network

: > "$stage/saved"
killed=0 cut=0 hubs=0
began=$SECONDS
for round in $(seq "$rounds"); do
    # Each writes some; what the program calls saved must be there in the end.
    for name in fatima bram; do
        for count in 1 2 3; do
            text="Ronde $round, $name, regel $count."
            printf '{"text": "%s"}\n' "$text"
        done > "$stage/lines"
        on "$name" moment add --case "$case_id" --file "$stage/lines" > /dev/null
        for count in 1 2 3; do printf '%s\n' "Ronde $round, $name, regel $count."; done >> "$stage/saved"
    done
    on fatima sync > /dev/null 2>&1 &
    fatima_pid=$!
    on bram sync > /dev/null 2>&1 &
    bram_pid=$!
    # A late network is met later in a transfer.
    sleep "$([ -z "$link_pid" ] || printf %s $((RANDOM % 3))).$((RANDOM % 90 + 10))"
    case $((RANDOM % 4)) in
        0) pkill -9 -f "$programs/nabij --home $stage/fatima" || true; killed=$((killed + 1)) ;;
        1) pkill -9 -f "$programs/nabij --home $stage/bram" || true; killed=$((killed + 1)) ;;
        2) kill -9 "$hub_pid"; wait "$hub_pid" 2> /dev/null || true; start_hub hub "$hub_at:8787"; hubs=$((hubs + 1)) ;;
        3) cut_link; cut=$((cut + 1)) ;;
    esac
    wait "$fatima_pid" "$bram_pid" 2> /dev/null || true
done

# The network heals; whoever is behind catches up.
if [ -n "$link_pid" ]; then
    kill "$link_pid"; wait "$link_pid" 2> /dev/null || true
    say "bad links: $(cat "$stage/link.end")"
    link_pid=''
fi
for name in fatima bram fatima bram; do on "$name" sync > /dev/null; done

expected="$(wc -l < "$stage/saved")"
for name in fatima bram; do
    on "$name" export contact-moments --case "$case_id" --to "$stage/$name.csv" > /dev/null
    python3 - "$stage/$name.csv" "$stage/saved" "$name" << 'CHECK'
import csv, re, sys
line = re.compile(r"Ronde \d+, \w+, regel \d\.")
shown = [cell for row in csv.reader(open(sys.argv[1], encoding="utf-8-sig"), delimiter=";")
         for cell in row if line.fullmatch(cell)]
saved = open(sys.argv[2]).read().split("\n")[:-1]
missing = set(saved) - set(shown)
twice = len(shown) - len(set(shown))
if missing or twice:
    sys.exit(f"{sys.argv[3]}: {len(missing)} missing, {twice} twice")
CHECK
    on "$name" doctor > /dev/null
done
kill -9 "$hub_pid"; wait "$hub_pid" 2> /dev/null || true
hub_pid=''
"$programs/nabij-hub" check --data "$stage/hub"
say "$rounds rounds in $((SECONDS - began)) s: laptops killed $killed, hubs killed $hubs, links cut $cut; $expected contact moments saved, all on both laptops, none twice"
