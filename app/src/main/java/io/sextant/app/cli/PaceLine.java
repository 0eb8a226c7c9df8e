package io.sextant.app.cli;

import io.sextant.app.terminal.Terminal;
import io.sextant.domain.time.Clock;
import io.sextant.engine.JobWorks;
import java.util.Locale;
import java.util.concurrent.CancellationException;

/** Shows on one line of a terminal how far a job is and how fast; silent where nobody watches. */
final class PaceLine implements JobWorks.Progress {

    private static final long REDRAW_NANOS = 200_000_000L;

    private final Terminal terminal;
    private final boolean visible;
    private final Clock clock;
    private final long begun;
    private long drawn;
    private double share;
    private long units;

    PaceLine(Terminal terminal, boolean visible, Clock clock) {
        this.terminal = terminal;
        this.visible = visible && terminal.interactive();
        this.clock = clock;
        begun = clock.nanos();
    }

    @Override
    public void done(double newShare) {
        share = newShare;
        draw();
    }

    @Override
    public void worked(long more) {
        units += more;
        draw();
    }

    private void draw() {
        long now = clock.nanos();
        if (visible && now - drawn >= REDRAW_NANOS) {
            drawn = now;
            terminal.err()
                    .printf(
                            Locale.ENGLISH,
                            "\r%3.0f %%  %,d rows  %,.0f rows/s   ",
                            share * 100,
                            units,
                            unitsPerSecond());
            terminal.err().flush();
        }
    }

    void finish() {
        if (visible && drawn > 0) {
            terminal.err().print("\r" + " ".repeat(60) + "\r");
            terminal.err().flush();
        }
    }

    double seconds() {
        return (clock.nanos() - begun) / 1e9;
    }

    double unitsPerSecond() {
        return units / Math.max(1e-9, seconds());
    }

    @Override
    public boolean isCancelled() {
        return Thread.currentThread().isInterrupted();
    }

    @Override
    public void checkCancelled() {
        if (isCancelled()) {
            throw new CancellationException("the work was interrupted");
        }
    }
}
