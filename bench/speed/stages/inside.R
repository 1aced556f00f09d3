# The same in sf. usage: Rscript inside.R POINTS POLYGONS
suppressMessages({ library(sf); library(jsonlite) })
sf_use_s2(FALSE)
args <- commandArgs(TRUE)
g <- read_sf(args[2])
p <- st_as_sf(read.csv(args[1]), coords = c("lon", "lat"), crs = st_crs(g))
start <- proc.time()
# Crooked outlines overlap here and there: a point in two of them belongs to the first, as with us.
found <- suppressMessages(st_intersects(p, g))
first <- vapply(found, function(each) if (length(each) == 0) 0L else min(each), 0L)
cpu <- sum((proc.time() - start)[1:2])
inside <- first[first > 0]
cat(toJSON(list(cpu = cpu, found = list(inside = length(inside), sum = sum(inside - 1))), auto_unbox = TRUE, digits = 9), "\n")
