# The same in R boot. usage: Rscript bootstrap.R FILE REPLICATES
suppressMessages(library(boot))
a <- commandArgs(TRUE)
d <- read.csv(a[1])
s <- factor(d$stratum)
start <- sum(proc.time()[1:2])
b <- boot(d$count, function(x, i) sum(x[i]), as.integer(a[2]), strata = s)
q <- quantile(b$t, c(.025, .975))
cat(sprintf('{"cpu": %.3f, "found": {"low": %.1f, "high": %.1f}}\n', sum(proc.time()[1:2]) - start, q[1], q[2]))
