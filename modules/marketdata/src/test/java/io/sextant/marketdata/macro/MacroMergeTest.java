package io.sextant.marketdata.macro;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.source.Observation;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class MacroMergeTest {

    private static final long DAY_NANOS = 86_400_000_000_000L;
    private static final MacroSeries NOTHING = new MacroSeries("x", List.of());

    private static Observation figure(int month, long knownDay, double value) {
        return new Observation(LocalDate.of(2024, month, 1), knownDay * DAY_NANOS, value);
    }

    @Test
    void storesNothingTwice() {
        List<Observation> now = List.of(figure(1, 20_000, 5), figure(2, 20_030, 6), figure(1, 20_040, 5.5));
        MacroMerge first = MacroMerge.of(NOTHING, now, 30_000 * DAY_NANOS);
        assertThat(first.fresh()).containsExactlyInAnyOrderElementsOf(now);
        assertThat(first.revised()).isEqualTo(1);
        assertThat(MacroMerge.of(NOTHING.with(first.fresh()), now, 30_001 * DAY_NANOS)
                        .fresh())
                .isEmpty();
    }

    @Test
    void aFigureThatChangedWithoutADateIsKnownFromWhenItWasRead() {
        MacroSeries stored = NOTHING.with(List.of(figure(1, 20_000, 5)));
        long read = 20_100 * DAY_NANOS;
        MacroMerge merge = MacroMerge.of(stored, List.of(figure(1, 20_000, 5.5)), read);
        assertThat(merge.fresh()).containsExactly(new Observation(LocalDate.of(2024, 1, 1), read, 5.5));
        MacroSeries after = stored.with(merge.fresh());
        assertThat(after.findAt(read - 1)).map(Observation::value).contains(5.0);
        assertThat(after.findAt(read)).map(Observation::value).contains(5.5);
        assertThat(MacroMerge.of(after, List.of(figure(1, 20_000, 5.5)), read + DAY_NANOS)
                        .fresh())
                .as("the same file again")
                .isEmpty();
    }

    @Test
    void aChangedLagDatesNothingAnewAndAChangedFigureCountsFromWhenItWasRead() {
        List<String> before = List.of("date,rain", "2024-01-01,5", "2024-02-01,6");
        List<String> after = List.of("date,rain", "2024-01-01,5", "2024-02-01,6.5", "2024-03-01,7");
        long read = MacroCsv.knownNanos(LocalDate.of(2024, 6, 1));
        for (Period[] lags :
                new Period[][] {{Period.ofDays(45), Period.ofDays(1)}, {Period.ofDays(1), Period.ofDays(45)}}) {
            MacroSeries stored = undated(NOTHING, before, lags[0], read - DAY_NANOS);

            assertThat(MacroMerge.ofUndated(stored, published(before, lags[1]), read)
                            .fresh())
                    .as("the same figures from " + lags[0] + " to " + lags[1])
                    .isEmpty();
            MacroMerge merge = MacroMerge.ofUndated(stored, published(after, lags[1]), read);
            assertThat(merge.revised()).isEqualTo(1);
            assertThat(merge.fresh())
                    .containsExactly(
                            new Observation(LocalDate.of(2024, 2, 1), read, 6.5),
                            new Observation(
                                    LocalDate.of(2024, 3, 1),
                                    MacroCsv.knownNanos(LocalDate.of(2024, 3, 1).plus(lags[1])),
                                    7));
            assertThat(MacroMerge.ofUndated(stored.with(merge.fresh()), published(after, lags[0]), read + DAY_NANOS)
                            .fresh())
                    .as("and back")
                    .isEmpty();
        }
    }

    private static List<Observation> published(List<String> lines, Period lag) {
        return MacroCsv.read(lines, lag).series().published();
    }

    private static MacroSeries undated(MacroSeries stored, List<String> lines, Period lag, long read) {
        return stored.with(
                MacroMerge.ofUndated(stored, published(lines, lag), read).fresh());
    }

    /** Whatever a source says later, what was known at a time that had passed by then stays what it was. */
    @Test
    void nothingReadLaterChangesWhatWasKnownBefore() {
        SplittableRandom random = new SplittableRandom(9);
        int histories = Integer.getInteger("sextant.histories", 200);
        for (int history = 0; history < histories; history++) {
            MacroSeries stored = NOTHING;
            List<Observation> published = new ArrayList<>();
            for (int day = 20_000; day < 20_060; day += 5) {
                for (int more = random.nextInt(3); more > 0; more--) {
                    published.add(figure(1 + random.nextInt(6), day - random.nextInt(3), random.nextInt(4)));
                }
                if (!published.isEmpty() && random.nextInt(4) == 0) {
                    int changed = random.nextInt(published.size());
                    Observation old = published.get(changed);
                    published.set(changed, new Observation(old.period(), old.knownNanos(), random.nextInt(4)));
                }
                long read = day * DAY_NANOS;
                MacroSeries before = stored;
                stored = stored.with(MacroMerge.of(stored, published, read).fresh());
                long cut = (day - 3) * DAY_NANOS;
                assertThat(stored.asOf(cut))
                        .as("known three days before it was read")
                        .isEqualTo(before.asOf(cut));
                MacroSeries cutOff = new MacroSeries(
                        "x",
                        stored.published().stream()
                                .filter(one -> one.knownNanos() <= cut)
                                .toList());
                assertThat(stored.asOf(cut)).as("with the future cut off").isEqualTo(cutOff.asOf(Long.MAX_VALUE));
            }
        }
    }

    @Test
    void aCalendarIsKnownBeforeItsDaysComeAndSpeaksOfThemWhenTheyDo() {
        MacroSeries votes = MacroCsv.read(
                        List.of("date,election,announced", "2024-11-05,1,2020-01-01", "2024-11-06,0,2020-01-01"),
                        Period.ZERO)
                .series();
        long may = MacroCsv.knownNanos(LocalDate.of(2024, 5, 1));
        long election = MacroCsv.knownNanos(LocalDate.of(2024, 11, 4));
        assertThat(votes.asOf(may)).hasSize(2);
        assertThat(votes.findAt(may)).isEmpty();
        assertThat(votes.column(new long[] {may, election, election + DAY_NANOS}))
                .containsExactly(Double.NaN, 1, 0);
    }
}
