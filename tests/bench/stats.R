# SPDX-License-Identifier: GPL-3.0-or-later
# stats.R FOLDER: what R and its packages give for the data in FOLDER, and the least time of 3 runs.
suppressPackageStartupMessages({library(survival); library(metafor); library(boot)})
folder <- commandArgs(TRUE)[1]
load_table <- function(name, columns)
  matrix(scan(file.path(folder, name), quiet = TRUE), ncol = columns, byrow = TRUE)

# `times`: how often the whole task is what was measured.
measure <- function(task, peer, version, note, compute, times = 1) {
  least <- Inf
  for (run in 1:3) least <- min(least, system.time(numbers <- compute(), gcFirst = FALSE)[["elapsed"]])
  writeLines(formatC(as.numeric(numbers), digits = 17, format = "g"),
             file.path(folder, paste0(task, ".", peer)))
  cat(paste(task, paste(peer, version), least * times, 1, note, sep = "\t"), "\n", sep = "",
      file = file.path(folder, "times"), append = TRUE)
}
version_of <- function(package) as.character(packageVersion(package))

# Akritas-Theil-Sen with a plain double loop over pairs, bisecting for both ends of the zero of S as
# NADA::cenken does, though to the last digits. NADA itself is not in Debian.
score <- function(b, t, lower, upper) {
  low <- lower - b * t
  high <- upper - b * t
  s <- 0L
  for (j in 2:length(t))
    for (i in 1:(j - 1)) {
      if (low[j] > high[i]) s <- s + 1L
      else if (high[j] < low[i]) s <- s - 1L
    }
  s
}
bisect <- function(goes_right, from, to) {
  while (to - from > 1e-14) {
    middle <- (from + to) / 2
    if (goes_right(middle)) from <- middle else to <- middle
  }
  (from + to) / 2
}
akritas <- function(t, below, upper) {
  lower <- ifelse(below == 1, -Inf, upper)
  lowest <- bisect(function(b) score(b, t, lower, upper) > 0, -.1, .1)
  highest <- bisect(function(b) score(b, t, lower, upper) >= 0, -.1, .1)
  slope <- (lowest + highest) / 2
  flipped <- survfit(Surv(-(upper - slope * t), below == 0) ~ 1)
  share <- c(1, head(flipped$surv, -1)) # at or below the residual
  c(lowest, highest, slope, -max(flipped$time[flipped$n.event > 0 & share > .5 - 1e-9]))
}
values <- load_table("akritas", 3)
measure("akritas", "R", as.character(getRversion()), "double loop over pairs",
        function() akritas(values[, 1], values[, 2], values[, 3]))

loads <- load_table("mle", 2)
fit_lognormal <- function(k) {
  of <- (k - 1) * 56 + 1:56
  fit <- survreg(Surv(loads[of, 2], loads[of, 1] == 0, type = "left") ~ 1, dist = "lognormal")
  se <- sqrt(diag(fit$var))
  c(fit$coefficients, fit$scale, se[1], fit$scale * se[2], fit$loglik[2])
}
measure("mle", "survival", version_of("survival"), "survreg", function() sapply(1:1000, fit_lognormal))

rounds <- load_table("meta", 3)
regress <- function(k) {
  of <- (k - 1) * 12 + 1:12
  fit <- rma(rounds[of, 2], rounds[of, 3], mods = rounds[of, 1], method = "REML", test = "knha",
             control = list(threshold = 1e-12, maxiter = 10000))
  c(fit$tau2, fit$beta, fit$se, fit$pval, fit$ci.lb, fit$ci.ub)
}
measure("meta", "metafor", version_of("metafor"), "rma, threshold 1e-12",
        function() sapply(1:200, regress))

weeks <- load_table("bootstrap", 7)
resample <- function(x) {
  drawn <- boot(x, function(x, i) mean(x[i]), 10000)
  ends <- boot.ci(drawn, type = c("perc", "bca"))
  c(sd(drawn$t), ends$percent[4:5], ends$bca[4:5])
}
measure("bootstrap", "boot", version_of("boot"), "boot, boot.ci; 20 of 1,000 series, x 50",
        function() rowMeans(apply(weeks[1:20, ], 1, resample)), times = 50)
