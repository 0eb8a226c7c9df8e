package io.sextant.benchmarks.flow;

import io.sextant.analytics.orderflow.FlowGuard;
import io.sextant.domain.market.FlowAnomaly.Kind;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Precision and recall of the detectors on planted spoofing and icebergs, and what they tell of a market where nothing was planted. A spoof
 * counts when at least three orders were pulled, an iceberg when its tip came back at least five times: nobody can know the others.
 */
public final class PlantedFlow {

    private static final int MARKETS = Integer.getInteger("markets", 8);
    private static final long MINUTES = Long.getLong("minutes", 240);
    private static final int SPOOFED = 3;
    private static final int REFILLED = 5;

    /** @param told alarms of the kind, {@code right} those that tell a planting, {@code found} plantings that an alarm tells */
    public record Score(int planted, int found, int told, int right) {

        public double precision() {
            return (double) right / told;
        }

        public double recall() {
            return (double) found / planted;
        }

        private Score plus(Score other) {
            return new Score(planted + other.planted, found + other.found, told + other.told, right + other.right);
        }
    }

    private PlantedFlow() {}

    public static void main(String[] args) {
        Map<Kind, Score> planted = score(MARKETS, MINUTES, FlowGuard.Settings.USUAL);
        planted.forEach((kind, score) -> System.out.printf(
                Locale.ENGLISH,
                "%-9s planted %4d found %4d recall %.3f; told %4d right %4d precision %.3f%n",
                kind,
                score.planted(),
                score.found(),
                score.recall(),
                score.told(),
                score.right(),
                score.precision()));
        Map<Kind, Integer> calm = new EnumMap<>(Kind.class);
        double hours = 0;
        for (int seed = 1; seed <= MARKETS; seed++) {
            PlantedMarket market = new PlantedMarket(1_000 + seed, FlowGuard.Settings.USUAL);
            market.run(MINUTES, false);
            hours += MINUTES / 60.0 * market.instruments();
            market.alarms().forEach(alarm -> calm.merge(alarm.kind(), 1, Integer::sum));
        }
        for (Kind kind : Kind.values()) {
            System.out.printf(
                    Locale.ENGLISH,
                    "%-9s nothing planted: %d in %.0f instrument-hours%n",
                    kind,
                    calm.getOrDefault(kind, 0),
                    hours);
        }
    }

    /** Of the two kinds that are planted. */
    public static Map<Kind, Score> score(int markets, long minutes, FlowGuard.Settings settings) {
        Map<Kind, Score> scores = new EnumMap<>(Kind.class);
        for (int seed = 1; seed <= markets; seed++) {
            PlantedMarket market = new PlantedMarket(seed, settings);
            market.run(minutes, true);
            scores.merge(Kind.SPOOFING, score(market, Kind.SPOOFING, SPOOFED), Score::plus);
            scores.merge(Kind.ICEBERG, score(market, Kind.ICEBERG, REFILLED), Score::plus);
        }
        return scores;
    }

    private static Score score(PlantedMarket market, Kind kind, int least) {
        List<PlantedMarket.Planting> all = market.plantings().stream()
                .filter(planting -> planting.kind() == kind)
                .toList();
        List<PlantedMarket.Planting> knowable =
                all.stream().filter(planting -> planting.shown() >= least).toList();
        List<PlantedMarket.Alarm> told =
                market.alarms().stream().filter(alarm -> alarm.kind() == kind).toList();
        long found = knowable.stream()
                .filter(planting -> told.stream().anyMatch(alarm -> PlantedMarket.fits(alarm, planting)))
                .count();
        long right = told.stream()
                .filter(alarm -> all.stream().anyMatch(planting -> PlantedMarket.fits(alarm, planting)))
                .count();
        return new Score(knowable.size(), (int) found, told.size(), (int) right);
    }
}
