// The reference class (../shared/data/mmm-reference/SOURCES.md) as an expert writes it: all 50 parameters sampled,
// a matrix product per channel for the carryover, the Hill curve as a logistic of logarithms, no loop over weeks.
functions {
  // [week, channel] share of each channel's ceiling that is reached
  matrix reach(vector lambda, vector ec, vector slope, matrix lagged, matrix live, row_vector lags) {
    int W = rows(live);
    int K = cols(live);
    int L = cols(lags);
    matrix[W, K] h;
    for (k in 1:K) {
      vector[L] weights = exp(lags' * log(lambda[k]));
      vector[W] carried = block(lagged, 1, (k - 1) * L + 1, W, L) * weights;
      vector[W] off = 1 - live[, k]; // keeps the logarithm finite where nothing is carried
      h[, k] = live[, k] .* inv_logit(slope[k] * (log(carried + off) - log(sum(weights)) - log(ec[k])));
    }
    return h;
  }
  // beta from what its prior is on: itself, or the mean contribution beta * mean(h)
  vector coefficients(vector effect, matrix h, int on_mean) {
    if (on_mean == 1) return effect ./ (rep_row_vector(1.0 / rows(h), rows(h)) * h)';
    return effect;
  }
}
data {
  int<lower=1> T;
  int<lower=1> K;
  int<lower=1> P;
  int<lower=1> L;        // lags, lag 0 included
  matrix[T, K * L] lagged; // column (k - 1) * L + l + 1: spend of channel k, l weeks before
  matrix[T, K] live;     // 1 where any spend is carried, else 0
  matrix[T, P] Z;
  vector[T] y;
  vector[2] lambda_prior;
  vector[2] ec_prior;
  vector[2] slope_prior;
  int<lower=0, upper=1> on_mean; // 1: the half-normal is that of the mean contribution, 0: of the coefficient
  real<lower=0> effect_scale;
  vector[P] gamma_mean;
  vector<lower=0>[P] gamma_sd;
  real<lower=0> sigma_scale;
}
transformed data {
  row_vector[L] lags;
  for (l in 1:L) lags[l] = l - 1;
}
parameters {
  vector<lower=0, upper=1>[K] lambda;
  vector<lower=0>[K] ec;
  vector<lower=0>[K] slope;
  vector<lower=0>[K] effect;
  vector[P] gamma;
  real<lower=0> sigma;
}
model {
  matrix[T, K] h = reach(lambda, ec, slope, lagged, live, lags);
  y ~ normal(Z * gamma + h * coefficients(effect, h, on_mean), sigma);
  lambda ~ beta(lambda_prior[1], lambda_prior[2]);
  ec ~ lognormal(ec_prior[1], ec_prior[2]);
  slope ~ lognormal(slope_prior[1], slope_prior[2]);
  effect ~ normal(0, effect_scale);
  gamma ~ normal(gamma_mean, gamma_sd);
  sigma ~ normal(0, sigma_scale);
}
generated quantities {
  vector[K] beta;
  vector[K] contrib;
  {
    matrix[T, K] h = reach(lambda, ec, slope, lagged, live, lags);
    beta = coefficients(effect, h, on_mean);
    for (k in 1:K) contrib[k] = beta[k] * mean(h[, k]);
  }
}
