// The sections of docs/validation.md in their order: the suite that records them, and what it proves. A section says
// `kernel: false` where the model's kernel plays no part.
export const SECTIONS = [
  {
    suite: "gradients",
    title: "Gradients and the two kernels",
    proves:
      "The gradient that the sampler follows is the derivative of the density, in every family and corner, and both kernels compute it alike.",
    seeds: "fixed positions, seeded",
  },
  {
    suite: "oracle",
    title: "Integrating the linear block out changes nothing",
    proves:
      "The fast density is the dense T × T normal of a slow textbook program that shares no code with the model, in every family.",
    seeds: "fixed positions, seeded",
  },
  {
    suite: "mmm-reference",
    title: "A media mix posterior that rstan found",
    proves:
      "On a simulated brand of 156 weeks and 10 channels our draws have the means and spreads of 24,000 pooled rstan draws.",
    seeds: "1",
  },
  {
    suite: "posteriordb",
    title: "Nine posteriors of posteriordb",
    proves: "The sampler finds the published means of posteriors that are not ours, without a divergence.",
    seeds: "1",
    kernel: false,
  },
  {
    suite: "diagnostics",
    title: "Diagnostics against R",
    proves:
      "R-hat, effective sample sizes and Monte Carlo errors are those of R's packages; so are PSIS-LOO and WAIC (tests/core/diagnose/leave-one-out.test.ts, to 1e-10).",
    seeds: "none: given draws",
    kernel: false,
  },
  {
    suite: "calibration",
    title: "Simulation-based calibration",
    proves:
      "Where parameters are drawn from the prior and a KPI from them, the truth ranks uniformly among posterior draws, in every family; a planted bug is found.",
    seeds: "1 … N of each family, none swapped",
  },
  {
    suite: "prior-coverage",
    title: "Coverage of intervals",
    proves: "A 90 % interval holds the truth in nine of ten data sets drawn from the fitted prior.",
    seeds: "1 … N, none swapped",
  },
  {
    suite: "known-truth",
    title: "Recovery of published truths",
    proves: "On simulated brands whose truth is published the whole path finds each channel's contribution.",
    seeds: "1, 2, 3",
  },
  {
    suite: "hard-cases",
    title: "Hard cases",
    proves:
      "Where the data can not tell, the result says so: it converges and names what comes from the prior, or it refuses with a remedy.",
    seeds: "1",
  },
  {
    suite: "public-data",
    title: "Public data from file to workbook",
    proves:
      "The command line completes the whole path on public data, or refuses with a reason and a remedy.",
    seeds: "1",
  },
  {
    suite: "stan-export",
    title: "The exported Stan program",
    proves: "The program that `marginal fit --export-stan` writes gives rstan the posterior that we found.",
    seeds: "as stated",
  },
  {
    suite: "quick-fit",
    title: "The preview",
    proves: "How far the quick fit is from the full one, and that its Pareto k tells when not to trust it.",
    seeds: "as stated",
  },
  {
    suite: "same-bits",
    title: "The same draws everywhere",
    proves:
      "A seed gives the same bits in Node and Chromium, in a page's own thread or in any number of workers, by either kernel, and where a policy forbids WebAssembly.",
    seeds: "11",
    kernel: false,
  },
  {
    suite: "speed-gates",
    title: "Work to quality",
    proves: "How many gradients a fit of given quality takes: counts that do not depend on the machine.",
    seeds: "1 … 8",
  },
];
