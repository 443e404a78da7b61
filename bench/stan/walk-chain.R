# Walks one chain of a compiled program: Rscript walk-chain.R MODEL.rds DATA.R CHAIN WARMUP DRAWS OUT.csv
# The data file holds a list. OUT.csv has a column per quantity; on standard output stand the chain's
# seconds of warmup and of sampling by Stan's own count (CPU seconds of the process in Stan 2.21), gradients, divergences.
suppressMessages(library(rstan))
arguments <- commandArgs(TRUE)
model <- readRDS(arguments[1])
data <- eval(parse(arguments[2]))
warmup <- as.integer(arguments[4])
draws <- as.integer(arguments[5])
before <- proc.time()
fit <- sampling(model, data = data, chains = 1, chain_id = as.integer(arguments[3]), seed = 1, cores = 1,
                warmup = warmup, iter = warmup + draws, refresh = 0,
                pars = c("lambda", "ec", "slope", "beta", "contrib", "gamma", "sigma"))
used <- sum((proc.time() - before)[1:2])
write.csv(as.matrix(fit)[, 1:60], arguments[6], row.names = FALSE)
stats <- get_sampler_params(fit, inc_warmup = TRUE)[[1]]
kept <- stats[-seq_len(warmup), ]
elapsed <- get_elapsed_time(fit)
cat(elapsed[1, "warmup"], elapsed[1, "sample"], sum(stats[, "n_leapfrog__"]), sum(kept[, "divergent__"]), used, "\n")
