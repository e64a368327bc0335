#include "CDistributions.h"

#include <cmath>
#include <limits>

#include <boost/math/distributions/chi_squared.hpp>
#include <boost/math/distributions/fisher_f.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/students_t.hpp>
#include <boost/math/special_functions/digamma.hpp>
#include <boost/math/special_functions/polygamma.hpp>
#include <boost/math/special_functions/trigamma.hpp>

namespace {

namespace bm = boost::math;
namespace policies = boost::math::policies;

// Errors come back as values (NaN, infinity) instead of exceptions.
using quiet = policies::policy<
    policies::domain_error<policies::ignore_error>, policies::pole_error<policies::ignore_error>,
    policies::overflow_error<policies::ignore_error>, policies::underflow_error<policies::ignore_error>,
    policies::denorm_error<policies::ignore_error>, policies::rounding_error<policies::ignore_error>,
    policies::evaluation_error<policies::ignore_error>,
    policies::indeterminate_result_error<policies::ignore_error>>;

using normal = bm::normal_distribution<double, quiet>;
using students_t = bm::students_t_distribution<double, quiet>;
using fisher_f = bm::fisher_f_distribution<double, quiet>;
using chi_squared = bm::chi_squared_distribution<double, quiet>;

constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();
constexpr double infinity = std::numeric_limits<double>::infinity();

// An allocation failure or an error the policy does not cover must not unwind into Swift.
template <class F>
double guarded(F &&f) noexcept {
    try {
        return f();
    } catch (...) {
        return not_a_number;
    }
}

bool positive(double df) { return df > 0 && std::isfinite(df); }

// Boost calls an infinite argument or a probability of exactly 0 or 1 an overflow; here they have values.
template <class D>
double density(const D &d, double lowest, double x) {
    if (std::isnan(x)) return not_a_number;
    if (std::isinf(x) || x < lowest) return 0;
    return bm::pdf(d, x);
}

template <class D>
double lower(const D &d, double lowest, double x) {
    if (std::isnan(x)) return not_a_number;
    if (x <= lowest) return 0;
    return std::isinf(x) ? 1 : bm::cdf(d, x);
}

template <class D>
double upper(const D &d, double lowest, double x) {
    if (std::isnan(x)) return not_a_number;
    if (x <= lowest) return 1;
    return std::isinf(x) ? 0 : bm::cdf(bm::complement(d, x));
}

template <class D>
double quantile(const D &d, double lowest, double p) {
    if (!(p >= 0 && p <= 1)) return not_a_number;
    if (p == 0) return lowest;
    return p == 1 ? infinity : bm::quantile(d, p);
}

template <class D>
double upper_quantile(const D &d, double lowest, double q) {
    if (!(q >= 0 && q <= 1)) return not_a_number;
    if (q == 1) return lowest;
    return q == 0 ? infinity : bm::quantile(bm::complement(d, q));
}

}  // namespace

extern "C" {

double cdist_normal_density(double x) {
    return guarded([=] { return density(normal(), -infinity, x); });
}
double cdist_normal_cdf(double x) {
    return guarded([=] { return lower(normal(), -infinity, x); });
}
double cdist_normal_upper(double x) {
    return guarded([=] { return upper(normal(), -infinity, x); });
}
double cdist_normal_quantile(double p) {
    return guarded([=] { return quantile(normal(), -infinity, p); });
}
double cdist_normal_upper_quantile(double q) {
    return guarded([=] { return upper_quantile(normal(), -infinity, q); });
}

double cdist_t_density(double df, double x) {
    return guarded([=] { return positive(df) ? density(students_t(df), -infinity, x) : not_a_number; });
}
double cdist_t_cdf(double df, double x) {
    return guarded([=] { return positive(df) ? lower(students_t(df), -infinity, x) : not_a_number; });
}
double cdist_t_upper(double df, double x) {
    return guarded([=] { return positive(df) ? upper(students_t(df), -infinity, x) : not_a_number; });
}
double cdist_t_quantile(double df, double p) {
    return guarded([=] { return positive(df) ? quantile(students_t(df), -infinity, p) : not_a_number; });
}
double cdist_t_upper_quantile(double df, double q) {
    return guarded([=] { return positive(df) ? upper_quantile(students_t(df), -infinity, q) : not_a_number; });
}

double cdist_f_density(double df1, double df2, double x) {
    return guarded([=] { return positive(df1) && positive(df2) ? density(fisher_f(df1, df2), 0, x) : not_a_number; });
}
double cdist_f_cdf(double df1, double df2, double x) {
    return guarded([=] { return positive(df1) && positive(df2) ? lower(fisher_f(df1, df2), 0, x) : not_a_number; });
}
double cdist_f_upper(double df1, double df2, double x) {
    return guarded([=] { return positive(df1) && positive(df2) ? upper(fisher_f(df1, df2), 0, x) : not_a_number; });
}
double cdist_f_quantile(double df1, double df2, double p) {
    return guarded([=] { return positive(df1) && positive(df2) ? quantile(fisher_f(df1, df2), 0, p) : not_a_number; });
}
double cdist_f_upper_quantile(double df1, double df2, double q) {
    return guarded([=] { return positive(df1) && positive(df2) ? upper_quantile(fisher_f(df1, df2), 0, q) : not_a_number; });
}

double cdist_digamma(double x) {
    return guarded([=] { return positive(x) ? bm::digamma(x, quiet()) : not_a_number; });
}
double cdist_trigamma(double x) {
    return guarded([=] { return positive(x) ? bm::trigamma(x, quiet()) : not_a_number; });
}
double cdist_tetragamma(double x) {
    return guarded([=] { return positive(x) ? bm::polygamma(2, x, quiet()) : not_a_number; });
}

double cdist_chi_squared_density(double df, double x) {
    return guarded([=] { return positive(df) ? density(chi_squared(df), 0, x) : not_a_number; });
}
double cdist_chi_squared_cdf(double df, double x) {
    return guarded([=] { return positive(df) ? lower(chi_squared(df), 0, x) : not_a_number; });
}
double cdist_chi_squared_upper(double df, double x) {
    return guarded([=] { return positive(df) ? upper(chi_squared(df), 0, x) : not_a_number; });
}
double cdist_chi_squared_quantile(double df, double p) {
    return guarded([=] { return positive(df) ? quantile(chi_squared(df), 0, p) : not_a_number; });
}
double cdist_chi_squared_upper_quantile(double df, double q) {
    return guarded([=] { return positive(df) ? upper_quantile(chi_squared(df), 0, q) : not_a_number; });
}
}
