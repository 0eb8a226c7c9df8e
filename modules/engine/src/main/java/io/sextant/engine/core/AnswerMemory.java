package io.sextant.engine.core;

import io.sextant.domain.command.CommandKey;
import io.sextant.domain.journal.StateReader;
import io.sextant.domain.journal.StateWriter;
import io.sextant.domain.order.OrderId;
import io.sextant.domain.order.Refusal;
import io.sextant.domain.order.RefusalCode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Remembers how the newest commands were answered, so that a command sent twice is done once. Part of the engine's state. */
final class AnswerMemory {

    static final int CAPACITY = 10_000;

    private final LinkedHashMap<String, Outcome> byKey = new LinkedHashMap<>();

    @Nullable Outcome find(CommandKey key) {
        return byKey.get(key.value());
    }

    void remember(CommandKey key, Outcome outcome) {
        byKey.put(key.value(), outcome);
        if (byKey.size() > CAPACITY) {
            byKey.pollFirstEntry();
        }
    }

    void save(StateWriter out) {
        out.putInt(byKey.size());
        for (Map.Entry<String, Outcome> entry : byKey.entrySet()) {
            out.putString(entry.getKey());
            switch (entry.getValue()) {
                case Outcome.Done(Optional<OrderId> order) -> {
                    out.putInt(0);
                    out.putLong(order.map(OrderId::value).orElse(0L));
                }
                case Outcome.Refused(Refusal refusal) -> {
                    out.putInt(refusal.code().number());
                    out.putInt(refusal.arguments().size());
                    refusal.arguments().forEach(out::putString);
                }
            }
        }
    }

    void load(StateReader in) {
        byKey.clear();
        int count = in.getInt();
        for (int i = 0; i < count; i++) {
            String key = in.getString();
            int number = in.getInt();
            byKey.put(key, number == 0 ? loadDone(in) : loadRefused(number, in));
        }
    }

    private static Outcome loadDone(StateReader in) {
        long order = in.getLong();
        return new Outcome.Done(order == 0 ? Optional.empty() : Optional.of(new OrderId(order)));
    }

    private static Outcome loadRefused(int number, StateReader in) {
        int count = in.getInt();
        List<String> arguments = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            arguments.add(in.getString());
        }
        return new Outcome.Refused(new Refusal(RefusalCode.ofNumber(number), arguments));
    }
}
