# The job in R data.table. usage: Rscript data-table.R SPOTS OUT [spots]
suppressMessages(library(data.table))
a <- commandArgs(TRUE)
d <- fread(a[1], na.strings = "", encoding = "UTF-8")
d <- d[is.na(status) | status == "active", .(spot_id, population, municipality, low = as.numeric(min),
  estimate = fifelse(is.na(usual), (min + max) / 2, as.numeric(usual)), high = as.numeric(max))]
if (length(a) > 2) {
  setorder(d, spot_id)
  fwrite(d, file.path(a[2], "spots.csv"))
}
fwrite(d[, .(low = sum(low), estimate = sum(estimate), high = sum(high)), keyby = .(municipality, population)],
  file.path(a[2], "municipalities.csv"))
