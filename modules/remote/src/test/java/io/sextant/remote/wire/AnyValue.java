package io.sextant.remote.wire;

import io.sextant.domain.backtest.BacktestSetup;
import io.sextant.domain.hosting.HostingLimits;
import io.sextant.domain.hosting.HostingTerms;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.money.Currency;
import io.sextant.domain.money.Money;
import io.sextant.domain.order.AccountLimits;
import java.lang.reflect.Array;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Type;
import java.net.URI;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Random values of any type that can be sent. What a record refuses is drawn again. */
public final class AnyValue {

    private static final int PATIENCE = 60;
    private static final int DEEPEST = 12;
    private static final String[] WORDS = {"BTC-USDT", "USD", "trend-1", "1h", "a \"word\" é\n", "x"};

    private final Random random;

    public AnyValue(long seed) {
        random = new Random(seed);
    }

    /** Empty where nothing was drawn that the type takes. */
    public Optional<Object> of(Type type) {
        for (int i = 0; i < PATIENCE; i++) {
            Optional<Object> drawn = tryOnce(type);
            if (drawn.isPresent()) {
                return drawn;
            }
        }
        return Optional.empty();
    }

    private Optional<Object> tryOnce(Type type) {
        try {
            return Optional.of(draw(type, 0));
        } catch (UnreadableWireException | ArithmeticException refused) {
            return Optional.empty();
        }
    }

    private Object draw(Type type, int depth) {
        if (depth > DEEPEST) {
            throw new ArithmeticException("too deep");
        }
        if (type instanceof GenericArrayType array) {
            return array(WireWriter.raw(array.getGenericComponentType()), depth);
        }
        Class<?> raw = WireWriter.raw(type);
        if (raw == Optional.class) {
            return random.nextBoolean() ? Optional.empty() : Optional.of(draw(WireWriter.argument(type, 0), depth + 1));
        }
        if (raw == List.class || raw == Set.class) {
            List<Object> some = new ArrayList<>();
            for (int i = random.nextInt(3); i > 0; i--) {
                some.add(draw(WireWriter.argument(type, 0), depth + 1));
            }
            return raw == List.class ? some : new LinkedHashSet<>(some);
        }
        if (raw == Map.class) {
            Map<Object, Object> map = new LinkedHashMap<>();
            for (int i = random.nextInt(3); i > 0; i--) {
                map.put(draw(WireWriter.argument(type, 0), depth + 1), draw(WireWriter.argument(type, 1), depth + 1));
            }
            return map;
        }
        if (raw.isArray()) {
            return array(raw.getComponentType(), depth);
        }
        if (raw.isEnum()) {
            return any(raw.getEnumConstants());
        }
        if (raw.isSealed() && raw != ZoneId.class) {
            return draw(any(raw.getPermittedSubclasses()), depth);
        }
        return raw.isRecord() ? record(raw, depth) : scalar(raw);
    }

    private <T> T any(T[] all) {
        return all[random.nextInt(all.length)];
    }

    private Object array(Class<?> element, int depth) {
        int length = random.nextInt(4);
        Object array = Array.newInstance(element, length);
        for (int i = 0; i < length; i++) {
            Array.set(array, i, draw(element, depth + 1));
        }
        return array;
    }

    /** Agreements between people have too many conditions to be met by chance. */
    private static final Map<Class<?>, Object> AGREED = Map.of(
            AccountLimits.class,
            AccountLimits.UNBOUNDED,
            HostingTerms.class,
            new HostingTerms(
                    "trend-1",
                    "sma-cross",
                    Map.of("fast", 10.0),
                    List.of(InstrumentId.of("BTC-USDT")),
                    Timeframe.H1,
                    Money.parse("1000", Currency.USDT),
                    new HostingLimits(Money.parse("500", Currency.USDT), Money.parse("50", Currency.USDT), 6, 100),
                    new BacktestSetup.Costs(10, 2, 1)));

    private Object record(Class<?> type, int depth) {
        if (AGREED.containsKey(type)) {
            return AGREED.get(type);
        }
        if (type == Money.class) {
            // Amounts of an account are in one currency.
            return Money.of(random.nextLong(1_000_000_000_000L), Currency.USDT);
        }
        RecordShape shape = RecordShape.of(type);
        for (int patience = 0; ; patience++) {
            @Nullable Object[] values = new @Nullable Object[shape.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = draw(shape.type(i), depth + 1);
            }
            try {
                return shape.make(values);
            } catch (UnreadableWireException | ArithmeticException refused) {
                if (patience > 12) {
                    throw refused;
                }
            }
        }
    }

    private Object scalar(Class<?> type) {
        if (type == String.class) {
            return any(WORDS);
        }
        if (type == boolean.class || type == Boolean.class) {
            return random.nextBoolean();
        }
        if (type == double.class || type == Double.class) {
            return any(
                    new Double[] {0.5, 1.0, random.nextGaussian(), -0.0, Double.NaN, Double.POSITIVE_INFINITY, 1e-300});
        }
        if (type == int.class || type == Integer.class) {
            return any(new Integer[] {0, 1, 2, 8, 100, random.nextInt()});
        }
        if (type == long.class || type == Long.class) {
            return any(new Long[] {0L, 1L, 2L, 5_000L, 1_795_132_800_123_456_789L, random.nextLong()});
        }
        return switch (type.getName()) {
            case "java.time.LocalDate" -> LocalDate.of(2026, 11, 1 + random.nextInt(28));
            case "java.time.Period" -> Period.ofDays(random.nextInt(40));
            case "java.time.ZoneId" -> random.nextBoolean() ? ZoneId.of("Europe/Paris") : ZoneOffset.UTC;
            case "java.net.URI" -> URI.create("https://localhost/a/");
            default -> throw new IllegalArgumentException(type + " cannot be drawn");
        };
    }
}
