"""Runs many cells and shows that memory and latency stay flat.

    python soak.py [CELLS]               default: 10000
"""

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


def main():
    cells = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    manager, client = start_new_kernel(kernel_name="java-rsr")
    try:
        print(f"{'cells':>8}{'median ms':>12}{'memory MB':>12}")
        for window in range(WINDOWS):
            times = []
            for n in range(window * cells // WINDOWS, (window + 1) * cells // WINDOWS):
                begin = time.perf_counter()
                execute(client, CELLS[n % len(CELLS)].format(n=n))
                times.append(1000 * (time.perf_counter() - begin))
            memory = resident_megabytes(manager.provisioner.pid)
            print(f"{n + 1:8}{statistics.median(times):12.1f}{memory:12.0f}", flush=True)
    finally:
        client.stop_channels()
        manager.shutdown_kernel()


if __name__ == "__main__":
    main()
