# Samples a compiled program: Rscript sample.R MODEL.rds DATA.R CHAINS WARMUP DRAWS OUT.csv
# OUT.csv holds the draws of `quantity`, chain after chain; standard output the number of divergent draws.
suppressMessages(library(rstan))
arguments <- commandArgs(TRUE)
model <- readRDS(arguments[1])
numbers <- as.integer(arguments[3:5])
fit <- sampling(model, data = eval(parse(arguments[2])), chains = numbers[1], cores = min(2, numbers[1]), seed = 1,
                warmup = numbers[2], iter = numbers[2] + numbers[3], refresh = 0, pars = "quantity",
                control = list(adapt_delta = 0.9))
draws <- extract(fit, "quantity", permuted = FALSE)
write.table(do.call(rbind, lapply(seq_len(numbers[1]), function(chain) draws[, chain, ])), arguments[6],
            row.names = FALSE, col.names = FALSE, sep = ",")
cat(sum(sapply(get_sampler_params(fit, inc_warmup = FALSE), function(chain) chain[, "divergent__"])), "\n")
