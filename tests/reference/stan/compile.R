# Compiles a Stan program once and keeps it: Rscript compile.R PROGRAM.stan OUT.rds
suppressMessages(library(rstan))
# Debian's BH holds no headers of its own: they stand with the system's
if (rstan_options("boost_lib") == "") rstan_options(boost_lib = "/usr/include")
arguments <- commandArgs(TRUE)
saveRDS(stan_model(arguments[1], save_dso = TRUE), arguments[2])
