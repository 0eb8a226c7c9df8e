package io.sextant.analytics.feature;

import java.util.EnumSet;
import java.util.Set;

/**
 * A named number of a bar. {@code formula} is written by what computes it: {@code x[n]} is x of n bars ago, windows end with the
 * bar itself. {@code warmUpBars} says with how many bars it can first be a number.
 */
public record Feature(
        String name, FeatureFamily family, String formula, String unit, int warmUpBars, Set<DataNeed> needs) {

    public Feature {
        needs = Set.copyOf(needs);
    }

    /** Whether it can be told of an instrument of which there is {@code data}. */
    public boolean isWithin(Set<DataNeed> data) {
        return data.containsAll(needs);
    }

    /** Everything that one file of bars with volumes has. */
    public static Set<DataNeed> ofBarsAlone() {
        return EnumSet.of(DataNeed.BARS, DataNeed.VOLUME);
    }

    @Override
    public String toString() {
        return name;
    }
}
