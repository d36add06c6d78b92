#!/usr/bin/env python3
"""Bad links between pairs of TUN devices: each packet comes late, some never come.

Usage: bad_link.py DELAY_SECONDS LOSS NEAR:FAR...
Makes the devices (whoever calls moves them into their namespaces), prints "ready", and carries packets until it is
ended. SIGUSR1 cuts the links of the first pair for CUT seconds. For kernels without netem.
"""

import fcntl
import heapq
import os
import random
import select
import signal
import struct
import sys
import time

TUNSETIFF = 0x400454CA
IFF_TUN, IFF_NO_PI = 0x0001, 0x1000
LARGEST = 65536
CUT = 0.3
# As much as a router would hold back before it drops.
WAITING = 10_000


def device(name: str) -> int:
    opened = os.open("/dev/net/tun", os.O_RDWR | os.O_NONBLOCK)
    fcntl.ioctl(opened, TUNSETIFF, struct.pack("16sH", name.encode(), IFF_TUN | IFF_NO_PI))
    return opened


def main() -> None:
    delay, loss = float(sys.argv[1]), float(sys.argv[2])
    other: dict[int, int] = {}
    first: set[int] = set()
    for pair in sys.argv[3:]:
        near, far = (device(name) for name in pair.split(":"))
        other[near], other[far] = far, near
        first = first or {near, far}
    cut_until = 0.0

    def cut(*_: object) -> None:
        nonlocal cut_until
        cut_until = time.monotonic() + CUT

    signal.signal(signal.SIGUSR1, cut)
    chance = random.Random(1)
    under_way: list[tuple[float, int, int, bytes]] = []
    carried = lost = count = 0
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(f"{carried} packets carried, {lost} lost"))
    print("ready", flush=True)
    while True:
        now = time.monotonic()
        while under_way and under_way[0][0] <= now:
            _, _, to, packet = heapq.heappop(under_way)
            try:
                os.write(to, packet)
                carried += 1
            except OSError:
                # The device is down, or full: lost, as on any link.
                lost += 1
        wait = max(0.0, under_way[0][0] - now) if under_way else None
        for readable in select.select(list(other), [], [], wait)[0]:
            try:
                packet = os.read(readable, LARGEST)
            except OSError:
                continue
            is_cut = readable in first and time.monotonic() < cut_until
            if is_cut or chance.random() < loss or len(under_way) >= WAITING:
                lost += 1
                continue
            count += 1
            heapq.heappush(under_way, (time.monotonic() + delay, count, other[readable], packet))


main()
