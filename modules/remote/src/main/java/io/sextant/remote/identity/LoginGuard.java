package io.sextant.remote.identity;

import io.sextant.domain.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Makes guessing slow: after five wrong passwords from an address each further try from there has to wait, a minute first and twice as long each
 * time, an hour at most. The right password counts as little as a wrong one while the wait lasts. Names are not shut: anybody could shut somebody
 * else's.
 */
final class LoginGuard {

    static final int FREE_TRIES = 5;
    static final long FIRST_WAIT_NANOS = 60_000_000_000L;

    private static final long LONGEST_WAIT_NANOS = 3_600_000_000_000L;
    /** A right password in between forgives nothing: it may be that of another name. */
    private static final long FORGOTTEN_NANOS = 2 * LONGEST_WAIT_NANOS;

    private static final int MOST = 10_000;

    private static final class Tries {
        int failed;
        long lastNanos;
        long untilNanos;
    }

    private final Clock clock;
    private final Map<String, Tries> byAddress = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Tries> eldest) {
            return size() > MOST;
        }
    };

    LoginGuard(Clock clock) {
        this.clock = clock;
    }

    synchronized boolean mayTry(String address) {
        Tries tries = byAddress.get(address);
        return tries == null || tries.untilNanos <= clock.nanos();
    }

    synchronized void failed(String address) {
        Tries tries = byAddress.computeIfAbsent(address, _ -> new Tries());
        if (clock.nanos() - tries.lastNanos > FORGOTTEN_NANOS) {
            tries.failed = 0;
        }
        tries.lastNanos = clock.nanos();
        tries.failed++;
        if (tries.failed >= FREE_TRIES) {
            long doublings = Math.min(tries.failed - FREE_TRIES, 10);
            tries.untilNanos = clock.nanos() + Math.min(LONGEST_WAIT_NANOS, FIRST_WAIT_NANOS << doublings);
        }
    }
}
