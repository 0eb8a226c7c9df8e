package io.sextant.app.terminal;

import io.sextant.app.briefing.BriefingRounds;
import io.sextant.app.session.DataFolder;
import io.sextant.app.session.DeskReport;
import io.sextant.app.session.DeskSession;
import io.sextant.domain.request.DeskState;
import io.sextant.domain.request.Query;
import io.sextant.domain.time.WallClock;
import io.sextant.exchange.live.FeedHealth;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Runs a desk in the terminal until its time is up or somebody presses Ctrl-C, and tells how it went. */
public final class TerminalDesk {

    private static final long REFRESH_MILLIS = 1_000;
    private static final int LINES_APART_WHEN_PIPED = 10;
    private static final int ANSWER_SECONDS = 10;

    private final Terminal terminal;
    private final Optional<Duration> limit;
    private final boolean json;
    private final boolean forWantOfADisplay;
    private String toldOfFeed = "";
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final CountDownLatch summarised = new CountDownLatch(1);

    public TerminalDesk(Terminal terminal, Optional<Duration> limit, boolean json, boolean forWantOfADisplay) {
        this.terminal = terminal;
        this.limit = limit;
        this.json = json;
        this.forWantOfADisplay = forWantOfADisplay;
    }

    /** Tells that something takes a while before the desk opens. */
    public void preparing(String what) {
        if (!json) {
            terminal.out().println(what);
        }
    }

    /** Briefings by the desk's schedule while it runs here; a line for each. */
    public BriefingRounds briefings(DeskSession session, @Nullable Path dataFolder) {
        return new BriefingRounds(
                session.client(),
                dataFolder == null ? DataFolder.usual() : dataFolder,
                new WallClock(),
                ZoneId.systemDefault(),
                sentence -> {
                    if (!json) {
                        terminal.out().println(sentence);
                    }
                });
    }

    public int run(DeskSession session) {
        Thread interrupt = Thread.ofPlatform().name("sextant-interrupt").unstarted(this::stopAndWait);
        Runtime.getRuntime().addShutdownHook(interrupt);
        try {
            greet(session);
            boolean running = watch(session);
            DeskReport report = DeskReport.of(session, state(session));
            summarise(report);
            session.close();
            return running ? 0 : 1;
        } finally {
            summarised.countDown();
            removeHook(interrupt);
        }
    }

    private void greet(DeskSession session) {
        if (json) {
            return;
        }
        if (forWantOfADisplay) {
            terminal.out()
                    .println(
                            "There is no display here, so Sextant runs in this terminal. Ctrl-C stops it; sextant --help"
                                    + " says what else it can do.");
        }
        terminal.out().println(StatusLine.greeting(session));
        session.lastTime().ifPresent(last -> terminal.out().println(StatusLine.lastTime(last)));
    }

    private boolean watch(DeskSession session) {
        long end = limit.map(time -> System.nanoTime() + time.toNanos()).orElse(Long.MAX_VALUE);
        int round = 0;
        while (true) {
            DeskState state = state(session);
            tellFeed(session);
            if (!json && (terminal.interactive() || round % LINES_APART_WHEN_PIPED == 0)) {
                show(StatusLine.of(state));
            }
            if (!state.health().running()) {
                terminal.err().println();
                terminal.err()
                        .println(
                                "sextant: the engine stopped: " + state.health().failure()
                                        + " Nothing more is sent; start again and it recovers from its journal.");
                return false;
            }
            round++;
            long left = end - System.nanoTime();
            if (left <= 0 || waitFor(Math.min(left, TimeUnit.MILLISECONDS.toNanos(REFRESH_MILLIS)))) {
                return true;
            }
        }
    }

    /** How a live feed is, when that has changed. */
    private void tellFeed(DeskSession session) {
        String now = session.feedHealth().map(FeedHealth::detail).orElse("");
        if (!json && !now.isEmpty() && !now.equals(toldOfFeed)) {
            toldOfFeed = now;
            if (terminal.interactive()) {
                show("");
            }
            terminal.out().println("Feed: " + now + ".");
        }
    }

    private void show(String line) {
        if (terminal.interactive()) {
            terminal.out().print("\r\u001b[2K" + line);
            terminal.out().flush();
        } else {
            terminal.out().println(line);
        }
    }

    private void summarise(DeskReport report) {
        if (json) {
            terminal.json().accept(report.toMap());
        } else {
            terminal.out().println();
            terminal.out().println(report.toText());
        }
    }

    private static DeskState state(DeskSession session) {
        try {
            return session.client().ask(new Query.Desk()).toCompletableFuture().get(ANSWER_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while asking the engine", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the engine does not answer", e);
        }
    }

    /** True when somebody asked to stop. */
    private boolean waitFor(long nanos) {
        try {
            return stopped.await(nanos, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** The process may only end after the engine has: a shutdown hook holds it until then. */
    private void stopAndWait() {
        stopped.countDown();
        try {
            if (!summarised.await(30, TimeUnit.SECONDS)) {
                terminal.err().println("sextant: the engine did not stop in time; its journal is whole all the same.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void removeHook(Thread hook) {
        if (stopped.getCount() > 0) {
            Runtime.getRuntime().removeShutdownHook(hook);
        }
    }
}
