package io.sextant.ui.bridge;

import io.sextant.domain.command.CommandKey;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** Names the commands of one run of the window: {@code window-<start>-<n>}. The start makes it differ from earlier runs. */
public final class CommandKeys implements Supplier<CommandKey> {

    private final String prefix;
    private final AtomicLong count = new AtomicLong();

    public CommandKeys(long startNanos) {
        prefix = "window-" + Long.toUnsignedString(startNanos, Character.MAX_RADIX) + "-";
    }

    @Override
    public CommandKey get() {
        return new CommandKey(prefix + count.incrementAndGet());
    }
}
