/** How a third party runs the exported program and compares. */

import type { RunRecord } from "../run-record.ts";

/** README.md of an exported fit. */
export function stanReadme(run: RunRecord): string {
  return `# The posterior of run ${run.runId}, as a Stan program

| file | holds |
|---|---|
| \`model.stan\` | the model: data, priors and likelihood as Marginal's \`docs/method.md\` states them (§1, §2) |
| \`data.json\` | its data: KPI and spend of ${run.weeks} weeks (${run.dataStart} to ${run.dataEnd}), in units of their mean and of each channel's largest week |
| \`reference.json\` | what Marginal ${run.engineVersion} found: mean, standard deviation, interval and Monte Carlo standard error (\`mcse\`) of every quantity |

\`quantity[i]\` of the program's generated quantities is the i-th entry of \`quantities\` in \`reference.json\`, in the same unit.
Nothing of Marginal is needed to run it. The program holds the linear coefficients as parameters, where Marginal integrates
them out, and walks in other coordinates: that changes how fast it is (minutes here, seconds there), not the posterior.

## With R (rstan 2.21 or newer)

\`\`\`r
library(rstan)
fit <- stan("model.stan", data = jsonlite::fromJSON("data.json"), seed = 1, control = list(adapt_delta = 0.9))
theirs <- summary(fit, pars = "quantity")$summary
ours <- jsonlite::fromJSON("reference.json")$quantities
z <- (theirs[, "mean"] - ours$mean) / sqrt(theirs[, "se_mean"]^2 + ours$mcse^2)
print(data.frame(ours$name, ours = ours$mean, stan = theirs[, "mean"], z, sd_ratio = theirs[, "sd"] / ours$sd))
c(rms_z = sqrt(mean(z^2)), worst_z = max(abs(z)))
\`\`\`

On Debian, where the headers of Boost stand with the system's: \`rstan_options(boost_lib = "/usr/include")\` first.

## With CmdStan

\`\`\`
make -C "$CMDSTAN" "$PWD/model"
for chain in 1 2 3 4; do
  ./model sample adapt delta=0.9 id=$chain data file=data.json random seed=1 output file=draws_$chain.csv &
done; wait
"$CMDSTAN"/bin/stansummary draws_*.csv
\`\`\`

## What to expect

z is the difference of two means in standard errors of both. Where both samplers have converged (R-hat below 1.01, few or no
divergences) its root mean square is about 1 and no |z| exceeds 3.5; standard deviations agree within a tenth. Should Stan
report divergences, raise \`adapt_delta\` to 0.95 or 0.99. Draws themselves are not the same: the random numbers differ.
`;
}
