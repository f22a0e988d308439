"""Runs many cells and shows that memory and latency stay flat.

    python soak.py [CELLS]               default: 10000

The processor time that the kernel takes for a cell stays comparable when the machine is busy otherwise.
"""

import os
import statistics
import sys
import time

from jupyter_client.manager import start_new_kernel
from latency import execute, resident_megabytes

CELLS = [
    "{n} + {n}",
    "int x = {n}; x * 2",
    "String f(int i) {{ return \"n\" + i + {n}; }} f(1)",
    "var xs = new ArrayList<Integer>(); for (int i = 0; i < 100; i++) xs.add(i * {n}); xs.size()",
    "System.out.println({n});",
    "record R(int a) {{}} new R({n})",
]
WINDOWS = 10


def processor_milliseconds(pid):
    with open(f"/proc/{pid}/stat", encoding="ascii") as stat:
        fields = stat.read().rsplit(")", 1)[1].split()
    return 1000 * (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def main():
    cells = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    manager, client = start_new_kernel(kernel_name="java-rsr")
    try:
        pid = manager.provisioner.pid
        print(f"{'cells':>8}{'median ms':>12}{'CPU ms':>12}{'memory MB':>12}")
        for window in range(WINDOWS):
            times, before = [], processor_milliseconds(pid)
            for n in range(window * cells // WINDOWS, (window + 1) * cells // WINDOWS):
                begin = time.perf_counter()
                execute(client, CELLS[n % len(CELLS)].format(n=n))
                times.append(1000 * (time.perf_counter() - begin))
            spent = (processor_milliseconds(pid) - before) / len(times)
            row = f"{n + 1:8}{statistics.median(times):12.1f}{spent:12.1f}"
            print(row + f"{resident_megabytes(pid):12.0f}", flush=True)
    finally:
        client.stop_channels()
        manager.shutdown_kernel()


if __name__ == "__main__":
    main()
