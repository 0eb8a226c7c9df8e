package io.sextant.engine.sweep;

import io.sextant.domain.market.BarSeries;
import io.sextant.engine.backtest.BacktestMarket.PricedBars;
import io.sextant.engine.backtest.BacktestOutcome;
import io.sextant.engine.backtest.BacktestOutcomes;
import io.sextant.engine.backtest.BacktestTerms;
import io.sextant.engine.backtest.Hearing;
import io.sextant.strategy.kind.Choice;
import io.sextant.strategy.kind.StrategyKind;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

/** Runs on threads of this process. A set is run by one thread from its beginning to its end, so no figure depends on how many there are. */
public final class LocalSweep implements SweepRunner {

    private final String strategy;
    private final String barsHash;
    private final BacktestTerms terms;
    private final BacktestOutcomes outcomes;
    private final int threads;

    /** @param strategy by what jobs know the kind */
    public LocalSweep(String strategy, StrategyKind kind, BarSeries bars, BacktestTerms terms, int threads) {
        this(strategy, terms, threads, SweepJob.hash(bars), BacktestOutcomes.over(bars, kind, terms));
    }

    /** The same of a strategy of several instruments. */
    public LocalSweep(String strategy, StrategyKind kind, List<PricedBars> bars, BacktestTerms terms, int threads) {
        this(strategy, kind, bars, terms, threads, Hearing.NOTHING);
    }

    /** The same of one that is told more than bars. */
    public LocalSweep(
            String strategy,
            StrategyKind kind,
            List<PricedBars> bars,
            BacktestTerms terms,
            int threads,
            Hearing hearing) {
        this(strategy, terms, threads, hash(bars), BacktestOutcomes.over(bars, kind, terms, hearing));
    }

    private LocalSweep(String strategy, BacktestTerms terms, int threads, String barsHash, BacktestOutcomes outcomes) {
        if (threads < 1) {
            throw new IllegalArgumentException("a sweep takes a thread at least");
        }
        this.strategy = strategy;
        this.terms = terms;
        this.threads = threads;
        this.barsHash = barsHash;
        this.outcomes = outcomes;
    }

    /** One instrument is called by its bars alone, whatever its name. */
    private static String hash(List<PricedBars> bars) {
        return bars.size() == 1
                ? SweepJob.hash(bars.getFirst().bars())
                : bars.stream()
                        .map(each -> each.id() + " " + SweepJob.hash(each.bars()))
                        .collect(Collectors.joining(" "));
    }

    /** What this runner can be asked for. */
    public SweepJob job(List<Choice> sets) {
        return new SweepJob(strategy, barsHash, terms, sets);
    }

    /** The runs themselves, for whoever wants one of them whole. */
    public BacktestOutcomes outcomes() {
        return outcomes;
    }

    @Override
    public List<BacktestOutcome> run(SweepJob job, SweepWatch watch) {
        if (!job.withSets(List.of()).equals(job(List.of()))) {
            throw new IllegalArgumentException("these are other bars, another strategy or other costs than the job's");
        }
        ExecutorService crew = Executors.newFixedThreadPool(
                Math.max(1, Math.min(threads, job.sets().size())),
                work -> Thread.ofPlatform()
                        .name("sextant-sweep")
                        .daemon()
                        .priority(Thread.MIN_PRIORITY)
                        .unstarted(work));
        try {
            List<Future<BacktestOutcome>> running = new ArrayList<>(job.sets().size());
            for (Choice set : job.sets()) {
                running.add(crew.submit(() -> {
                    if (watch.isCancelled()) {
                        throw new CancellationException("the sweep was stopped");
                    }
                    return outcomes.of(set);
                }));
            }
            List<BacktestOutcome> done = new ArrayList<>(running.size());
            for (Future<BacktestOutcome> each : running) {
                BacktestOutcome outcome = get(each);
                watch.done(job.sets().get(done.size()), outcome);
                done.add(outcome);
            }
            return done;
        } finally {
            crew.shutdownNow();
        }
    }

    private static BacktestOutcome get(Future<BacktestOutcome> work) {
        try {
            return work.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("the sweep was interrupted");
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case RuntimeException known -> throw known;
                case Error error -> throw error;
                case null, default -> throw new IllegalStateException(e);
            }
        }
    }
}
