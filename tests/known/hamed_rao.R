# SPDX-License-Identifier: GPL-3.0-or-later
# Writes hamed_rao.csv: Rscript hamed_rao.R > hamed_rao.csv (R 4.2.2, base packages).
# The formulas of Hamed and Rao (1998) over R's own acf, rank and median; S and its variance by the double
# loop and by counting ties. What is left after the slope is rounded to 9 digits, so that ties stay ties.
cat("# Mann-Kendall after Hamed and Rao (1998). Made by tests/known/hamed_rao.R (R 4.2.2): acf(rank(x - slope t)),\n")
cat("# lags beyond qnorm(1 - alpha/2)/sqrt(n). Nile, LakeHuron, sunspot.year: data sets of R.\n")
cat("case,time,values,alpha,quantity,expected,tolerance,source\n")
fmt <- function(v) paste(sprintf("%.15g", v), collapse = " ")
run <- function(case, x, t = seq_along(x) - 1, alpha = .05, order = seq_along(x)) {
  n <- length(x); d <- outer(x, x, "-"); e <- outer(t, t, "-"); later <- e > 0
  s <- sum(sign(d[later])); slope <- median((d / e)[later])
  tie <- table(x); v <- (n * (n - 1) * (2 * n + 5) - sum(tie * (tie - 1) * (2 * tie + 5))) / 18
  rest <- round(x - slope * t, 9)
  put <- function(q, value, tol = 1e-10) { cat(case, fmt(t[order]), fmt(x[order]), alpha, q,
    if (is.na(value)) "none" else sprintf("%.17g", value), tol, "R", sep = ","); cat("\n") }
  z <- function(v) if (s == 0) 0 else (s - sign(s)) / sqrt(v)
  all <- function(name, f) {
    put(paste0("inflation", name), f)
    ok <- !is.na(f) && f > 0
    put(paste0("variance", name), if (ok) v * f else NA)
    put(paste0("z", name), if (ok) z(v * f) else NA); put(paste0("p", name), if (ok) 2 * pnorm(-abs(z(v * f))) else NA, 1e-9)
  }
  put("s", s, 0); put("slope", slope, 1e-12); put("variance_independent", v, 1e-13)
  flat <- length(unique(rest)) == 1
  r <- if (flat) rep(NA, n - 1) else acf(rank(rest), lag.max = n - 1, plot = FALSE)$acf[-1]
  k <- seq_len(n - 1); far <- !flat & abs(r) > qnorm(1 - alpha / 2) / sqrt(n)
  add <- if (flat) NA else 2 / (n * (n - 1) * (n - 2)) * sum(((n - k) * (n - k - 1) * (n - k - 2) * r)[far])
  put("lags", sum(far), 0); all("", 1 + add); all("_abs", 1 + abs(add))
}
run("nile", as.numeric(Nile))
run("nile_ten", as.numeric(Nile)[1:60], alpha = .1)
run("huron", as.numeric(LakeHuron))
run("sunspots", as.numeric(sunspot.year)[201:289])
run("no_lag", c(332, 313, 352, 336, 341, 360, 329, 348))
run("alternates", c(5, 1, 6, 2, 7, 3, 8, 4, 9, 5, 10, 6) + c(0, .1, .3, .2, 0, .3, .1, 0, .4, .2, .1, .3))
run("below_nothing", rep(c(9, 1), 15) + seq_len(30) / 64)
run("no_variance", c(7, 26, 3, 22, 15, 27, 5, 24, 18))
run("falls", c(9.1, 8.7, 8.9, 8.2, 7.9, 8.1, 7.2, 6.6, 6.9, 6.1, 5.5, 5.2, 5.3, 4.9, 4.1, 3.2))
run("ties", c(3, 3, 4, 4, 4, 5, 5, 4, 3, 3, 2, 2, 3, 4, 5, 5, 6, 6, 5, 5))
run("times", c(2.1, 2.4, 3.3, 3.1, 3.9, 4.4, 4.1, 3.7, 3.9, 4.8, 5.6, 5.4),
    c(2011, 2012, 2013.5, 2014, 2016, 2017, 2017.25, 2019, 2020, 2021, 2023, 2024), .32, c(3, 1, 2, 12:4))
run("level", rep(7, 9))
run("line", 1:12 * .1 + .3)
run("three", c(1, 3, 2), alpha = .5)
run("no_sign", c(1, 4, 3, 2, 5, 1), alpha = .4)
