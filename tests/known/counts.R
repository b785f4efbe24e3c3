# SPDX-License-Identifier: GPL-3.0-or-later
# Writes counts.csv: Rscript counts.R > counts.csv (R 4.2.2, base packages).
# glm with a tight epsilon; profile limits by uniroot on its deviance; mid-p by uniroot on dbinom
# and pbinom; poisson.test, binom.test, prop.test and prop.trend.test as they stand.
cat("# Counts and proportions. Made by tests/known/counts.R (R 4.2.2); tolerances are relative.\n")
cat("# vector: printed in the study of methods behind the defaults, with its digits.\n")
cat("case,kind,values,exposure,time,alpha,quantity,expected,tolerance,source\n")
put <- function(case, kind, x, e, t, alpha, quantity, expected, tol, source)
  cat(case, kind, paste(x, collapse = " "), paste(e, collapse = " "), paste(t, collapse = " "), alpha, quantity,
      if (is.na(expected)) "none" else sprintf("%.17g", expected), tol, source, sep = ",", fill = FALSE)
row <- function(...) { put(...); cat("\n") }

trend <- function(case, x, e, t, alpha = .05, shares = FALSE) {
  kind <- if (shares) "proportion" else "count"
  control <- glm.control(epsilon = 1e-15, maxit = 200)
  u <- t - mean(t)
  fit <- function(b = NULL) suppressWarnings(if (shares) {
    if (is.null(b)) glm(cbind(x, e - x) ~ u, binomial, control = control)
    else glm(cbind(x, e - x) ~ 1, binomial, offset = b * u, control = control)
  } else {
    if (is.null(b)) glm(x ~ u + offset(log(e)), poisson, control = control)
    else glm(x ~ 1, poisson, offset = log(e) + b * u, control = control)
  })
  m <- fit(); b <- coef(m)[[2]]; se <- sqrt(vcov(m)[2, 2]); z <- qnorm(1 - alpha / 2)
  src <- "glm"
  p <- function(q, v, tol = 1e-9) row(case, kind, x, e, t, alpha, q, v, tol, src)
  p("slope", b); p("se", se, 1e-8); p("p_wald", 2 * pnorm(-abs(b / se)), 1e-8)
  p("wald_lower", exp(b - z * se)); p("wald_upper", exp(b + z * se))
  lr <- fit(0)$deviance - m$deviance
  p("p_likelihood", pchisq(lr, 1, lower.tail = FALSE), 1e-8)
  over <- function(s) fit(s)$deviance - m$deviance - z^2
  far <- function(sign) { s <- sign * 2 * z * se; while (over(b + s) < 0) s <- 1.5 * s; b + s }
  src <- "glm and uniroot"
  p("likelihood_lower", exp(uniroot(over, c(far(-1), b), tol = 1e-14)$root), 1e-8)
  p("likelihood_upper", exp(uniroot(over, c(b, far(1)), tol = 1e-14)$root), 1e-8)
  src <- "glm"
  n <- length(x)
  if (n > 2) {
    x2 <- sum(residuals(m, "pearson")^2); phi <- x2 / (n - 2); q <- qt(1 - alpha / 2, n - 2)
    pq <- 2 * pt(-abs(b / se / sqrt(phi)), n - 2)
    p("dispersion", phi, 1e-8); p("p_quasi", pq, 1e-8); p("p", max(pq, pchisq(lr, 1, lower.tail = FALSE)), 1e-8)
    p("quasi_lower", exp(b - q * se * sqrt(phi)), 1e-8); p("quasi_upper", exp(b + q * se * sqrt(phi)), 1e-8)
    p("deviance", m$deviance, 1e-8); p("p_overdispersion", pchisq(x2, n - 2, lower.tail = FALSE), 1e-8)
  }
  if (shares) {
    src <- "prop.trend.test"
    ca <- suppressWarnings(prop.trend.test(x, e, t))
    w <- sum((t - sum(e * t) / sum(e)) * (x - e * sum(x) / sum(e)))
    p("z", sign(w) * sqrt(ca$statistic[[1]]), 1e-9); p("p_cochran_armitage", ca$p.value, 1e-9)
  }
}
trend("almelo", c(332, 313, 352, 336), rep(1, 4), 2022:2025)
trend("falling", c(41, 38, 25, 27, 14, 12), c(365, 366, 365, 365, 365, 366), 2015:2020)
trend("few", c(0, 2, 1, 4, 0, 3), c(10.5, 11, 9.25, 12, 8, 10), c(1, 2, 3.5, 4, 5.25, 9), .1)
trend("one_inside", c(0, 3, 0), rep(1, 3), c(0, 1, 2))
trend("scattered", c(120, 87, 201, 143, 95, 260, 178), rep(1, 7), 1:7)
trend("near_a_line", c(100, 105, 110, 116, 121, 128), rep(1, 6), 1:6)
trend("two", c(5, 9), c(100, 90), c(0, 1))
trend("large", c(1e6, 1.01e6, 1.03e6, 1.018e6), rep(1, 4), 0:3)
trend("survey", c(31, 40, 52, 61, 58), c(512, 498, 530, 505, 511), c(2014, 2016, 2018, 2020, 2022), .05, TRUE)
trend("rare", c(1, 0, 2, 3), c(250, 251, 249, 260), c(0, 1, 2, 3), .05, TRUE)
trend("common", c(96, 90, 99, 85, 97), c(100, 100, 100, 100, 100), 1:5, .05, TRUE)
trend("smokers", c(83, 90, 129, 70), c(86, 93, 136, 82), 1:4, .05, TRUE) # Fleiss 1981, of R's ?prop.trend.test
trend("two_surveys", c(12, 25), c(80, 90), c(0, 3), .1, TRUE)

rates <- function(case, xa, ea, xb, eb, alpha = .05) {
  n <- xa + xb; pr <- eb / (ea + eb); odds <- function(p) p / (1 - p) * ea / eb
  p <- function(q, v, tol, src) row(case, "rates", c(xa, xb), c(ea, eb), "", alpha, q, v, tol, src)
  lo <- pbinom(xb, n, pr); up <- pbinom(xb - 1, n, pr, lower.tail = FALSE); d <- dbinom(xb, n, pr)
  p("ratio", if (xa) xb / eb / (xa / ea) else NA, 1e-14, "by hand")
  p("p_central", min(1, 2 * min(lo, up)), 1e-11, "pbinom")
  p("p_midp", min(1, 2 * (min(lo, up) - d / 2)), 1e-11, "pbinom and dbinom")
  p("p_minlike", poisson.test(c(xb, xa), c(eb, ea))$p.value, 1e-11, "poisson.test")
  ci <- poisson.test(c(xb, xa), c(eb, ea), conf.level = 1 - alpha)$conf.int
  p("central_lower", ci[1], 1e-9, "poisson.test"); p("central_upper", if (is.finite(ci[2])) ci[2] else NA, 1e-9, "poisson.test")
  mid_up <- function(q) pbinom(xb - 1, n, q, lower.tail = FALSE) - dbinom(xb, n, q) / 2 - alpha / 2
  mid_lo <- function(q) pbinom(xb, n, q) - dbinom(xb, n, q) / 2 - alpha / 2
  root <- function(f) odds(plogis(uniroot(function(l) f(plogis(l)), c(-40, 40), tol = 1e-14, maxiter = 10000)$root))
  p("midp_lower", if (xb) root(mid_up) else 0, 1e-9, "uniroot")
  p("midp_upper", if (xa) root(mid_lo) else NA, 1e-9, "uniroot")
}
rates("mmc_equal", 3, 121, 3, 163)
rates("mmc_more", 2, 121, 4, 163)
rates("none_first", 0, 10, 4, 12.5)
rates("none_second", 6, 10, 0, 12.5)
rates("many", 333, 365, 381, 365)
rates("uneven", 15, 1000.5, 41, 1212, .1)
rates("far", 400, 1, 20, 1)
rates("thousands", 104000, 3.5, 103000, 3.5)
vector <- function(case, xa, ea, xb, eb, q, v, tol) row(case, "rates", c(xa, xb), c(ea, eb), "", .05, q, v, tol, "vector")
vector("mmc_equal", 3, 121, 3, 163, "ratio", .74, .005 / .74); vector("mmc_equal", 3, 121, 3, 163, "midp_lower", .13, .005 / .13)
vector("mmc_equal", 3, 121, 3, 163, "midp_upper", 4.3, .05 / 4.3); vector("mmc_more", 2, 121, 4, 163, "ratio", 1.48, .005 / 1.48)
vector("mmc_more", 2, 121, 4, 163, "midp_lower", .26, .005 / .26); vector("mmc_more", 2, 121, 4, 163, "midp_upper", 11.6, .05 / 11.6)
almelo <- function(q, v, tol) row("almelo", "count", c(332, 313, 352, 336), rep(1, 4), 2022:2025, .05, q, v, tol, "vector")
almelo("likelihood_lower", .968, 5.2e-4); almelo("likelihood_upper", 1.065, 4.7e-4); almelo("quasi_lower", .916, 5.5e-4)
almelo("quasi_upper", 1.126, 4.5e-4); almelo("dispersion", .96, .0053); almelo("p_likelihood", .53, .0095)

proportion <- function(case, x, n, alpha = .05) {
  p <- function(q, v, tol, src) row(case, "proportion_one", x, n, "", alpha, q, v, tol, src)
  w <- prop.test(x, n, conf.level = 1 - alpha, correct = FALSE)$conf.int
  cc <- suppressWarnings(prop.test(x, n, conf.level = 1 - alpha)$conf.int)
  ex <- binom.test(x, n, conf.level = 1 - alpha)$conf.int
  z <- qnorm(1 - alpha / 2); s <- z * sqrt(x / n * (1 - x / n) / n)
  p("wilson_lower", w[1], 1e-9, "prop.test"); p("wilson_upper", w[2], 1e-9, "prop.test")
  p("wilson_corrected_lower", cc[1], 1e-9, "prop.test"); p("wilson_corrected_upper", cc[2], 1e-9, "prop.test")
  p("exact_lower", ex[1], 1e-9, "binom.test"); p("exact_upper", ex[2], 1e-9, "binom.test")
  p("wald_lower", x / n - s, 1e-12, "formula"); p("wald_upper", x / n + s, 1e-12, "formula")
  f <- function(q) pbinom(x - 1, n, q, lower.tail = FALSE) - dbinom(x, n, q) / 2 - alpha / 2
  g <- function(q) pbinom(x, n, q) - dbinom(x, n, q) / 2 - alpha / 2
  root <- function(h) plogis(uniroot(function(l) h(plogis(l)), c(-40, 40), tol = 1e-14, maxiter = 10000)$root)
  p("midp_lower", if (x) root(f) else 0, 1e-9, "uniroot"); p("midp_upper", if (x < n) root(g) else 1, 1e-9, "uniroot")
}
proportion("newcombe_a", 81, 263); proportion("newcombe_b", 15, 148) # Newcombe 1998, table I
proportion("newcombe_c", 0, 20); proportion("newcombe_d", 1, 29); proportion("all", 9, 9); proportion("ninety", 7, 11, .1)

dispersion <- function(case, x, e) {
  p <- function(q, v) row(case, "dispersion", x, e, "", .05, q, v, 1e-11, "formula")
  m <- e * sum(x) / sum(e); x2 <- sum((x - m)^2 / m); df <- length(x) - 1
  p("rate", sum(x) / sum(e)); p("x2", x2); p("df", df); p("ratio", x2 / df)
  p("p_upper", pchisq(x2, df, lower.tail = FALSE)); p("p_lower", pchisq(x2, df))
}
dispersion("almelo", c(332, 313, 352, 336), rep(1, 4)); dispersion("scattered", c(120, 87, 201, 143, 95, 260, 178), rep(1, 7))
dispersion("exposed", c(3, 0, 7, 2, 5), c(10, 12.5, 20, 9, 11))

none <- function(case, kind, x, e, t, names) for (q in strsplit(names, " ")[[1]]) row(case, kind, x, e, t, .05, q, NA, 0, "not estimable")
all <- "slope se p wald_lower likelihood_upper quasi_lower both_upper dispersion p_overdispersion"
none("no_event", "count", c(0, 0, 0), c(1, 1, 1), 1:3, all); none("at_the_end", "count", c(0, 0, 5), c(1, 1, 1), 1:3, all)
none("at_the_start", "count", c(5, 0, 0), c(1, 1, 1), 1:3, all); none("one_time", "count", c(5, 2, 7), c(1, 1, 1), c(3, 3, 3), all)
none("two", "count", c(5, 9), c(100, 90), c(0, 1), "p p_quasi quasi_lower both_lower dispersion deviance")
none("all_events", "proportion", c(5, 5), c(5, 5), 1:2, paste(all, "z p_cochran_armitage"))
none("no_success", "proportion", c(0, 0), c(5, 5), 1:2, paste(all, "z p_cochran_armitage"))
none("parted", "proportion", c(0, 2, 5), c(5, 5, 5), 1:3, all); none("parted_down", "proportion", c(5, 2, 0), c(5, 5, 5), 1:3, all)
none("same_time", "proportion", c(1, 2), c(5, 5), c(1, 1), "slope z")
none("no_event", "rates", c(0, 0), c(1, 2), "", "ratio p_central p_midp p_minlike central_lower midp_upper")
none("no_event", "dispersion", c(0, 0), c(1, 2), "", "x2 df ratio p_upper p_lower"); none("one", "dispersion", 4, 2, "", "x2 df ratio p_upper")
