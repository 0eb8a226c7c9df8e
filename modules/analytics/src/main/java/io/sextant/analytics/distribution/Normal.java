package io.sextant.analytics.distribution;

/**
 * The normal distribution. The error function is W. J. Cody's rational Chebyshev approximation (Math. Comp. 23, 1969), relative error
 * below 1e-15 in both tails; the quantile is M. J. Wichura's AS 241 (Applied Statistics 37, 1988), relative error about 1e-16.
 */
public final class Normal {

    private static final double ROOT_HALF = 0.7071067811865476;
    private static final double INVERSE_ROOT_TWO_PI = 0.3989422804014327;
    private static final double INVERSE_ROOT_PI = 0.5641895835477563;
    private static final double SMALL = 0.46875;
    /** Beyond it erfc is below the smallest double. */
    private static final double ERFC_ZERO = 26.6;

    private static final double[] ERF_TOP = {
        0.18577770618460315, 3.1611237438705655, 113.86415415105016, 377.485237685302, 3209.3775891384694
    };
    private static final double[] ERF_BOTTOM = {
        1, 23.601290952344122, 244.02463793444417, 1282.6165260773723, 2844.236833439171
    };
    private static final double[] MIDDLE_TOP = {
        2.1531153547440383e-08, 0.5641884969886701, 8.883149794388377, 66.11919063714163,
        298.6351381974001, 881.952221241769, 1712.0476126340707, 2051.0783778260716,
        1230.3393547979972
    };
    private static final double[] MIDDLE_BOTTOM = {
        1,
        15.744926110709835,
        117.6939508913125,
        537.1811018620099,
        1621.3895745666903,
        3290.7992357334597,
        4362.619090143247,
        3439.3676741437216,
        1230.3393548037495
    };
    private static final double[] TAIL_TOP = {
        0.016315387137302097,
        0.30532663496123236,
        0.36034489994980445,
        0.12578172611122926,
        0.016083785148742275,
        0.0006587491615298378
    };
    private static final double[] TAIL_BOTTOM = {
        1, 2.568520192289822, 1.8729528499234673, 0.5279051029514285, 0.06051834131244132, 0.0023352049762686918
    };

    private static final double[] CENTRE_TOP = {
        2509.0809287301227, 33430.57558358813, 67265.7709270087, 45921.95393154987,
        13731.69376550946, 1971.5909503065513, 133.14166789178438, 3.3871328727963665
    };
    private static final double[] CENTRE_BOTTOM = {
        5226.495278852854,
        28729.085735721943,
        39307.89580009271,
        21213.794301586597,
        5394.196021424751,
        687.1870074920579,
        42.31333070160091,
        1
    };
    private static final double[] NEAR_TOP = {
        0.0007745450142783414, 0.022723844989269184, 0.2417807251774506, 1.2704582524523684,
        3.6478483247632045, 5.769497221460691, 4.630337846156546, 1.4234371107496835
    };
    private static final double[] NEAR_BOTTOM = {
        1.0507500716444169e-09,
        0.0005475938084995344,
        0.015198666563616457,
        0.14810397642748008,
        0.6897673349851,
        1.6763848301838038,
        2.053191626637759,
        1
    };
    private static final double[] FAR_TOP = {
        2.0103343992922881e-07, 2.7115555687434876e-05, 0.0012426609473880784, 0.026532189526576124,
        0.29656057182850487, 1.7848265399172913, 5.463784911164114, 6.657904643501103
    };
    private static final double[] FAR_BOTTOM = {
        2.0442631033899397e-15,
        1.421511758316446e-07,
        1.8463183175100548e-05,
        0.0007868691311456133,
        0.014875361290850615,
        0.1369298809227358,
        0.599832206555888,
        1
    };

    private Normal() {}

    public static double density(double x) {
        return INVERSE_ROOT_TWO_PI * Math.exp(-0.5 * x * x);
    }

    /** P(X <= x); full relative precision in the left tail. */
    public static double cumulative(double x) {
        return 0.5 * erfc(-x * ROOT_HALF);
    }

    /** The x with P(X <= x) = {@code probability}. */
    public static double quantile(double probability) {
        if (!(probability >= 0 && probability <= 1)) {
            return Double.NaN;
        }
        double q = probability - 0.5;
        if (Math.abs(q) <= 0.425) {
            double r = 0.180625 - q * q;
            return q * ratio(CENTRE_TOP, CENTRE_BOTTOM, r);
        }
        double tail = q < 0 ? probability : 1 - probability;
        if (tail == 0) {
            return Math.copySign(Double.POSITIVE_INFINITY, q);
        }
        double r = Math.sqrt(-Math.log(tail));
        double x = r <= 5 ? ratio(NEAR_TOP, NEAR_BOTTOM, r - 1.6) : ratio(FAR_TOP, FAR_BOTTOM, r - 5);
        return Math.copySign(x, q);
    }

    /** 1 - erf(x). */
    public static double erfc(double x) {
        double y = Math.abs(x);
        if (y <= SMALL) {
            return 1 - erfSmall(x);
        }
        if (y >= ERFC_ZERO) {
            return x > 0 ? 0 : 2;
        }
        double upper = expMinusSquare(y) * scaled(y);
        return x > 0 ? upper : 2 - upper;
    }

    /** exp(x^2) erfc(x): what remains of a far tail when its size is divided out; infinite below about -26.6. */
    public static double erfcx(double x) {
        if (Math.abs(x) <= SMALL) {
            return Math.exp(x * x) * (1 - erfSmall(x));
        }
        if (x > 0) {
            return scaled(x);
        }
        return 2 / expMinusSquare(-x) - scaled(-x);
    }

    private static double erfSmall(double x) {
        return x * ratio(ERF_TOP, ERF_BOTTOM, x * x);
    }

    private static double scaled(double y) {
        if (y <= 4) {
            return ratio(MIDDLE_TOP, MIDDLE_BOTTOM, y);
        }
        double inverse = 1 / (y * y);
        return (INVERSE_ROOT_PI - inverse * ratio(TAIL_TOP, TAIL_BOTTOM, inverse)) / y;
    }

    /** Split where the square is exact: squaring first would lose the digits that the exponential magnifies. */
    private static double expMinusSquare(double y) {
        double head = Math.rint(y * 16) / 16;
        double rest = (y - head) * (y + head);
        return Math.exp(-head * head) * Math.exp(-rest);
    }

    private static double ratio(double[] top, double[] bottom, double x) {
        double above = top[0];
        for (int i = 1; i < top.length; i++) {
            above = above * x + top[i];
        }
        double below = bottom[0];
        for (int i = 1; i < bottom.length; i++) {
            below = below * x + bottom[i];
        }
        return above / below;
    }
}
