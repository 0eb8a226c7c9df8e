package io.sextant.strategy.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.regime.RegimeName;
import io.sextant.domain.rules.RuleLine;
import io.sextant.domain.rules.RuleSheet;
import io.sextant.strategy.kind.Choice;
import io.sextant.strategy.kind.Parameter;
import io.sextant.strategy.own.Loaded;
import io.sextant.strategy.own.Trouble;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;

class RuleReaderTest {

    private static final String WHOLE = """
            # A dip in a rise.
            name: pullback
            about: "Buys \\"dips\\" in a rise, says Zoë."
            warm-up: 60
            parameters:
              slow: {usual: 50, from: 20, to: 200, step: 10, whole: yes}
              low: {usual: 30, from: 10, to: 45}
              loss: {usual: 0.03, from: 0.01, to: 0.2, step: 0.01}
            long:
              enter:
                - close > sma:$slow
                - rsi:14 crosses below $low
                - regime is not crash
              exit:
                - rsi:14 > 70
                - close < close 10 bars ago
            short:
              enter: [close < bbands:20:2.lower, forecast < 0]
            size: {volatility: 15%, bars: 40}
            exits:
              stop: $loss
              target: 12%
              trailing: 0.08
              bars: 90
            """;

    private static RuleBook ready(String text) {
        return switch (RuleReader.read(text)) {
            case Loaded.Ready ready -> ((RuleStrategy) ready.kind()).book();
            case Loaded.Broken broken -> throw new AssertionError(broken.text());
        };
    }

    private static List<String> wrong(String text) {
        return switch (RuleReader.read(text)) {
            case Loaded.Ready ready -> throw new AssertionError("nothing is wrong with " + ready);
            case Loaded.Broken broken ->
                broken.troubles().stream().map(Trouble::toString).toList();
        };
    }

    @Test
    void readsAllThatRulesKnow() {
        RuleBook book = ready(WHOLE);
        assertThat(book.name()).isEqualTo("pullback");
        assertThat(book.about()).isEqualTo("Buys \"dips\" in a rise, says Zoë.");
        assertThat(book.parameters())
                .containsExactly(
                        new Parameter("slow", Parameter.Unit.BARS, 20, 200, 50, 10),
                        new Parameter("low", Parameter.Unit.BARS, 10, 45, 30, 1),
                        new Parameter("loss", Parameter.Unit.NUMBER, 0.01, 0.2, 0.03, 0.01));
        assertThat(book.longs().enter().toString())
                .isEqualTo("[close > sma:$slow, rsi:14 crosses below $low, regime is not crash]");
        assertThat(book.shorts().enter()).hasSize(2);
        RuleStrategy kind = new RuleStrategy(book);
        assertThat(kind.needs(Choice.usual(kind)).warmUpBars()).isEqualTo(60);
        assertThat(kind.needs(Choice.of(kind, Map.of("slow", 90.0))).warmUpBars())
                .isEqualTo(91);
        assertThat(kind.needs(Choice.usual(kind)).forecast()).isTrue();
        assertThat(kind.needs(Choice.usual(kind)).regime()).isTrue();
        assertThat(ready(RuleText.of(book))).isEqualTo(book);
    }

    @Test
    void saysOfEverythingThatIsWrongOnWhichLineItStands() {
        assertThat(wrong("""
                name: My Rules
                colour: red
                long:
                  enter:
                    - close >> 3
                    - clsoe > 3
                    - sma:0 > 3
                    - close > $x
                    - macd:12:26:9.line > 0
                    - feature:luck > 0
                    - regime is calm
                  leave: [close < 3]
                size: 700%
                exits: {stop: soon}
                """))
                .containsExactly(
                        "line 1: a name is of small letters and digits with hyphens between, not 'My Rules'",
                        "line 2: there is no 'colour' here, only name, about, warm-up, parameters, long, short, size, exits",
                        "line 5: 'close >> 3' is no condition: write two values with <, <=, >, >=, 'crosses above' or 'crosses below'"
                                + " between them, or 'regime is range'",
                        "line 6: there is no indicator called 'clsoe'",
                        "line 7: sma takes a length from 1 to 100000 in whole numbers, not 0",
                        "line 8: $x is not among the parameters",
                        "line 9: macd has macd, signal, histogram and no 'line'",
                        "line 10: there is no feature called 'luck'",
                        "line 11: there is no regime 'calm'; there are trend-up, trend-down, range, turbulent, crash",
                        "line 12: there is no 'leave' here, only enter, exit",
                        "line 13: this is above 0 and at most 5, not 7",
                        "line 14: 'soon' is no number");
    }

    @Test
    void saysWhatIsMissing() {
        assertThat(wrong("about: nothing\n"))
                .containsExactly(
                        "line 1: the rules have no name: write 'name: my-rules'",
                        "line 1: the rules enter nothing: write 'long:' or 'short:' with 'enter:' below");
        assertThat(wrong("name: a\nlong:\n  enter: [close > 3]\n"))
                .containsExactly(
                        "line 3: nothing ever ends this position: write 'exit:' below, or 'exits:' with a stop, a target or bars");
        assertThat(wrong("name: a\nname: b\nshort:\n  enter: close > 3\n  exit: []\n"))
                .contains(
                        "line 2: 'name' stands here twice",
                        "line 4: a list is written here, each line with '- ' before it");
        assertThat(
                        wrong(
                                "name: a\nparameters: {n: {usual: 3, from: 5, to: 9}}\nlong: {enter: [close > $n], exit: [close < 1]}\n"))
                .first()
                .asString()
                .startsWith("line 2: this parameter cannot be: n: 3.0 of 5.0 to 9.0");
        assertThat(wrong("")).containsExactly("there is nothing in it");
        assertThat(wrong("name: [a\n")).first().asString().contains("cannot be read as YAML");
        assertThat(wrong("name: &x a\nlong: *x\n"))
                .containsExactly("line 1: rules know no anchors (&) and no references (*)");
        assertThat(wrong("[".repeat(50_000))).first().asString().contains("nested too deep");
        assertThat(wrong("a".repeat(200_000))).containsExactly("rules are of 100000 letters at most");
    }

    @Test
    void readsConditionsBelowOthersAndSaysWhatIsWrongThere() {
        RuleBook book = ready("""
                name: nested
                long:
                  enter:
                    - close > 3
                    - any of:
                        - rsi:14 < 30
                        - all of:
                            - regime is range
                            - sma:50 > sma:200
                  exit:
                    - close < 1
                """);
        assertThat(book.longs().enter().toString())
                .isEqualTo("[close > 3, any of [rsi:14 < 30, all of [regime is range, sma:50 > sma:200]]]");
        RuleStrategy kind = new RuleStrategy(book);
        assertThat(kind.needs(Choice.usual(kind)).regime()).isTrue();
        assertThat(kind.needs(Choice.usual(kind)).warmUpBars()).isEqualTo(201);
        assertThat(wrong("""
                name: nested
                long:
                  enter:
                    - some of: [close > 3]
                    - any of:
                        - close > 3
                        - clsoe > 3
                        - all of: []
                    - any of: [close > 3]
                      all of: [close > 4]
                  exit: [close < 1]
                """))
                .containsExactly(
                        "line 4: conditions stand below 'any of:' or 'all of:', and each behind '- '",
                        "line 7: there is no indicator called 'clsoe'",
                        "line 8: there is no condition",
                        "line 9: conditions stand below 'any of:' or 'all of:', and each behind '- '");
    }

    @Test
    void sharesInPercentAreThoseDecimals() {
        RuleBook book = ready("name: a\nlong:\n  enter: [close > 2.9%]\nexits: {stop: 2.9%, target: 0.58}\n");
        assertThat(book.exits().stop()).isEqualTo(new Amount.Fixed(0.029));
        assertThat(RuleForm.sheet(new RuleStrategy(book)).exits())
                .isEqualTo(new RuleSheet.Exits("2.9%", "58%", "", ""));
    }

    @Test
    void aFormIsToldWhatIsWrongByItsPlaces() {
        RuleSheet sheet = new RuleSheet(
                "My Rules",
                "",
                List.of(new RuleSheet.Setting("n", "5", "10", "20", "", true)),
                new RuleSheet.Side(
                        List.of(
                                new RuleLine.Compared("close", RuleLine.Relation.MORE, ""),
                                new RuleLine.Group(
                                        true,
                                        List.of(
                                                new RuleLine.InRegime(RegimeName.RANGE, true),
                                                new RuleLine.Compared("sma:0", RuleLine.Relation.LESS, "#: {x"))),
                                new RuleLine.Group(false, List.of())),
                        List.of(new RuleLine.Compared("luck", RuleLine.Relation.CROSSES_BELOW, "$m"))),
                RuleSheet.Side.NONE,
                new RuleSheet.Size.Share("900%"),
                new RuleSheet.Exits("soon", "", "", "1.5"),
                "2.5");
        assertThat(RuleForm.troubles(sheet))
                .extracting(each -> each.place() + " " + each.code())
                .containsExactlyInAnyOrder(
                        "name BAD_NAME",
                        "warm-up NOT_WHOLE",
                        "settings.0 BAD_SETTING",
                        "long.enter.0 MISSING_VALUE",
                        "long.enter.1.1 NO_VALUE",
                        "long.enter.2 NO_CONDITION",
                        "long.leave.0 UNKNOWN_INDICATOR",
                        "size OUT_OF_RANGE",
                        "exits.stop NO_NUMBER");
        assertThat(RuleForm.troubles(RuleSheet.EMPTY))
                .extracting(each -> each.place() + " " + each.code())
                .containsExactlyInAnyOrder("name BAD_NAME", "long ENTERS_NOTHING");
    }

    @Property(tries = 300, shrinking = ShrinkingMode.OFF)
    void nothingThatIsWrittenCrashesIt(@ForAll String anything) {
        assertThat(RuleReader.read(anything)).isInstanceOf(Loaded.Broken.class);
    }

    /** Good rules with a piece cut out, put in twice, or something strange set in: what is nearly right finds more ways to go wrong. */
    @Property(tries = 400, shrinking = ShrinkingMode.OFF)
    void nothingThatIsNearlyRightCrashesIt(
            @ForAll("places") int from, @ForAll("places") int to, @ForAll("pieces") String piece) {
        int first = Math.min(from, to);
        int second = Math.min(Math.max(from, to), first + 30);
        Loaded cut = RuleReader.read(WHOLE.substring(0, first) + piece + WHOLE.substring(second));
        Loaded doubled = RuleReader.read(WHOLE.substring(0, second) + WHOLE.substring(first));
        for (Loaded each : List.of(cut, doubled)) {
            if (each instanceof Loaded.Ready ready) {
                RuleBook book = ((RuleStrategy) ready.kind()).book();
                assertThat(ready(RuleText.of(book))).isEqualTo(book);
            }
        }
    }

    @Provide
    Arbitrary<Integer> places() {
        return Arbitraries.integers().between(0, WHOLE.length());
    }

    @Provide
    Arbitrary<String> pieces() {
        return Arbitraries.of(
                "",
                "\t",
                ": ",
                "- ",
                "[",
                "]",
                "{",
                "}",
                "'",
                "\"",
                "|",
                ">",
                "!!int ",
                "? ",
                "%",
                "$",
                "-1",
                "1e999",
                "NaN",
                "close",
                "\n",
                "---\n",
                "...\n",
                "&a ",
                "*a",
                "<<: ",
                "\u0000",
                "0",
                "sma:$slow ",
                "999999999999999999999");
    }

    @Property(tries = 200, shrinking = ShrinkingMode.OFF)
    void textOfRulesReadsBackToTheSame(@ForAll("books") RuleBook book) {
        assertThat(ready(RuleText.of(book))).isEqualTo(book);
        RuleSheet form = RuleForm.sheet(new RuleStrategy(book));
        assertThat(RuleForm.troubles(form)).isEmpty();
        // A blank text says nothing, and the form leaves it out.
        String about = book.about().isBlank() ? "" : book.about();
        assertThat(ready(RuleForm.text(form))).isEqualTo(told(book, about));
    }

    private static RuleBook told(RuleBook book, String about) {
        return new RuleBook(
                book.name(),
                about,
                book.parameters(),
                book.longs(),
                book.shorts(),
                book.size(),
                book.exits(),
                book.warmUpBars());
    }

    @Provide
    Arbitrary<RuleBook> books() {
        Arbitrary<String> conditions = Arbitraries.of(
                "close > sma:$slow",
                "rsi:14 <= 30",
                "volume >= 1000.5",
                "close 3 bars ago < low 1 bar ago",
                "regime is trend-up",
                "regime is not range",
                "macd:12:26:9.signal crosses above 0",
                "forecast > 0.001",
                "-0.5 < open");
        ConditionReader reader = new ConditionReader(Set.of("slow"));
        Arbitrary<Condition> plain = conditions.map(reader::condition);
        Arbitrary<Condition> groups = group(Arbitraries.oneOf(plain, group(plain)));
        Arbitrary<List<Condition>> lists = Arbitraries.frequencyOf(Tuple.of(4, plain), Tuple.of(1, groups))
                .list()
                .ofMinSize(1)
                .ofMaxSize(4);
        Arbitrary<RuleBook.Side> sides = Combinators.combine(lists, lists).as(RuleBook.Side::new);
        Arbitrary<Amount> amounts = Arbitraries.integers()
                .between(1, 99)
                .<Amount>map(each -> new Amount.Fixed(each / 100.0))
                .injectNull(0.3);
        Arbitrary<RuleBook.Exits> exits =
                Combinators.combine(amounts, amounts, amounts, amounts).as(RuleBook.Exits::new);
        Arbitrary<Sizing> sizes = Arbitraries.of(
                new Sizing.Share(new Amount.Fixed(0.25)),
                new Sizing.ByVolatility(new Amount.Fixed(0.1), 30, 365, new Amount.Fixed(2)));
        List<Parameter> parameters = List.of(
                new Parameter("slow", Parameter.Unit.BARS, 5, 100, 20, 5),
                new Parameter("x", Parameter.Unit.NUMBER, -1.5, 2, 0.25, 0.125));
        return Combinators.combine(
                        Arbitraries.strings().ofMaxLength(30).filter(each -> isText(each)),
                        sides,
                        sides.injectNull(0.4),
                        sizes,
                        exits,
                        Arbitraries.integers().between(0, 500))
                .as((about, longs, shorts, size, exit, warmUp) ->
                        new RuleBook("of-chance", about, parameters, longs, shorts, size, exit, warmUp));
    }

    private static Arbitrary<Condition> group(Arbitrary<Condition> of) {
        return Combinators.combine(
                        Arbitraries.of(Condition.Group.How.values()),
                        of.list().ofMinSize(1).ofMaxSize(3))
                .as(Condition.Group::new);
    }

    /** Half of a character that takes two is no text, and no file can hold it. */
    private static boolean isText(String each) {
        return each.codePoints().noneMatch(point -> Character.getType(point) == Character.SURROGATE);
    }
}
