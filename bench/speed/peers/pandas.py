# The job in pandas. usage: python3 pandas.py SPOTS OUT [spots]
import sys
sys.path.pop(0)
import pandas as pd

spots, out = sys.argv[1:3]
d = pd.read_csv(spots)
d = d[d.status.isna() | (d.status == "active")]
d = d.assign(low=d["min"].astype(float), high=d["max"].astype(float), estimate=d.usual.fillna((d["min"] + d["max"]) / 2))
if len(sys.argv) > 3:
    d.sort_values("spot_id")[["spot_id", "population", "municipality", "low", "estimate", "high"]].to_csv(out + "/spots.csv", index=False)
d.groupby(["municipality", "population"])[["low", "estimate", "high"]].sum().reset_index().to_csv(out + "/municipalities.csv", index=False)
