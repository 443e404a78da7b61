# Log density and generated quantities of a compiled program at given points:
# Rscript log-density.R MODEL.rds DATA.R POINTS.R
# DATA.R is one list, POINTS.R a list of lists of constrained parameters. Each output line: the log density of the
# constrained parameters (no Jacobian), then the vector `quantity`.
suppressMessages(library(rstan))
arguments <- commandArgs(TRUE)
model <- readRDS(arguments[1])
data <- eval(parse(arguments[2]))
points <- eval(parse(arguments[3]))
fit <- suppressMessages(sampling(model, data = data, chains = 0))
for (point in points) {
  position <- unconstrain_pars(fit, point)
  density <- log_prob(fit, position, adjust_transform = FALSE)
  cat(format(c(density, constrain_pars(fit, position)$quantity), digits = 17), "\n")
}
