package io.sextant.strategy.code;

import io.sextant.strategy.kind.Choice;
import io.sextant.strategy.kind.Needs;
import io.sextant.strategy.kind.Parameter;
import io.sextant.strategy.kind.StrategyKind;
import io.sextant.strategy.kind.StrategyRun;
import io.sextant.strategy.own.MayFail;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Somebody's strategy whose mistakes stop its own runs and nothing else. What it says of itself is asked once. */
final class GuardedKind implements StrategyKind, MayFail {

    private final StrategyKind own;
    private final String name;
    private final List<Parameter> parameters;
    private final AtomicReference<@Nullable String> failure = new AtomicReference<>();

    GuardedKind(StrategyKind own) {
        this.own = own;
        name = own.name();
        if (!name.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*")) {
            throw new IllegalArgumentException(
                    "a strategy's name is of small letters and digits with hyphens between, not '" + name + "'");
        }
        parameters = List.copyOf(own.parameters());
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<Parameter> parameters() {
        return parameters;
    }

    @Override
    public Needs needs(Choice choice) {
        return guarded(() -> own.needs(choice));
    }

    @Override
    public StrategyRun begin(Choice choice) {
        return new GuardedRun(guarded(() -> own.begin(choice)), told -> failure.compareAndSet(null, told));
    }

    @Override
    public Optional<String> findFailure() {
        return Optional.ofNullable(failure.get());
    }

    /** A refusal is its right, anything else its mistake; to who asks both say no in a sentence. */
    private <T> T guarded(Supplier<T> asked) {
        try {
            return Objects.requireNonNull(asked.get(), "it answers null");
        } catch (IllegalArgumentException refusal) {
            throw refusal;
        } catch (RuntimeException | StackOverflowError | LinkageError | AssertionError mistake) {
            throw new IllegalArgumentException(name + " fails before it begins: " + mistake, mistake);
        }
    }
}
