package io.sextant.analytics.options;

/**
 * Options that can be exercised early, on a grid of log spots by the scheme of Crank and Nicolson (1947), begun with four implicit half steps
 * that calm the kink of the payoff (Rannacher 1984); each step is solved with the right to exercise by the elimination of Brennan and
 * Schwartz (1977), which is exact where exercise pays on one side of one price. A grid line runs through spot and strike alike. Two grids, one
 * twice as fine, and Richardson's extrapolation.
 */
public final class AmericanOption {

    /** Of the coarse grid; the fine one has twice as many. */
    private static final int CELLS = 200;

    private static final int STEPS = 80;
    /** Deviations of the log price that the grid reaches to either side. */
    private static final double REACH = 6;

    private AmericanOption() {}

    /** Whether exercise before expiry can ever pay. */
    private static boolean canPayEarly(OptionTerms t) {
        return switch (t.right()) {
            case CALL -> t.dividend() > 0 || t.rate() < 0;
            case PUT -> t.rate() > 0 || t.dividend() < 0;
        };
    }

    /** @throws IllegalArgumentException where exercise pays between two prices only: for both rates negative in the wrong order */
    public static double price(OptionTerms t) {
        boolean between = t.right() == OptionRight.PUT
                ? t.dividend() < t.rate() && t.rate() < 0
                : t.rate() < t.dividend() && t.dividend() < 0;
        if (between) {
            throw new IllegalArgumentException(
                    "early exercise pays between two prices when both rates are negative this way; that is not solved here");
        }
        double s = t.volatility() * Math.sqrt(t.years());
        if (s == 0) {
            return certain(t);
        }
        double european = BlackScholes.price(t);
        if (!canPayEarly(t)) {
            return european;
        }
        double exercised = t.right().intrinsic(t.spot(), t.strike());
        double american = new Grid(t, 2, true).value();
        if (american <= exercised) {
            return exercised;
        }
        // Both sides of the premium come from one grid, so that most of its error goes.
        double fine = american - new Grid(t, 2, false).value();
        double coarse = new Grid(t, 1, true).value() - new Grid(t, 1, false).value();
        return Math.max(exercised, european + Math.max(0, fine + (fine - coarse) / 3));
    }

    /** Without uncertainty the best of all moments; the discounted difference has at most one turning point inside. */
    private static double certain(OptionTerms t) {
        int w = t.right().sign();
        double best = Math.max(t.right().intrinsic(t.spot(), t.strike()), BlackScholes.price(t));
        double ratio = t.dividend() * t.spot() / (t.rate() * t.strike());
        double turn = Math.log(ratio) / (t.dividend() - t.rate());
        if (turn > 0 && turn < t.years()) {
            double value = w * (t.spot() * Math.exp(-t.dividend() * turn) - t.strike() * Math.exp(-t.rate() * turn));
            best = Math.max(best, value);
        }
        return best;
    }

    /**
     * Price and all derivatives, by differences: two grids apart in each direction. Those of the second order carry some four digits, of the third
     * some two.
     */
    public static Greeks greeks(OptionTerms t) {
        double price = price(t);
        double hs = 0.01 * t.spot() * Math.max(0.2, t.volatility() * Math.sqrt(t.years()));
        double hv = 0.005;
        double hr = 0.001;
        double ht = Math.min(t.years() / 2, 1.0 / 365);
        double up = price(t.withSpot(t.spot() + hs));
        double down = price(t.withSpot(t.spot() - hs));
        double far = price(t.withSpot(t.spot() + 2 * hs));
        double low = price(t.withSpot(t.spot() - 2 * hs));
        double delta = (up - down) / (2 * hs);
        double gamma = (up - 2 * price + down) / (hs * hs);
        OptionTerms wild = t.withVolatility(t.volatility() + hv);
        OptionTerms calm = t.withVolatility(Math.max(1e-6, t.volatility() - hv));
        double width = wild.volatility() - calm.volatility();
        Slice more = Slice.of(wild, hs);
        Slice less = Slice.of(calm, hs);
        OptionTerms later = t.withYears(t.years() - ht);
        Slice soon = Slice.of(later, hs);
        double soonVega =
                (price(later.withVolatility(wild.volatility())) - price(later.withVolatility(calm.volatility())))
                        / width;
        double vega = (more.price - less.price) / width;
        double rateUp = price(t.withRate(t.rate() + hr));
        double rateDown = price(t.withRate(t.rate() - hr));
        double vegaUp = (price(wild.withRate(t.rate() + hr)) - price(calm.withRate(t.rate() + hr))) / width;
        double vegaDown = (price(wild.withRate(t.rate() - hr)) - price(calm.withRate(t.rate() - hr))) / width;
        return new Greeks(
                price,
                delta,
                gamma,
                vega,
                (soon.price - price) / ht,
                (rateUp - rateDown) / (2 * hr),
                (price(t.withDividend(t.dividend() + hr)) - price(t.withDividend(t.dividend() - hr))) / (2 * hr),
                (more.delta - less.delta) / width,
                (more.price - 2 * price + less.price) / (width * width / 4),
                (soon.delta - delta) / ht,
                (soonVega - vega) / ht,
                (vegaUp - vegaDown) / (2 * hr),
                (far - 2 * up + 2 * down - low) / (2 * hs * hs * hs),
                (more.gamma - less.gamma) / width,
                (soon.gamma - gamma) / ht,
                delta * t.spot() / price,
                BlackScholes.greeks(t).probability());
    }

    private record Slice(double price, double delta, double gamma) {

        static Slice of(OptionTerms t, double hs) {
            double price = price(t);
            double up = price(t.withSpot(t.spot() + hs));
            double down = price(t.withSpot(t.spot() - hs));
            return new Slice(price, (up - down) / (2 * hs), (up - 2 * price + down) / (hs * hs));
        }

        private static double price(OptionTerms t) {
            return AmericanOption.price(t);
        }
    }

    /** One grid: values over log spots, from expiry back. */
    private static final class Grid {

        private final OptionTerms terms;
        private final boolean early;
        private final int steps;
        private final double[] payoff;
        private final double[] value;
        private final double[] right;
        private final double[] eliminated;
        private final double width;
        private final int middle;

        Grid(OptionTerms t, int finer, boolean early) {
            terms = t;
            this.early = early;
            steps = STEPS * finer;
            double gap = Math.log(t.strike() / t.spot());
            double half = REACH * t.volatility() * Math.sqrt(t.years())
                    + Math.abs(t.rate() - t.dividend()) * t.years()
                    + Math.abs(gap);
            double about = 2 * half / CELLS;
            int lines = (int) Math.round(Math.abs(gap) / about);
            // The strike on a line where it is some lines away; very near ones share the spot's.
            width = (lines == 0 ? about : Math.abs(gap) / lines) / finer;
            middle = (int) Math.ceil(half / width);
            int size = 2 * middle + 1;
            payoff = new double[size];
            value = new double[size];
            right = new double[size];
            eliminated = new double[size];
            for (int i = 0; i < size; i++) {
                double spot = t.spot() * Math.exp((i - middle) * width);
                payoff[i] = t.right().intrinsic(spot, t.strike());
                value[i] = payoff[i];
            }
        }

        double value() {
            double whole = terms.years() / steps;
            double passed = 0;
            for (int i = 0; i < 4; i++) {
                passed += whole / 2;
                step(whole / 2, 1, passed);
            }
            for (int i = 2; i < steps; i++) {
                passed += whole;
                step(whole, 0.5, passed);
            }
            return value[middle];
        }

        /** {@code weight} of the new time: 1 is implicit, 0.5 Crank and Nicolson's. */
        private void step(double time, double weight, double passed) {
            double variance = terms.volatility() * terms.volatility();
            double drift = terms.rate() - terms.dividend() - variance / 2;
            double diffusion = variance / (2 * width * width);
            double down = diffusion - drift / (2 * width);
            double up = diffusion + drift / (2 * width);
            double own = -2 * diffusion - terms.rate();
            int last = value.length - 1;
            double old = (1 - weight) * time;
            for (int i = 1; i < last; i++) {
                right[i] = value[i] + old * (down * value[i - 1] + own * value[i] + up * value[i + 1]);
            }
            value[0] = edge(0, passed);
            value[last] = edge(last, passed);
            double fresh = weight * time;
            if (terms.right() == OptionRight.PUT) {
                solve(-fresh * down, 1 - fresh * own, -fresh * up, last, -1);
            } else {
                solve(-fresh * up, 1 - fresh * own, -fresh * down, 0, 1);
            }
        }

        /** Eliminates from the edge where waiting pays towards the one where exercise does; {@code before} couples to where it ends. */
        private void solve(double before, double diagonal, double behind, int from, int direction) {
            int last = value.length - 1;
            int inner = last - 1;
            int first = from + direction;
            right[first] -= behind * value[from];
            eliminated[first] = diagonal;
            for (int k = 1; k < inner; k++) {
                int i = first + direction * k;
                double factor = behind / eliminated[i - direction];
                eliminated[i] = diagonal - factor * before;
                right[i] -= factor * right[i - direction];
            }
            for (int k = inner - 1; k >= 0; k--) {
                int i = first + direction * k;
                double solved = (right[i] - before * value[i + direction]) / eliminated[i];
                value[i] = early ? Math.max(payoff[i], solved) : solved;
            }
        }

        private double edge(int i, double passed) {
            double spot = terms.spot() * Math.exp((i - middle) * width);
            double certain = terms.right().sign()
                    * (spot * Math.exp(-terms.dividend() * passed) - terms.strike() * Math.exp(-terms.rate() * passed));
            return Math.max(0, early ? Math.max(payoff[i], certain) : certain);
        }
    }
}
