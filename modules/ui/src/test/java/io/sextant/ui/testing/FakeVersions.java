package io.sextant.ui.testing;

import io.sextant.ui.shell.NewerVersions;
import io.sextant.ui.shell.UpdateNews;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Knows of newer versions what the test says, and what it was asked for. */
public final class FakeVersions implements NewerVersions.Desk {

    private static final Instant YESTERDAY = Instant.parse("2026-11-21T20:00:00Z");
    private static final Instant TODAY = Instant.parse("2026-11-22T20:00:00Z");

    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private volatile Optional<String> place = Optional.of("https://example.test");
    private volatile boolean asks;
    private volatile Instant askedAt = YESTERDAY;
    private volatile String trouble = "";

    /** Begins as somebody has left it: who is asked once a day, or nobody. */
    public FakeVersions(boolean asks) {
        this.asks = asks;
    }

    public List<String> asked() {
        return List.copyOf(asked);
    }

    /** From now on nobody answers. */
    public void fallSilent() {
        trouble = "did not answer in time";
    }

    /** From now on there is no place to ask. */
    public void losePlace() {
        place = Optional.empty();
    }

    @Override
    public UpdateNews news() {
        boolean heard = askedAt.equals(TODAY);
        return new UpdateNews(
                asks,
                place,
                Optional.of(askedAt),
                heard ? Optional.of("9.9.0") : Optional.empty(),
                heard,
                heard ? Optional.of("https://example.test/9.9.0") : Optional.empty(),
                trouble);
    }

    @Override
    public UpdateNews turn(boolean on) throws IOException {
        asked.add(on ? "on" : "off");
        if (on && place.isEmpty()) {
            throw new IOException("this build names no place");
        }
        asks = on;
        return news();
    }

    @Override
    public UpdateNews askIfDue() {
        asked.add("if due");
        askedAt = TODAY;
        return news();
    }

    @Override
    public UpdateNews ask() {
        asked.add("now");
        askedAt = TODAY;
        return news();
    }
}
