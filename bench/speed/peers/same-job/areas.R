# municipalities.csv from sums by municipality and population: whole persons that add up, spread, share; and the checks of texts.
# What an R user writes once a package has added up; a few hundred rows, whatever the size of the table.
types <- list(
  character = c("spot_id", "population", "municipality", "typology", "mode", "status", "peak_days", "hours", "validated_on"),
  integer = c("level", "min", "max", "peak_min", "peak_max", "security_level"),
  numeric = c("usual", "weekday", "weekend", "lat", "lon"))
correlation <- 0.1
doubts <- c("usual-outside-range", "peak-below-usual", "unit-slip", "municipality-unassigned", "count-sentinel", "spot-double")
are_days <- function(x) grepl("^((mon|tue|wed|thu|fri|sat|sun)[a-z]*[ ,;|/]*)+$", tolower(x))
are_hours <- function(x) grepl("^\\d{1,2}[:.h]?([0-5]\\d)?\\s*[-\u2013]\\s*\\d{1,2}[:.h]?([0-5]\\d)?$", x, perl = TRUE)
choices <- list(mode = c("geo", "phone", "web"), status = c("active", "defunct", "duplicate", "not_a_spot", "not_found"))
is_date <- function(x) !is.na(as.Date(x, "%Y-%m-%d", optional = TRUE))

# Rows with a text that is none: the different ones are few and looked at once each.
odd <- function(x, is_right) { texts <- unique(x[!is.na(x)]); x %in% texts[!is_right(texts)] }

report <- function(faults) {
  faults <- unlist(faults)
  cat("{", paste0('"', names(faults), '":', faults, collapse = ","), "}\n", sep = "")
  if (any(faults[setdiff(names(faults), doubts)] > 0)) quit(status = 1)
}

# Whole numbers that add up to the total within bounds: whole parts, then the largest remainders first.
whole <- function(parts, total, least = -Inf, most = Inf) {
  out <- pmin(most, pmax(least, floor(parts)))
  left <- total - sum(out)
  step <- sign(left)
  queue <- order(-step * (parts - out))
  while (left != 0) {
    may <- queue[(out + step >= least & out + step <= most)[queue]]
    take <- head(may, abs(left))
    out[take] <- out[take] + step
    left <- left - step * length(take)
  }
  out
}

half_up <- function(persons) floor(persons + 0.5)
decimals <- function(x, digits) {
  x <- floor(x * 10^digits * (1 + 4 * .Machine$double.eps) + 0.5) / 10^digits
  ifelse(is.na(x), "", format(x, digits = 15, trim = TRUE, drop0trailing = TRUE, scientific = FALSE))
}
spread <- function(sum, squares) sqrt(squares + correlation * pmax(sum^2 - squares, 0))

# Writes the file; the areas are in name order.
write_areas <- function(areas, path) {
  of_population <- function(a) {
    estimate <- whole(a$estimate, half_up(sum(a$estimate)))
    data.frame(municipality = a$municipality, population = a$population, spots = a$spots,
      mean_spot_size = decimals(ifelse(a$spots > 0, a$geo / a$spots, NA), 1),
      low = whole(a$low, half_up(sum(a$low)), most = estimate), estimate,
      high = whole(a$high, half_up(sum(a$high)), least = estimate), basis = "extremes",
      interval_low = decimals(a$estimate - spread(a$below, a$below_squares), 1),
      interval_high = decimals(a$estimate + spread(a$above, a$above_squares), 1), interval_basis = "spread",
      share = decimals(a$estimate / sum(a$estimate), 4), per_1000 = "", denominator = "", denominator_persons = "",
      interval_method = '"correlated, correlation 0.1"', rows_without_range = a$without_range,
      estimate_with_range = decimals(a$with_range, 1), at_spots_low = decimals(a$low, 1), at_spots = decimals(a$estimate, 1),
      at_spots_high = decimals(a$high, 1), at_places = decimals(a$geo, 1), by_phone = decimals(a$phone, 1),
      on_web = decimals(a$web, 1), elsewhere = "0")
  }
  out <- do.call(rbind, lapply(split(areas, areas$population), of_population))
  out <- out[order(out$municipality, out$population, method = "radix"), ]
  write.table(out, path, sep = ",", quote = FALSE, row.names = FALSE, fileEncoding = "UTF-8")
}
