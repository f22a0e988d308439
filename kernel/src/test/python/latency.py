"""Prints the latency table for this kernel and ipykernel side by side.

    python latency.py [KERNEL...]        default: java-rsr python3

Times are wall-clock medians in milliseconds; memory is the kernel process's resident set.
"""

import statistics
import sys
import time

from jupyter_client.manager import KernelManager

PRINTS = {
    "java": "for (int i = 0; i < 2000; i++) System.out.println(i);",
    "python": "for i in range(2000): print(i)",
}
COMPLETION = {"java": "System.ou", "python": "'abc'.upp"}
ROUNDS = 60
IDLE_SECONDS = 5  # by then a kernel has done what it does when nobody wants anything


def timed(action):
    begin = time.perf_counter()
    result = action()
    return 1000 * (time.perf_counter() - begin), result


def median(action, rounds=ROUNDS):
    return statistics.median(timed(action)[0] for _ in range(rounds))


def resident_megabytes(pid):
    with open(f"/proc/{pid}/status", encoding="ascii") as status:
        line = next(line for line in status if line.startswith("VmRSS"))
    return int(line.split()[1]) / 1024


def execute(client, code):
    messages = []
    client.execute_interactive(code, timeout=60, output_hook=messages.append)
    return messages


def first_reply(manager):
    manager.start_kernel()
    client = manager.client()
    client.start_channels()
    client.wait_for_ready(timeout=60)
    return client


def measure(name):
    manager = KernelManager(kernel_name=name)
    language = manager.kernel_spec.language
    rows = {}
    rows["start to first reply"], client = timed(lambda: first_reply(manager))
    try:
        rows["first 1+1"], _ = timed(lambda: execute(client, "1+1"))
        time.sleep(IDLE_SECONDS)
        rows["idle memory (MB)"] = resident_megabytes(manager.provisioner.pid)
        for _ in range(ROUNDS):
            execute(client, "1+1")
        rows["warm 1+1"] = median(lambda: execute(client, "1+1"))

        def ask(request):
            sent = request()
            while client.get_shell_msg(timeout=60)["parent_header"]["msg_id"] != sent:
                pass

        rows["kernel_info"] = median(lambda: ask(client.kernel_info))
        rows["completion"] = median(lambda: ask(lambda: client.complete(COMPLETION[language])))
        streams = [m for m in execute(client, PRINTS[language]) if m["msg_type"] == "stream"]
        rows["messages for 2000 prints"] = len(streams)
        busy = "Thread.sleep(3000);" if language == "java" else "import time; time.sleep(3)"
        client.execute(busy)
        time.sleep(0.3)
        rows["completion while a cell runs"], _ = timed(
            lambda: ask(lambda: client.complete(COMPLETION[language]))
        )
    finally:
        client.stop_channels()
        manager.shutdown_kernel()
    return rows


def main():
    names = sys.argv[1:] or ["java-rsr", "python3"]
    columns = {name: measure(name) for name in names}
    print(f"{'':30}" + "".join(f"{name:>16}" for name in names))
    for row in columns[names[0]]:
        print(f"{row:30}" + "".join(f"{columns[name][row]:16.1f}" for name in names))


if __name__ == "__main__":
    main()
