package io.sextant.analytics.sentiment;

import io.sextant.analytics.feature.FeatureInput;
import io.sextant.analytics.feature.FeatureReading;
import io.sextant.analytics.feature.FeatureSource;
import io.sextant.domain.market.Headline;
import java.util.Comparator;
import java.util.List;

/**
 * Tells features how many headlines became known since the bar before, and their tone: bullish ones less bearish ones over all, 0 where there was
 * none. Asked in the order of time; the first bar has no bar before it and is told nothing.
 */
public final class HeadlineFeatures implements FeatureSource {

    private final long[] knownNanos;
    private final int[] tones;
    private boolean asked;
    private long askedNanos;
    private int used;

    /** @param headlines that are about the instrument, in any order */
    public HeadlineFeatures(List<Headline> headlines) {
        List<Headline> byTime = headlines.stream()
                .sorted(Comparator.comparingLong(Headline::timeNanos))
                .toList();
        HeadlineReader reader = new HeadlineReader();
        knownNanos = byTime.stream().mapToLong(Headline::timeNanos).toArray();
        tones = byTime.stream()
                .mapToInt(headline -> switch (reader.read(headline.text()).tone()) {
                    case BEARISH -> -1;
                    case NEUTRAL -> 0;
                    case BULLISH -> 1;
                })
                .toArray();
    }

    @Override
    public void read(long timeNanos, FeatureInput into) {
        boolean follows = asked && timeNanos >= askedNanos;
        if (!follows) {
            used = 0;
        }
        asked = true;
        askedNanos = timeNanos;
        int count = 0;
        int tone = 0;
        while (used < knownNanos.length && knownNanos[used] <= timeNanos) {
            count++;
            tone += tones[used];
            used++;
        }
        if (follows) {
            into.reading(FeatureReading.NEWS_COUNT, count);
            into.reading(FeatureReading.NEWS_TONE, count == 0 ? 0 : (double) tone / count);
        }
    }
}
