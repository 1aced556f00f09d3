# The same points written by geopandas. usage: python3 writing.py IN.csv OUT.geojson
import json, sys, time
sys.path.pop(0)
import geopandas as gpd, pandas as pd

d = pd.read_csv(sys.argv[1])
columns = ["spot_id", "landmark", "municipality", "population", "typology", "estimate", "low", "high", "geometry"]
points = gpd.GeoDataFrame(d, geometry=gpd.points_from_xy(d.lon, d.lat), crs=4326)[columns]
start = time.process_time()
points.to_file(sys.argv[2], driver="GeoJSON")
print(json.dumps({"cpu": time.process_time() - start, "found": {"rows": len(points)}}))
