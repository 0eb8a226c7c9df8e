package io.sextant.ui.chart.style;

/** How tall a Renko brick is. */
public sealed interface BrickSize {

    /** The average true range of so many bars, as it stands at the newest finished bar when the bricks are laid. */
    record OfRange(int bars) implements BrickSize {
        public OfRange {
            if (bars < 1 || bars > 10_000) {
                throw new IllegalArgumentException("an average true range takes 1 to 10000 bars, not " + bars);
            }
        }
    }

    /** The same in the price's own units for all of them. */
    record Fixed(double size) implements BrickSize {
        public Fixed {
            if (!(size > 0) || Double.isInfinite(size)) {
                throw new IllegalArgumentException("a brick is taller than zero, not " + size);
            }
        }
    }

    BrickSize USUAL = new OfRange(14);
}
