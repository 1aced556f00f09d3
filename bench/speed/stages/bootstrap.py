# The same in numpy, vectorised within strata. usage: python3 bootstrap.py FILE REPLICATES
import json, sys, time
sys.path.pop(0)
import numpy as np
import pandas as pd

AT_ONCE = 2_000_000
table, replicates = pd.read_csv(sys.argv[1]), int(sys.argv[2])
strata = [group.to_numpy(float) for _, group in table.groupby("stratum")["count"]]
start = time.process_time()
random = np.random.default_rng(1)
totals = np.zeros(replicates)
for counts in strata:
    size = len(counts)
    step = max(1, AT_ONCE // size)
    for at in range(0, replicates, step):
        end = min(replicates, at + step)
        totals[at:end] += counts[random.integers(0, size, (end - at, size), dtype=np.int32)].sum(axis=1)
low, high = np.quantile(totals, [0.025, 0.975])
print(json.dumps({"cpu": time.process_time() - start, "found": {"low": low, "high": high}}))
