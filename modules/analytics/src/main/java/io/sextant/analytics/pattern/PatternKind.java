package io.sextant.analytics.pattern;

import java.util.Locale;

/**
 * What is looked for, with its definition. Bars are counted from the one at which the shape is known: o, h, l, c of it, o1 of the one before and so on;
 * body = |c - o|, range = h - l; a body is long or short against the mean of the ten before it, a trend is told by the close before the shape
 * against the mean of the ten closes up to it. Shapes of swings are in units of their own height.
 */
public enum PatternKind {
    DOJI(Family.CANDLE, 0, "body <= 0.05 range"),
    DRAGONFLY_DOJI(Family.CANDLE, 1, "doji, upper shadow <= 0.1 range, lower >= 0.6 range, falling before"),
    GRAVESTONE_DOJI(Family.CANDLE, -1, "doji, lower shadow <= 0.1 range, upper >= 0.6 range, rising before"),
    HAMMER(Family.CANDLE, 1, "body > 0.05 range, lower shadow >= 2 bodies, upper <= 0.1 range, falling before"),
    HANGING_MAN(Family.CANDLE, -1, "as the hammer, rising before"),
    INVERTED_HAMMER(
            Family.CANDLE, 1, "body > 0.05 range, upper shadow >= 2 bodies, lower <= 0.1 range, falling before"),
    SHOOTING_STAR(Family.CANDLE, -1, "as the inverted hammer, rising before"),
    BULLISH_MARUBOZU(Family.CANDLE, 1, "c > o, long, body >= 0.95 range"),
    BEARISH_MARUBOZU(Family.CANDLE, -1, "c < o, long, body >= 0.95 range"),
    BULLISH_ENGULFING(Family.CANDLE, 1, "c1 < o1, c > o, o <= c1, c >= o1, body > body1, falling before"),
    BEARISH_ENGULFING(Family.CANDLE, -1, "c1 > o1, c < o, o >= c1, c <= o1, body > body1, rising before"),
    BULLISH_HARAMI(Family.CANDLE, 1, "c1 < o1 and long, c > o within it, body <= body1/2, falling before"),
    BEARISH_HARAMI(Family.CANDLE, -1, "c1 > o1 and long, c < o within it, body <= body1/2, rising before"),
    PIERCING_LINE(Family.CANDLE, 1, "c1 < o1 and long, o <= c1, c above its middle and below o1, falling before"),
    DARK_CLOUD_COVER(Family.CANDLE, -1, "c1 > o1 and long, o >= c1, c below its middle and above o1, rising before"),
    MORNING_STAR(
            Family.CANDLE,
            1,
            "c2 < o2 and long, body1 <= body2/3 and below the middle of body2, c > o and above it, falling before"),
    EVENING_STAR(
            Family.CANDLE,
            -1,
            "c2 > o2 and long, body1 <= body2/3 and above the middle of body2, c < o and below it, rising before"),
    THREE_WHITE_SOLDIERS(
            Family.CANDLE, 1, "three times c > o, long, opened within the body before, upper shadow <= 0.25 range"),
    THREE_BLACK_CROWS(
            Family.CANDLE, -1, "three times c < o, long, opened within the body before, lower shadow <= 0.25 range"),
    TWEEZER_BOTTOM(Family.CANDLE, 1, "c1 < o1, c > o, |l - l1| <= 0.05 range1, falling before"),
    TWEEZER_TOP(Family.CANDLE, -1, "c1 > o1, c < o, |h - h1| <= 0.05 range1, rising before"),

    DOUBLE_TOP(
            Family.SWING,
            -1,
            "low, high, low, high; highs within 0.15 of the height, first low lower than the second; close below the second"),
    DOUBLE_BOTTOM(
            Family.SWING,
            1,
            "high, low, high, low; lows within 0.15 of the height, first high higher than the second; close above the second"),
    HEAD_AND_SHOULDERS(
            Family.SWING,
            -1,
            "three highs, the middle one highest by 0.2 of the height over the neckline, shoulders and feet within 0.3; close below the"
                    + " neckline"),
    INVERSE_HEAD_AND_SHOULDERS(
            Family.SWING,
            1,
            "three lows, the middle one lowest by 0.2 of the height under the neckline, shoulders and feet within 0.3; close above the"
                    + " neckline"),
    ASCENDING_TRIANGLE(
            Family.SWING,
            1,
            "two highs within 0.12 of the height, two lows rising by 0.25 or more; close above the highs"),
    DESCENDING_TRIANGLE(
            Family.SWING,
            -1,
            "two lows within 0.12 of the height, two highs falling by 0.25 or more; close below the lows"),
    SYMMETRICAL_TRIANGLE(
            Family.SWING,
            0,
            "two highs falling and two lows rising, each by 0.2 of the height or more; close beyond either line before they meet"),
    RISING_CHANNEL(
            Family.SWING,
            1,
            "three highs and three lows on two lines, parallel within 0.2, rising by 0.5 of the height or more"),
    FALLING_CHANNEL(
            Family.SWING,
            -1,
            "three highs and three lows on two lines, parallel within 0.2, falling by 0.5 of the height or more"),
    HORIZONTAL_CHANNEL(
            Family.SWING,
            0,
            "three highs and three lows on two lines, parallel within 0.2, moving by less than 0.2 of the height");

    /** What a shape is made of. */
    public enum Family {
        /** One to three bars. */
        CANDLE,
        /** Highs and lows between which the price turned by twice its usual range or more. */
        SWING
    }

    private final Family family;
    private final int direction;
    private final String definition;

    PatternKind(Family family, int direction, String definition) {
        this.family = family;
        this.direction = direction;
        this.definition = definition;
    }

    public Family family() {
        return family;
    }

    /** What it is said to foretell: 1 higher prices, -1 lower ones, 0 either. */
    public int direction() {
        return direction;
    }

    public String definition() {
        return definition;
    }

    /** As people type it: double-top. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
