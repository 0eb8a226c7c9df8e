package io.sextant.ui.testing;

import io.sextant.domain.request.Subscription;
import io.sextant.ui.link.EngineLink;
import io.sextant.ui.link.LinkState;
import io.sextant.ui.link.LinkStatus;
import io.sextant.ui.link.LinkTrouble;
import io.sextant.ui.link.SeatRole;
import io.sextant.ui.link.WindowMemory;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A line to a server called London that is as a test says, and what the window keeps of it. */
public final class FakeLink implements EngineLink, WindowMemory {

    private final List<Runnable> watchers = new CopyOnWriteArrayList<>();
    private final Map<String, String> kept = new HashMap<>();
    private volatile LinkStatus status;

    public FakeLink(SeatRole role) {
        status = new LinkStatus("London", "ada", role, LinkState.UP, LinkTrouble.NONE, 0);
        kept.put("ui.window", "0,0,1440,900,false");
    }

    public void becomes(LinkState state, String why, int ageSeconds) {
        LinkTrouble trouble = why.isEmpty() ? LinkTrouble.NONE : new LinkTrouble(LinkTrouble.Kind.BROKEN, why);
        status = new LinkStatus("London", "ada", status.role(), state, trouble, ageSeconds * 1_000_000_000L);
        watchers.forEach(Runnable::run);
    }

    /** The server gives the reader another role. */
    public void sits(SeatRole role) {
        status = new LinkStatus("London", "ada", role, status.state(), status.why(), status.ageNanos());
    }

    public int watchers() {
        return watchers.size();
    }

    @Override
    public LinkStatus status() {
        return status;
    }

    @Override
    public Subscription watch(Runnable changed) {
        watchers.add(changed);
        return new Subscription() {
            @Override
            public boolean isOpen() {
                return watchers.contains(changed);
            }

            @Override
            public void close() {
                watchers.remove(changed);
            }
        };
    }

    @Override
    public synchronized Map<String, String> load() {
        return Map.copyOf(kept);
    }

    @Override
    public synchronized void keep(Map<String, String> all) {
        kept.clear();
        kept.putAll(all);
    }
}
