# SPDX-License-Identifier: GPL-3.0-or-later
# Rows of censored.csv that come from R: Rscript censored.R (R 4.2.2, survival 3.5-3); read by censored.py.
library(survival)
cases <- list(
  dfe = "20 <10 <10 <10 <10 7 3 <3 <3",
  oahu = "<1 <1 1.7 <1 <1 <2 3.2 <2 <2 2.8 <2 <2 <2 <2 <2 .7 .9 .5 .5 <.9 .5 .7 .6 1.5",
  low_limits = "<.4 5.1 2.2 <.8 3.3 9.7 1.4 <2 6.05 <.4",
  above_all = "4.2 5.5 <9 3.1 <2 <12 4.9",
  one_limit = "<2 <2 <2 4.1 6.2 3.05 8.8 2.5",
  all_found = "12.5 8.25 9.75 15.5 22 7.125",
  one_found = "<2 5 <1 <3",
  one_found_twice = "<2 5 <1 <3 5",
  tie_at_limit = "5 <5 5 7 <5 9 4 <4")
for (name in names(cases)) {
  v <- strsplit(cases[[name]], " ")[[1]]
  below <- substr(v, 1, 1) == "<"
  x <- as.numeric(sub("<", "", v))
  row <- function(q, e, tol, src) cat(sprintf("%s,%s,%s,%.17g,%g,%s\n", name, cases[[name]], q, e, tol, src))
  for (d in c("lognormal", "gaussian")) {
    f <- survreg(Surv(x, !below, type = "left") ~ 1, dist = d, control = list(rel.tolerance = 1e-14, maxiter = 200))
    p <- if (d == "gaussian") "normal_" else ""
    row(paste0(p, "mu"), coef(f)[[1]], 1e-7, "R survreg"); row(paste0(p, "sigma"), f$scale, 1e-7, "R survreg")
    row(paste0(p, "log_likelihood"), f$loglik[1], 1e-9, "R survreg")
    se <- sqrt(diag(vcov(f)))
    row(paste0(p, "se_mu"), se[1], 1e-6, "R survreg"); row(paste0(p, "se_sigma"), se[2] * f$scale, 1e-6, "R survreg")
    if (d == "lognormal") {
      g <- c(1, f$scale^2)   # of mu + sigma^2/2 by mu and log sigma
      row("se_log_mean", sqrt(drop(t(g) %*% vcov(f) %*% g)), 1e-6, "R survreg")
      row("mean", exp(coef(f)[[1]] + f$scale^2 / 2), 1e-7, "R survreg")
    }
  }
  # Kaplan-Meier of max - x; the restricted mean up to the largest flipped value.
  M <- max(x) + 1
  s <- survfit(Surv(M - x, !below) ~ 1)
  t <- summary(s, rmean = max(M - x))$table
  row("km_mean", M - t[["rmean"]], 1e-9, "R survfit")
  row("km_se_greenwood", t[["se(rmean)"]], if (t[["se(rmean)"]] > 0) 1e-9 else 1e-12, "R survfit")
  if (!is.na(t[["median"]])) row("km_median_mid", M - t[["median"]], 1e-9, "R survfit")
}
