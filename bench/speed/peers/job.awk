# The job in awk, which knows no quoted cells: those come after the cells it needs. usage: awk -v OUT=DIR [-v ALL=1] -f job.awk SPOTS
BEGIN { FS = ","; CONVFMT = OFMT = "%.15g"; if (ALL) print "spot_id,population,municipality,low,estimate,high" > (OUT "/spots.csv"); print "municipality,population,low,estimate,high" > (OUT "/municipalities.csv") }
NR > 1 && ($8 == "" || $8 == "active") {
  estimate = $12 == "" ? ($10 + $11) / 2 : $12
  if (ALL) print $1 "," $2 "," $3 "," $10 "," estimate "," $11 > (OUT "/spots.csv")
  key = $3 "," $2; low[key] += $10; middle[key] += estimate; high[key] += $11
}
END { for (key in low) print key "," low[key] "," middle[key] "," high[key] > (OUT "/municipalities.csv") }
