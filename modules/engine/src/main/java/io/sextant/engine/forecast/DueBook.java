package io.sextant.engine.forecast;

import io.sextant.domain.forecast.DueBoard;
import io.sextant.domain.forecast.DueSkill;
import io.sextant.domain.forecast.DueSkill.Word;
import io.sextant.engine.told.ToldBars;
import io.sextant.engine.told.ToldLog;
import io.sextant.forecasting.evaluation.DieboldMariano;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Which forecasts of one series came due at the end of each bar, kept over a restart: what was noted of a bar stands, so that a model that is trained
 * later has no say in what was told before it. Skill of a time is judged by squared errors against those of the last price (Diebold and Mariano 1995,
 * corrected as by Harvey, Leybourne and Newbold 1997), times the number of models and steps that are compared (Bonferroni).
 */
final class DueBook {

    private static final String SEPARATOR = ";";
    /** Of fewer forecasts of one bar nothing is said but their figures. */
    static final int FEWEST = 30;
    /** Forecasts of several bars overlap: so many times their length have to have come due. */
    private static final int FEWEST_SPANS = 10;

    private static final double CHANCE_MAX = 0.05;

    private final ForecastSubject subject;
    private final String naive;
    private final ToldBars<List<DueForecast>> bars;

    /** @param naive the name of the model that says the last price again */
    DueBook(ForecastSubject subject, String naive, ToldLog log) {
        this.subject = subject;
        this.naive = naive;
        bars = new ToldBars<>(
                log, due -> due.stream().map(DueForecast::text).collect(Collectors.joining(SEPARATOR)), DueBook::read);
    }

    private static Optional<List<DueForecast>> read(String text) {
        List<DueForecast> due = new ArrayList<>();
        for (String one : text.split(SEPARATOR, -1)) {
            DueForecast.read(one).ifPresent(due::add);
        }
        return due.isEmpty() ? Optional.empty() : Optional.of(due);
    }

    /** What came due of all models that stand. */
    void note(Collection<StandingModel> models) {
        NavigableMap<Long, List<DueForecast>> byBar = new TreeMap<>();
        for (StandingModel model : models) {
            model.takeDue()
                    .forEach((end, due) -> byBar.computeIfAbsent(end, fresh -> new ArrayList<>())
                            .addAll(due));
        }
        byBar.forEach((end, due) -> bars.tell(end, due.isEmpty() ? Optional.empty() : Optional.of(due)));
    }

    /** One model's forecasts of one step. */
    private record Key(String model, int step) {}

    /** @param fromNanos bars that end after it, up to {@code toNanos} */
    DueBoard board(long fromNanos, long toNanos) {
        NavigableMap<Long, Optional<List<DueForecast>>> within = bars.between(fromNanos, toNanos);
        Map<Key, List<DueForecast>> groups =
                new TreeMap<>(Comparator.comparing((Key key) -> !key.model().equals(naive))
                        .thenComparing(Key::model)
                        .thenComparingInt(Key::step));
        within.values().stream()
                .flatMap(Optional::stream)
                .flatMap(List::stream)
                .forEach(one -> groups.computeIfAbsent(new Key(one.model(), one.step()), fresh -> new ArrayList<>())
                        .add(one));
        int compared = (int) groups.entrySet().stream()
                .filter(each -> !each.getKey().model().equals(naive)
                        && each.getValue().size() >= needed(each.getKey().step()))
                .count();
        List<DueSkill> skills = new ArrayList<>();
        groups.forEach((key, due) -> skills.add(skill(key, due, compared)));
        Optional<Long> since = bars.findFirstNanos()
                .filter(first -> first - subject.timeframe().nominalNanos() > fromNanos && first <= toNanos);
        return new DueBoard(subject.instrument(), subject.timeframe(), fromNanos, toNanos, since, skills);
    }

    private static int needed(int step) {
        return Math.max(FEWEST, FEWEST_SPANS * step);
    }

    private DueSkill skill(Key key, List<DueForecast> due, int compared) {
        double[] own =
                due.stream().mapToDouble(each -> each.error() * each.error()).toArray();
        double[] last = due.stream()
                .mapToDouble(each -> each.naiveError() * each.naiveError())
                .toArray();
        double absolute =
                due.stream().mapToDouble(each -> Math.abs(each.error())).sum();
        double absoluteLast =
                due.stream().mapToDouble(each -> Math.abs(each.naiveError())).sum();
        double inside = due.stream().filter(DueForecast::inside).count();
        double pValue = Double.NaN;
        Word word = Word.TOO_FEW;
        if (key.model().equals(naive)) {
            word = Word.NAIVE;
        } else if (due.size() >= needed(key.step())) {
            DieboldMariano test = DieboldMariano.of(last, own, key.step());
            pValue = Math.min(1, test.pSecondBetter() * compared);
            word = pValue < CHANCE_MAX
                    ? Word.BETTER
                    : test.pSecondWorse() * compared < CHANCE_MAX ? Word.WORSE : Word.CHANCE;
        }
        return new DueSkill(
                key.model(),
                key.step(),
                due.size(),
                Math.sqrt(ratio(Arrays.stream(own).sum(), Arrays.stream(last).sum())),
                ratio(absolute, absoluteLast),
                inside / due.size(),
                pValue,
                needed(key.step()),
                word);
    }

    private static double ratio(double own, double last) {
        return last > 0 ? own / last : Double.NaN;
    }
}
