// The same posterior with the Gaussian block integrated out by hand (sampler.md §3): with Z diag(sd) = U S R',
// r = y - H beta - Z mean and z = U' r, the coefficients gamma leave the density and are drawn afterwards.
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
  matrix[T, P] scaled = diag_post_multiply(Z, gamma_sd);
  matrix[P, P] turn = eigenvectors_sym(crossprod(scaled));
  vector[P] strength = eigenvalues_sym(crossprod(scaled));
  matrix[P, T] basis = diag_post_multiply(scaled * turn, inv_sqrt(strength))';
  vector[T] centered = y - Z * gamma_mean;
  for (l in 1:L) lags[l] = l - 1;
}
parameters {
  vector<lower=0, upper=1>[K] lambda;
  vector<lower=0>[K] ec;
  vector<lower=0>[K] slope;
  vector<lower=0>[K] effect;
  real<lower=0> sigma;
}
model {
  matrix[T, K] h = reach(lambda, ec, slope, lagged, live, lags);
  vector[T] r = centered - h * coefficients(effect, h, on_mean);
  real noise = square(sigma);
  vector[P] total = noise + strength;
  target += -T * log(sigma) - 0.5 * sum(log(total / noise));
  target += -0.5 * (dot_self(r) - dot_product(strength ./ total, square(basis * r))) / noise;
  lambda ~ beta(lambda_prior[1], lambda_prior[2]);
  ec ~ lognormal(ec_prior[1], ec_prior[2]);
  slope ~ lognormal(slope_prior[1], slope_prior[2]);
  effect ~ normal(0, effect_scale);
  sigma ~ normal(0, sigma_scale);
}
generated quantities {
  vector[K] beta;
  vector[K] contrib;
  vector[P] gamma;
  {
    matrix[T, K] h = reach(lambda, ec, slope, lagged, live, lags);
    vector[P] z;
    vector[P] w;
    beta = coefficients(effect, h, on_mean);
    z = basis * (centered - h * beta);
    for (p in 1:P) {
      real total = square(sigma) + strength[p];
      w[p] = normal_rng(sqrt(strength[p]) * z[p] / total, sigma / sqrt(total));
    }
    gamma = gamma_mean + gamma_sd .* (turn * w);
    for (k in 1:K) contrib[k] = beta[k] * mean(h[, k]);
  }
}
