package io.sextant.voice.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.voice.language.Language;
import io.sextant.voice.language.Wording;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CommandGrammarProperties {

    @Property(tries = 400)
    void anyQuantityAndPriceSaidComesBackExactly(
            @ForAll("amounts") String quantity, @ForAll("amounts") String price, @ForAll Language language) {
        String sentence = language == Language.ENGLISH
                ? "buy " + quantity + " bitcoin at a limit of " + price
                : "achète " + quantity.replace('.', ',') + " bitcoin à " + price.replace('.', ',');

        assertThat(TestGrammars.meaning(language, sentence))
                .isEqualTo("buy instrument=BTC-USDT quantity=" + plain(quantity) + " type=limit price=" + plain(price));
    }

    private static String plain(String number) {
        return new BigDecimal(number).stripTrailingZeros().toPlainString();
    }

    @Property(tries = 2_000)
    void wordsAtRandomEndInNoOrder(@ForAll("chatter") String chatter, @ForAll Language language) {
        assertThat(TestGrammars.read(language, chatter)).isEqualTo(new Reading.NoCommand());
    }

    @Property(tries = 600)
    void anOrderWithAWordTooManyIsNoOrder(
            @ForAll("orders") String order, @ForAll("strange") String strange, @ForAll("places") int place) {
        List<String> words = new ArrayList<>(List.of(order.split(" ")));
        words.add(place % (words.size() + 1), strange);

        assertThat(TestGrammars.read(Language.ENGLISH, String.join(" ", words)).findUnderstood())
                .isEmpty();
    }

    @Property(tries = 300)
    void anOrderWithSomethingNotUnderstoodInItIsRefused(@ForAll("orders") String order, @ForAll("places") int place) {
        List<String> words = new ArrayList<>(List.of(order.split(" ")));
        words.add(1 + place % words.size(), Wording.UNKNOWN);

        assertThat(TestGrammars.read(Language.ENGLISH, String.join(" ", words))).isEqualTo(new Reading.UnknownWord());
    }

    @Provide
    Arbitrary<String> amounts() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 99_999),
                        Arbitraries.strings().numeric().ofMinLength(1).ofMaxLength(7))
                .as((whole, decimals) -> whole + "." + decimals + "1");
    }

    @Provide
    Arbitrary<Integer> places() {
        return Arbitraries.integers().between(0, 20);
    }

    @Provide
    Arbitrary<String> strange() {
        return Arbitraries.of(
                "not", "dragon", "yesterday", "never", "-", "unless", "maybe", "pas", "weather", "buy", "sell");
    }

    @Provide
    Arbitrary<String> orders() {
        return Arbitraries.of(
                "buy ten bitcoin at market",
                "sell half of my ethereum position",
                "cancel all orders",
                "close all positions",
                "stop trading now",
                "reduce my exposure by twenty percent",
                "set stop loss at five percent",
                "switch to defensive regime");
    }

    /** Three to nine words of everyday speech, with words of the grammar among them, but none that a command begins with alone. */
    @Provide
    Arbitrary<String> chatter() {
        return Arbitraries.of(
                        "the",
                        "weather",
                        "is",
                        "fine",
                        "yesterday",
                        "bitcoin",
                        "dog",
                        "ten",
                        "of",
                        "market",
                        "jumps",
                        "over",
                        "lazy",
                        "orders",
                        "my",
                        "chat",
                        "dort",
                        "sur",
                        "la",
                        "chaise",
                        "rouge",
                        "moitié",
                        "et",
                        "deux",
                        "le",
                        "percent",
                        "position",
                        "pluie",
                        "half",
                        "at")
                .list()
                .ofMinSize(3)
                .ofMaxSize(9)
                .map(words -> String.join(" ", words));
    }
}
