package io.sextant.analytics.estimation;

import io.sextant.analytics.statistics.Series;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The parameters under which returns are most likely: from several starts, along exact derivatives in coordinates that know no bounds,
 * then by Newton's steps in the parameters themselves. A parameter that ran into a bound is put on it and the others are settled again.
 * omega and alpha are not negative (GJR: nor alpha + gamma), beta is between 0 and 1 (EGARCH: -1 and 1); alpha + beta may exceed 1.
 */
public final class GarchEstimation {

    /** With fewer returns the likelihood has no one top worth a name. */
    public static final int RETURNS_MIN = 50;

    private static final double SHAPE_MAX = 500;
    /** Of alpha, or of beta's and the shape's distance from their bounds, in returns of variance 1. */
    private static final double ON_BOUND = 1e-7;

    /** Of each return's share in the likelihood, where Newton's steps take over. */
    private static final double GRADIENT_MAX = 1e-6;

    private static final int STEPS_MAX = 500;
    private static final int NEWTON_STEPS = 6;

    /** alpha and beta of the starts, where most series have been seen, and odd ones. */
    private static final double[][] STARTS = {{0.05, 0.9}, {0.1, 0.8}, {0.2, 0.7}, {0.02, 0.97}, {0.15, 0.4}, {0.3, 0.1}
    };

    private static final double[] SHAPES = {4, 10};

    private final VolatilityModel model;
    private final ErrorLaw law;
    private final GarchLikelihood likelihood;
    private final int size;
    private final int beta;

    private GarchEstimation(double[] returns, VolatilityModel model, ErrorLaw law) {
        this.model = model;
        this.law = law;
        likelihood = new GarchLikelihood(returns, model, law);
        size = likelihood.size();
        beta = likelihood.beta();
    }

    /** @throws IllegalArgumentException with a sentence, when there are too few returns or they do not move */
    public static GarchFit fit(double[] returns, VolatilityModel model, ErrorLaw law) {
        Series.check(returns, RETURNS_MIN, "a model of volatility");
        double mean = Series.mean(returns);
        double scale = Math.sqrt(
                Arrays.stream(returns).map(r -> (r - mean) * (r - mean)).sum() / returns.length);
        if (!(scale > 1e-12 * Math.abs(mean)) || scale == 0) {
            throw new IllegalArgumentException("the returns do not move");
        }
        double[] scaled = Arrays.stream(returns).map(r -> r / scale).toArray();
        return new GarchEstimation(scaled, model, law).best(mean / scale, scale);
    }

    private GarchFit best(double mean, double scale) {
        QuasiNewton search = new QuasiNewton(this::unbounded, GRADIENT_MAX * likelihood.returns(), STEPS_MAX);
        double[] gradient = new double[size];
        double[] highestAt = {};
        double highest = Double.NEGATIVE_INFINITY;
        for (double[] start : STARTS) {
            for (double shape : law == ErrorLaw.STUDENT ? SHAPES : new double[] {Double.NaN}) {
                double[] found = parameters(search.lowest(coordinates(start, shape, mean)));
                double value = likelihood.at(found, gradient);
                if (value > highest) {
                    highest = value;
                    highestAt = found;
                }
            }
        }
        if (highestAt.length == 0) {
            throw new IllegalArgumentException("no parameters make these returns likely");
        }
        double[] best = settle(highestAt);
        double[][] covariance = covariance(best);
        double[] errors = new double[size];
        Arrays.setAll(errors, i -> Math.sqrt(covariance[i][i]));
        double value = likelihood.at(best, gradient);
        double[] variances = likelihood.variances();
        int n = variances.length - 1;
        double[] sigmas = new double[n];
        Arrays.setAll(sigmas, t -> Math.sqrt(variances[t]));
        return new GarchFit(model, law, best, errors, value, sigmas, variances[n]).scaled(scale, covariance);
    }

    private double[][] covariance(double[] at) {
        double[][] covariance;
        try {
            covariance = Curvature.of(valley(at), at, free(at)).covariance(size);
        } catch (IllegalArgumentException flat) {
            covariance = Curvature.none(size);
        }
        if (isLossOnBound(at)) {
            // alpha and gamma then are one number under two names, and neither has an error of its own.
            for (int i = 0; i < size; i++) {
                covariance[2][i] = Double.NaN;
                covariance[i][2] = Double.NaN;
            }
        }
        return covariance;
    }

    /** Whether losses leave no trace: gamma is minus alpha, and goes where alpha goes. */
    private boolean isLossOnBound(double[] x) {
        return model == VolatilityModel.GJR && isOnBound(x, 3);
    }

    /** Minus the likelihood as what is free moves it around a point. */
    private QuasiNewton.Valley valley(double[] around) {
        return isLossOnBound(around) ? this::minusOnBound : this::minus;
    }

    private double minusOnBound(double[] x, double[] gradient) {
        double[] tied = x.clone();
        tied[3] = -tied[2];
        double value = minus(tied, gradient);
        gradient[2] -= gradient[3];
        return value;
    }

    /** Puts on their bounds those that are there, and the others where the gradient vanishes. */
    private double[] settle(double[] found) {
        double[] x = found.clone();
        if (model != VolatilityModel.EGARCH) {
            double ofLosses = model == VolatilityModel.GJR ? x[2] + x[3] : 0;
            x[2] = x[2] < ON_BOUND ? 0 : x[2];
            if (model == VolatilityModel.GJR) {
                x[3] = (ofLosses < ON_BOUND ? 0 : ofLosses) - x[2];
            }
            x[beta] = x[beta] < ON_BOUND ? 0 : x[beta];
        }
        double[] gradient = new double[size];
        boolean tied = isLossOnBound(x);
        QuasiNewton.Valley valley = valley(x);
        double value = valley.at(x, gradient);
        int[] free = free(x);
        for (int i = 0; i < NEWTON_STEPS && free.length > 0; i++) {
            double[] next = x.clone();
            double[] step;
            try {
                step = Curvature.of(valley, x, free).newton(gradient);
            } catch (IllegalArgumentException flat) {
                break;
            }
            Arrays.setAll(next, j -> x[j] + step[j]);
            if (tied) {
                next[3] = -next[2];
            }
            double[] nextGradient = new double[size];
            double reached = isWithin(next) ? valley.at(next, nextGradient) : Double.POSITIVE_INFINITY;
            if (!(reached <= value)) {
                break;
            }
            value = reached;
            System.arraycopy(next, 0, x, 0, size);
            gradient = nextGradient;
        }
        double[] before = new double[size];
        return minus(found, before) < value - 1e-9 ? found : x;
    }

    private boolean isWithin(double[] x) {
        boolean shaped = law == ErrorLaw.NORMAL || (x[size - 1] > 2 && x[size - 1] < SHAPE_MAX);
        if (model == VolatilityModel.EGARCH) {
            return shaped && Math.abs(x[beta]) < 1;
        }
        boolean asymmetry = model == VolatilityModel.GARCH || x[2] + x[3] >= 0;
        return shaped && asymmetry && x[1] > 0 && x[2] >= 0 && x[beta] >= 0 && x[beta] < 1;
    }

    /** Those that can move both ways. */
    private int[] free(double[] x) {
        return IntStream.range(0, size).filter(i -> !isOnBound(x, i)).toArray();
    }

    private boolean isOnBound(double[] x, int i) {
        if (i == beta) {
            return model == VolatilityModel.EGARCH
                    ? 1 - Math.abs(x[beta]) < ON_BOUND
                    : x[beta] < ON_BOUND || 1 - x[beta] < ON_BOUND;
        }
        if (i > beta) {
            return x[i] - 2 < ON_BOUND || x[i] > 0.99 * SHAPE_MAX;
        }
        if (model == VolatilityModel.EGARCH || i == 0) {
            return false;
        }
        return switch (i) {
            case 1 -> x[1] < ON_BOUND * ON_BOUND;
            case 2 -> x[2] < ON_BOUND;
            default -> x[2] + x[3] < ON_BOUND;
        };
    }

    private double minus(double[] x, double[] gradient) {
        double value = -likelihood.at(x, gradient);
        for (int i = 0; i < size; i++) {
            gradient[i] = -gradient[i];
        }
        return value;
    }

    /** The same in coordinates of which every value is allowed. */
    private double unbounded(double[] theta, double[] gradient) {
        double[] x = parameters(theta);
        double value = minus(x, gradient);
        if (model == VolatilityModel.EGARCH) {
            gradient[beta] *= 0.5 * (1 - x[beta] * x[beta]);
        } else {
            gradient[1] *= x[1];
            if (model == VolatilityModel.GJR) {
                gradient[2] = x[2] * (gradient[2] - gradient[3]);
                gradient[3] *= x[2] + x[3];
            } else {
                gradient[2] *= x[2];
            }
            gradient[beta] *= x[beta] * (1 - x[beta]);
        }
        if (law == ErrorLaw.STUDENT) {
            double share = (x[size - 1] - 2) / (SHAPE_MAX - 2);
            gradient[size - 1] *= (SHAPE_MAX - 2) * share * (1 - share);
        }
        return value;
    }

    private double[] parameters(double[] theta) {
        double[] x = theta.clone();
        if (model == VolatilityModel.EGARCH) {
            x[beta] = 2 * logistic(theta[beta]) - 1;
        } else {
            x[1] = Math.exp(theta[1]);
            x[2] = Math.exp(theta[2]);
            if (model == VolatilityModel.GJR) {
                x[3] = Math.exp(theta[3]) - x[2];
            }
            x[beta] = logistic(theta[beta]);
        }
        if (law == ErrorLaw.STUDENT) {
            x[size - 1] = 2 + (SHAPE_MAX - 2) * logistic(theta[size - 1]);
        }
        return x;
    }

    /** Of a start; the returns have variance 1, so that omega is what alpha and beta leave, and ln h begins near 0. */
    private double[] coordinates(double[] start, double shape, double mean) {
        double[] theta = new double[size];
        theta[0] = mean;
        double alpha = start[0];
        double keep = start[1];
        if (model == VolatilityModel.EGARCH) {
            theta[2] = 2 * alpha;
            theta[beta] = logit(0.5 * (1 + Math.min(0.995, alpha + keep)));
        } else {
            theta[1] = Math.log(Math.max(0.005, 1 - alpha - keep));
            theta[2] = Math.log(alpha);
            if (model == VolatilityModel.GJR) {
                theta[3] = theta[2];
            }
            theta[beta] = logit(keep);
        }
        if (law == ErrorLaw.STUDENT) {
            theta[size - 1] = logit((shape - 2) / (SHAPE_MAX - 2));
        }
        return theta;
    }

    private static double logistic(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    private static double logit(double share) {
        return Math.log(share / (1 - share));
    }
}
