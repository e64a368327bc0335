#ifndef CDISTRIBUTIONS_H
#define CDISTRIBUTIONS_H

/* Distribution functions and derivatives of log gamma of Boost.Math behind a C interface.
 *
 * No exception crosses it: an argument outside the domain (degrees of freedom not above zero, a
 * probability outside 0…1, NaN) gives NaN, a quantile at probability 0 or 1 gives the end of the
 * support. `upper` is the upper tail P(X > x), computed directly and not as 1 - cdf, so that tails of
 * 1e-300 keep their digits; `upper_quantile` is its inverse. */

#ifdef __cplusplus
extern "C" {
#endif

double cdist_normal_density(double x);
double cdist_normal_cdf(double x);
double cdist_normal_upper(double x);
double cdist_normal_quantile(double p);
double cdist_normal_upper_quantile(double q);

double cdist_t_density(double df, double x);
double cdist_t_cdf(double df, double x);
double cdist_t_upper(double df, double x);
double cdist_t_quantile(double df, double p);
double cdist_t_upper_quantile(double df, double q);

double cdist_f_density(double df1, double df2, double x);
double cdist_f_cdf(double df1, double df2, double x);
double cdist_f_upper(double df1, double df2, double x);
double cdist_f_quantile(double df1, double df2, double p);
double cdist_f_upper_quantile(double df1, double df2, double q);

double cdist_chi_squared_density(double df, double x);
double cdist_chi_squared_cdf(double df, double x);
double cdist_chi_squared_upper(double df, double x);
double cdist_chi_squared_quantile(double df, double p);
double cdist_chi_squared_upper_quantile(double df, double q);

/* The first three derivatives of the logarithm of the gamma function, for x > 0. */
double cdist_digamma(double x);
double cdist_trigamma(double x);
double cdist_tetragamma(double x);

#ifdef __cplusplus
}
#endif

#endif
