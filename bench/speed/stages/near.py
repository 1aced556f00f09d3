# The same with scipy's cKDTree, by chords through the globe. usage: python3 near.py POINTS
import json, sys, time
sys.path.pop(0)
import numpy as np
from scipy.spatial import cKDTree

RADIUS, NEAR = 6371.0088, 0.05
lon, lat = np.radians(np.loadtxt(sys.argv[1], delimiter=",", skiprows=1)).T
start = time.process_time()
points = np.c_[np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)] * RADIUS
pairs = len(cKDTree(points).query_pairs(2 * RADIUS * np.sin(NEAR / 2 / RADIUS), output_type="ndarray"))
print(json.dumps({"cpu": time.process_time() - start, "found": {"pairs": pairs}}))
