# The job in R dplyr, read by data.table. usage: Rscript dplyr.R SPOTS OUT [spots]
suppressMessages(library(dplyr))
a <- commandArgs(TRUE)
d <- as_tibble(data.table::fread(a[1], na.strings = "", encoding = "UTF-8")) |>
  filter(is.na(status) | status == "active") |>
  transmute(spot_id, population, municipality, low = as.numeric(min),
    estimate = if_else(is.na(usual), (min + max) / 2, as.numeric(usual)), high = as.numeric(max))
if (length(a) > 2) data.table::fwrite(arrange(d, spot_id), file.path(a[2], "spots.csv"))
m <- d |> group_by(municipality, population) |> summarise(low = sum(low), estimate = sum(estimate), high = sum(high), .groups = "drop")
data.table::fwrite(m, file.path(a[2], "municipalities.csv"))
