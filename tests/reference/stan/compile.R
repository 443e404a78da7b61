# Compiles a Stan program once and keeps it: Rscript compile.R PROGRAM.stan OUT.rds [FLAGS]
# FLAGS are those of the C++ compiler: -O0 compiles in half the time where little will be computed.
suppressMessages(library(rstan))
# Debian's BH holds no headers of its own: they stand with the system's
if (rstan_options("boost_lib") == "") rstan_options(boost_lib = "/usr/include")
arguments <- commandArgs(TRUE)
makevars <- tempfile()
flags <- if (length(arguments) > 2) arguments[3] else "-O2"
writeLines(paste0("CXX14FLAGS = -w -fPIC ", flags), makevars)
Sys.setenv(R_MAKEVARS_USER = makevars)
saveRDS(stan_model(arguments[1], save_dso = TRUE), arguments[2])
