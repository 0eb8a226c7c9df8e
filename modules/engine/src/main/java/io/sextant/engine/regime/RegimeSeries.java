package io.sextant.engine.regime;

import io.sextant.domain.forecast.LearningTrouble;
import io.sextant.domain.regime.RegimeBoard;
import io.sextant.domain.regime.RegimeBoard.Present;
import io.sextant.domain.regime.RegimeBoard.State;
import io.sextant.domain.regime.RegimeName;
import io.sextant.domain.regime.RegimePath;
import io.sextant.domain.regime.RegimeState;
import io.sextant.domain.regime.RegimeSwitch;
import io.sextant.domain.time.SeededRandom;
import io.sextant.engine.told.ToldBars;
import io.sextant.engine.told.ToldLog;
import io.sextant.forecasting.UnfitWindow;
import io.sextant.forecasting.regime.RegimeHistory;
import io.sextant.forecasting.regime.RegimeLearning;
import io.sextant.forecasting.regime.RegimeModel;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The regimes of one series. Learning computes outside its lock; what people see is put together whole and handed out as it is. */
final class RegimeSeries {

    /** After so many bars it is learned anew. */
    static final int RELEARN_BARS = 500;

    /** What could not be learned is not tried again before so many bars. */
    private static final int REST_BARS = 50;

    private static final int PATH_SHOWN = 2_000;
    private static final long SEED = 1;

    private final RegimeSubject subject;
    private final RegimeBench bench;
    private final ToldBars<RegimeName> toldBars;
    private final SkillByRegime skill;
    private final int relearnBars;
    private final boolean isSeen;
    private @Nullable RegimeHistory history;
    private Optional<RegimeName> told = Optional.empty();
    private long lastEndNanos = Long.MIN_VALUE;
    private long lastTriedNanos = Long.MIN_VALUE;
    private boolean learning;
    private int barsThere;
    private Optional<LearningTrouble> trouble = Optional.empty();
    private volatile RegimeBoard board;

    RegimeSeries(RegimeSubject subject, RegimeBench bench, SkillByRegime skill) {
        this(subject, bench, skill, RELEARN_BARS, true);
    }

    /**
     * @param relearnBars after so many bars it is learned anew
     * @param isSeen whether anybody looks at the board, which tells the whole path at every bar
     */
    RegimeSeries(RegimeSubject subject, RegimeBench bench, SkillByRegime skill, int relearnBars, boolean isSeen) {
        this.relearnBars = relearnBars;
        this.isSeen = isSeen;
        this.subject = subject;
        this.bench = bench;
        toldBars = bench.toldBars(subject);
        this.skill = skill;
        board = put(State.OPENING);
    }

    RegimeBoard board() {
        return board;
    }

    static ToldBars<RegimeName> toldWith(ToldLog log) {
        return new ToldBars<>(
                log,
                RegimeName::name,
                text -> Arrays.stream(RegimeName.values())
                        .filter(name -> name.name().equals(text))
                        .findFirst());
    }

    /** What was told at the end of each bar. */
    ToldBars<RegimeName> toldBars() {
        return toldBars;
    }

    /** The regime that was told last, also by a desk before this one. */
    synchronized Optional<RegimeName> told() {
        return told;
    }

    /** The model among others that told the bars of the present regime better than the usual one did, if one did. */
    synchronized Optional<String> betterThan(String usual, List<String> others) {
        RegimeHistory now = history;
        if (now == null) {
            return Optional.empty();
        }
        List<RegimeName> names = now.model().names();
        return told.flatMap(
                regime -> RegimeChoice.better(usual, others, skill.errors(now.path(Integer.MAX_VALUE), names, regime)));
    }

    /** Looks at what is there; whether it is to be learned now. */
    synchronized boolean open() {
        told = bench.rememberedRegime(subject);
        EndedBars bars = bench.bars(subject, RegimeLearning.BARS_LEARNED);
        barsThere = bars.size();
        note(bars);
        show();
        return isDue(bars);
    }

    /** Follows the market; whether it is to be learned (anew) now. */
    synchronized boolean advance() {
        EndedBars bars = bench.bars(subject, RegimeLearning.BARS_LEARNED);
        barsThere = bars.size();
        follow(bars);
        note(bars);
        show();
        return isDue(bars);
    }

    private boolean isDue(EndedBars bars) {
        if (learning || bars.size() < RegimeLearning.BARS_MIN || bars.endedAfter(lastTriedNanos) < REST_BARS) {
            return false;
        }
        RegimeHistory now = history;
        return now == null || bars.endedAfter(now.model().toNanos()) >= relearnBars;
    }

    private void follow(EndedBars bars) {
        RegimeHistory now = history;
        if (now == null) {
            return;
        }
        for (int i = 0; i < bars.size(); i++) {
            if (bars.endsNanos()[i] > lastEndNanos) {
                lastEndNanos = bars.endsNanos()[i];
                if (now.add(bars.endsNanos()[i], bars.closes()[i])) {
                    tell(now, bars.endsNanos()[i]);
                }
                if (!toldBars.isEmpty()) {
                    toldBars.tell(bars.endsNanos()[i], told);
                }
            }
        }
    }

    /** The bars are over, and what was told before still is; of a series of which nothing was told yet only the newest counts. */
    private void note(EndedBars bars) {
        int from = toldBars.isEmpty() ? Math.max(0, bars.size() - 1) : 0;
        for (int i = from; i < bars.size(); i++) {
            toldBars.tell(bars.endsNanos()[i], told);
        }
    }

    /** Says so only where people would use another word than before. */
    private void tell(RegimeHistory now, long barEndNanos) {
        RegimeName name = now.model().names().get(now.told());
        Optional<RegimeName> before = told;
        if (before.filter(name::equals).isPresent()) {
            return;
        }
        told = Optional.of(name);
        bench.tell(
                new RegimeSwitch(
                        subject.instrument(),
                        subject.timeframe(),
                        before.orElse(name),
                        name,
                        (int) Math.round(100 * now.chance(now.told())),
                        barEndNanos),
                subject);
    }

    /** Learns from the bars that are over and goes on from there; one run at a time. */
    void learn() {
        EndedBars bars;
        Optional<RegimeModel> before;
        synchronized (this) {
            bars = bench.bars(subject, RegimeLearning.BARS_LEARNED);
            if (learning || !isDue(bars)) {
                return;
            }
            learning = true;
            lastTriedNanos = bars.endsNanos()[bars.size() - 1];
            before = Optional.ofNullable(history).map(RegimeHistory::model);
            show();
        }
        RegimeHistory fresh = null;
        Optional<LearningTrouble> why = Optional.empty();
        try {
            fresh = new RegimeHistory(
                    RegimeLearning.learn(bars.endsNanos(), bars.closes(), before, new SeededRandom(SEED)));
            for (int i = 0; i < bars.size(); i++) {
                fresh.add(bars.endsNanos()[i], bars.closes()[i]);
            }
        } catch (UnfitWindow cannot) {
            why = Optional.of(cannot.trouble(""));
        } finally {
            synchronized (this) {
                learning = false;
                trouble = why;
                if (fresh != null) {
                    history = fresh;
                    lastEndNanos = bars.endsNanos()[bars.size() - 1];
                    tell(fresh, lastEndNanos);
                    follow(bench.bars(subject, RegimeLearning.BARS_LEARNED));
                }
                show();
            }
        }
    }

    private void show() {
        if (!isSeen) {
            return;
        }
        board = put(
                history != null
                        ? State.READY
                        : learning || barsThere >= RegimeLearning.BARS_MIN ? State.LEARNING : State.TOO_FEW_BARS);
    }

    private RegimeBoard put(State state) {
        RegimeHistory now = history;
        List<RegimeName> names = now == null ? List.of() : now.model().names();
        Optional<Present> present = now == null || now.size() == 0 ? Optional.empty() : Optional.of(present(now));
        RegimePath whole = now == null
                ? new RegimePath(new long[0], new double[0], new double[0][], new int[0])
                : now.path(Integer.MAX_VALUE);
        return new RegimeBoard(
                subject.instrument(),
                subject.timeframe(),
                state,
                barsThere,
                RegimeLearning.BARS_MIN,
                present,
                skill.skills(whole, names),
                trouble);
    }

    private static Present present(RegimeHistory now) {
        RegimeModel model = now.model();
        List<RegimeState> states = now.states();
        return new Present(
                states,
                now.told(),
                now.sinceNanos(),
                model.states().transition(),
                now.path(PATH_SHOWN),
                now.warning(),
                model.toNanos(),
                model.bars(),
                model.stability(),
                model.criteria());
    }
}
