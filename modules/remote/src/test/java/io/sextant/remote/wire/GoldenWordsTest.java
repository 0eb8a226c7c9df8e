package io.sextant.remote.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.command.CancelOrder;
import io.sextant.domain.command.CommandKey;
import io.sextant.domain.command.PlaceOrder;
import io.sextant.domain.event.Event;
import io.sextant.domain.event.OrderFilled;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.Side;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.money.Currency;
import io.sextant.domain.money.Money;
import io.sextant.domain.money.Price;
import io.sextant.domain.money.Quantity;
import io.sextant.domain.order.Fill;
import io.sextant.domain.order.OrderDraft;
import io.sextant.domain.order.OrderId;
import io.sextant.domain.order.OrderOrigin;
import io.sextant.domain.order.Refusal;
import io.sextant.domain.order.RefusalCode;
import io.sextant.domain.request.Answer;
import io.sextant.domain.request.Job;
import io.sextant.domain.request.Query;
import io.sextant.domain.request.Topic;
import io.sextant.domain.request.WatchlistState;
import io.sextant.remote.protocol.Failure;
import io.sextant.remote.protocol.ResultTypes;
import io.sextant.remote.protocol.Role;
import io.sextant.remote.protocol.Said;
import io.sextant.remote.protocol.Told;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whoever has an older window or an older server of version 1 is understood, and understands. When this fails, a field or a member was renamed, removed or
 * given another meaning: take that back, or speak version 2 beside version 1. NEVER change a line of the files; where something new lacks one, the test says
 * the line to ADD.
 */
class GoldenWordsTest {

    private static final int LONGEST = 6_000;
    private static final int DRAWS = 12;

    /** Those that must not only read as something, but as just this. */
    private static final Map<String, Said> SAID = Map.of(
            "by hand: an order",
            new Said.Submit(
                    7,
                    new CommandKey("k-7"),
                    new PlaceOrder(OrderDraft.limit(
                            InstrumentId.of("BTC-USDT"),
                            Side.BUY,
                            Quantity.parse("0.50"),
                            Price.parse("64250.25"),
                            OrderOrigin.TICKET))),
            "by hand: a cancel",
            new Said.Submit(8, new CommandKey("k-8"), new CancelOrder(new OrderId(41))),
            "by hand: bars",
            new Said.Ask(9, new Query.Bars(InstrumentId.of("ES-F"), Timeframe.H1, 1_795_132_800_000_000_000L, 500)),
            "by hand: facts from now",
            new Said.Subscribe(10, new Topic.Events(Topic.Events.FROM_NOW)),
            "by hand: leaving",
            new Said.OnLeaving(11, true));

    private static final WatchlistState WATCHLIST = new WatchlistState(
            1_795_132_800_000_000_000L,
            List.of(new WatchlistState.Row(
                    InstrumentId.of("BTC-USDT"),
                    Optional.of(Price.parse("64250.25")),
                    Optional.of(Price.parse("64250")),
                    Optional.empty(),
                    Optional.of(Price.parse("-0.5")),
                    new double[] {64_000.5, Double.NaN, 1e-300})));

    private static final Map<String, Told> TOLD = Map.of(
            "by hand: welcome",
            new Told.Welcome(0, 1, "0.1", "ada", Role.TRADE, Optional.empty()),
            "by hand: refused",
            new Told.Answered(8, new Answer.Refused(Refusal.of(RefusalCode.LINK_DOWN, "it is \"cut\"\n"))),
            "by hand: done",
            new Told.Answered(7, new Answer.Done(9_007_199_254_740_993L, Optional.of(new OrderId(41)))),
            "by hand: a fill",
            new Told.Happened(
                    10,
                    new OrderFilled(
                            12,
                            1_795_132_800_123_456_789L,
                            new Fill(
                                    3,
                                    new OrderId(41),
                                    InstrumentId.of("BTC-USDT"),
                                    Side.BUY,
                                    Price.parse("64250.25"),
                                    Quantity.parse("0.50"),
                                    Money.parse("32125.125", Currency.USDT),
                                    Money.parse("-1.6", Currency.USDT),
                                    true,
                                    1_795_132_800_123_456_789L))),
            "by hand: failed",
            new Told.Failed(5, Failure.TOO_MUCH, "Größer als erlaubt."));

    @Test
    void whatWasSaidByAClientIsReadAsItWasMeantAndStillSaidSo() {
        Map<String, Said> now = new LinkedHashMap<>();
        GoldenWords.read("said.txt").forEach((name, text) -> {
            Said said = Said.read(text);
            now.put(name, said);
            keeps(name, text, said.text());
        });
        SAID.forEach((name, meant) -> assertThat(now.get(name)).as(name).isEqualTo(meant));
    }

    @Test
    void whatWasToldByAServerIsReadAsItWasMeantAndStillToldSo() {
        Map<String, Told> now = new LinkedHashMap<>();
        Map<String, Type> values = payloads();
        GoldenWords.read("told.txt").forEach((name, text) -> {
            Told told = Told.read(text);
            now.put(name, told);
            Payload payload = switch (told) {
                case Told.Known(long _, var value) -> value;
                case Told.Finished(long _, var value) -> value;
                case Told.Whole(long _, long _, var value) -> value;
                default -> null;
            };
            if (payload == null) {
                keeps(name, text, told.text());
            } else {
                Type type = values.get(name);
                String written = WireWriter.write(WireReader.read(payload.node(), type), type);
                keeps(name, payload.node().toString(), written);
            }
        });
        TOLD.forEach((name, meant) -> assertThat(now.get(name)).as(name).isEqualTo(meant));
    }

    @Test
    void aStateAndWhatChangedOfItAreTheStateThatWasMeant() {
        Map<String, String> told = GoldenWords.read("told.txt");
        Told.Whole whole = (Told.Whole) Told.read(told.get("Whole Watchlist by hand"));
        Told.Changed changed = (Told.Changed) Told.read(told.get("Changed Watchlist by hand"));

        Object before = WireReader.read(whole.value().node(), WatchlistState.class);
        Object after = WireReader.read(
                Changes.apply(whole.value().node(), changed.patch().node()), WatchlistState.class);

        assertThat(before).isEqualTo(WATCHLIST);
        assertThat(after).isEqualTo(new WatchlistState(1_795_132_800_033_000_000L, WATCHLIST.rows()));
        assertThat(changed.sequence()).isEqualTo(whole.sequence() + 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"said.txt", "told.txt"})
    void eachKindOfWordHasALine(String file) {
        Map<String, String> known = GoldenWords.read(file);
        StringBuilder add = new StringBuilder();
        (file.equals("said.txt") ? saidSamples() : toldSamples()).forEach((name, sample) -> {
            if (!known.containsKey(name)) {
                add.append(name).append('\t').append(sample.apply(name)).append('\n');
            }
        });
        assertThat(add.toString())
                .as("lines to ADD to " + file + ", as they are")
                .isEmpty();
    }

    @Test
    void whatAnOldReaderWouldMissIsFound() {
        assertThat(lost("{\"a\":1,\"b\":[[1,2]]}", "{\"b\":[[1,2]],\"new\":true,\"a\":1}"))
                .isNull();
        assertThat(lost("{\"a\":{\"b\":1}}", "{\"a\":{\"c\":1}}")).isEqualTo("x.a.b is gone");
        assertThat(lost("{\"a\":\"UP\"}", "{\"a\":\"RISE\"}")).startsWith("x.a was");
        assertThat(lost("[1,2]", "[2,1]")).isNotNull();
        assertThat(lost("[[\"k\",1],[\"l\",2]]", "[[\"l\",2],[\"k\",1]]")).isNull();
        assertThat(lost("[[\"k\",1],[\"l\",2]]", "[[\"l\",1],[\"k\",2]]")).isNotNull();
    }

    private static String lost(String old, String now) {
        return GoldenWords.missing(WireReader.tree(old), WireReader.tree(now), "x");
    }

    private static void keeps(String name, String old, String now) {
        assertThat(GoldenWords.missing(WireReader.tree(old), WireReader.tree(now), name))
                .as("what a reader of version 1 would miss; never change the line, take the change back")
                .isNull();
    }

    private static Map<String, Function<String, String>> saidSamples() {
        Map<String, Function<String, String>> all = new LinkedHashMap<>();
        members(Said.class, List.of(Said.Submit.class, Said.Ask.class, Said.Start.class, Said.Subscribe.class))
                .forEach((name, type) -> all.put(name, seed -> ((Said) drawn(seed, type)).text()));
        members(io.sextant.domain.command.Command.class, List.of())
                .forEach((name, type) -> all.put(
                        "Submit " + name,
                        seed -> new Said.Submit(
                                        3, new CommandKey("k-3"), (io.sextant.domain.command.Command) drawn(seed, type))
                                .text()));
        members(Query.class, List.of())
                .forEach((name, type) ->
                        all.put("Ask " + name, seed -> new Said.Ask(4, (Query<?>) drawn(seed, type)).text()));
        members(Job.class, List.of())
                .forEach((name, type) ->
                        all.put("Start " + name, seed -> new Said.Start(5, (Job<?>) drawn(seed, type)).text()));
        members(Topic.class, List.of())
                .forEach((name, type) -> all.put(
                        "Subscribe " + name, seed -> new Said.Subscribe(6, (Topic<?>) drawn(seed, type)).text()));
        SAID.forEach((name, said) -> all.put(name, _ -> said.text()));
        return all;
    }

    private static Map<String, Function<String, String>> toldSamples() {
        Map<String, Function<String, String>> all = new LinkedHashMap<>();
        members(
                        Told.class,
                        List.of(
                                Told.Answered.class,
                                Told.Happened.class,
                                Told.Known.class,
                                Told.Finished.class,
                                Told.Whole.class,
                                Told.Changed.class))
                .forEach((name, type) -> all.put(name, seed -> ((Told) drawn(seed, type)).text()));
        members(Answer.class, List.of())
                .forEach((name, type) ->
                        all.put("Answered " + name, seed -> new Told.Answered(3, (Answer) drawn(seed, type)).text()));
        members(Event.class, List.of())
                .forEach((name, type) ->
                        all.put("Happened " + name, seed -> new Told.Happened(6, (Event) drawn(seed, type)).text()));
        payloads()
                .forEach((name, type) -> all.put(name, seed -> {
                    Payload value = new Payload(
                            name.contains("by hand")
                                    ? WireWriter.tree(WATCHLIST, type)
                                    : WireWriter.tree(drawn(seed, type), type));
                    return (switch (name.substring(0, name.indexOf(' '))) {
                                case "Known" -> new Told.Known(4, value);
                                case "Finished" -> new Told.Finished(5, value);
                                default -> new Told.Whole(6, 1, value);
                            })
                            .text();
                }));
        all.put(
                "Changed Watchlist by hand",
                _ -> new Told.Changed(
                                6,
                                2,
                                new Payload(Changes.between(
                                                WireWriter.tree(WATCHLIST, WatchlistState.class),
                                                WireWriter.tree(
                                                        new WatchlistState(
                                                                1_795_132_800_033_000_000L, WATCHLIST.rows()),
                                                        WatchlistState.class))
                                        .orElseThrow()))
                        .text());
        TOLD.forEach((name, told) -> all.put(name, _ -> told.text()));
        return all;
    }

    /** Of each question, job and topic what it is answered with; of the topic of facts there is no state. */
    private static Map<String, Type> payloads() {
        Map<String, Type> all = new LinkedHashMap<>();
        members(Query.class, List.of()).forEach((name, type) -> all.put("Known " + name, answer(type)));
        members(Job.class, List.of()).forEach((name, type) -> all.put("Finished " + name, answer(type)));
        members(Topic.class, List.of(Topic.Events.class))
                .forEach((name, type) -> all.put("Whole " + name, answer(type)));
        all.put("Whole Watchlist by hand", ResultTypes.of(new Topic.Watchlist()));
        return all;
    }

    private static Type answer(Class<?> asked) {
        return ((ParameterizedType) asked.getGenericInterfaces()[0]).getActualTypeArguments()[0];
    }

    private static Map<String, Class<?>> members(Class<?> family, List<Class<?>> but) {
        Map<String, Class<?>> members = new LinkedHashMap<>();
        for (Class<?> member : family.getPermittedSubclasses()) {
            if (!but.contains(member)) {
                members.put(member.getSimpleName(), member);
            }
        }
        return members;
    }

    /** The fullest of some that is still short enough to be kept. */
    private static Object drawn(String seed, Type type) {
        AnyValue any = new AnyValue(seed.hashCode());
        List<Object> some = new ArrayList<>();
        for (int i = 0; i < DRAWS; i++) {
            any.of(type).ifPresent(some::add);
        }
        return some.stream()
                .max((a, b) -> Integer.compare(worth(a, type), worth(b, type)))
                .orElseThrow();
    }

    private static int worth(Object value, Type type) {
        int length = WireWriter.write(value, type).length();
        return length > LONGEST ? LONGEST - length : length;
    }
}
