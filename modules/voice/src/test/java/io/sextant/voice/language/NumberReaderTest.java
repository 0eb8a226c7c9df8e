package io.sextant.voice.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberReaderTest {

    private static final int TRIES = Integer.getInteger("sextant.numbers", 1_000);

    @Property(tries = 3_000)
    void aWholeNumberSaidInEnglishComesBack(@ForAll("wholes") int number, @ForAll boolean and) {
        assertThat(read(Language.ENGLISH, NumberWriter.english(number, and))).isEqualTo(BigDecimal.valueOf(number));
    }

    @Property(tries = 3_000)
    void aWholeNumberSaidInFrenchComesBack(@ForAll("wholes") int number, @ForAll boolean swiss) {
        assertThat(read(Language.FRENCH, NumberWriter.french(number, swiss))).isEqualTo(BigDecimal.valueOf(number));
    }

    @Property(tries = 2_000)
    void decimalsSaidDigitByDigitComeBack(@ForAll("decimals") BigDecimal number, @ForAll Language language) {
        int whole = number.intValue();
        String decimals =
                number.toPlainString().substring(number.toPlainString().indexOf('.') + 1);
        String said = language == Language.ENGLISH
                ? NumberWriter.english(whole, false) + " point " + NumberWriter.digits(decimals, language)
                : NumberWriter.french(whole, false) + " virgule " + NumberWriter.digits(decimals, language);

        assertThat(read(language, said)).isEqualByComparingTo(number);
    }

    @Property(tries = 500)
    void aNumberInDigitsIsItself(@ForAll("decimals") BigDecimal number, @ForAll Language language) {
        String typed = number.toPlainString();

        assertThat(read(language, language == Language.FRENCH ? typed.replace('.', ',') : typed))
                .isEqualByComparingTo(number);
        assertThat(read(language, typed)).isEqualByComparingTo(number);
    }

    @Test
    void everyNumberBelowTenThousandComesBackInEveryWayOfSayingIt() {
        for (int number = 0; number < 10 * TRIES; number++) {
            BigDecimal value = BigDecimal.valueOf(number);
            assertThat(read(Language.ENGLISH, NumberWriter.english(number, number % 2 == 0)))
                    .isEqualTo(value);
            assertThat(read(Language.FRENCH, NumberWriter.french(number, false)))
                    .isEqualTo(value);
            assertThat(read(Language.FRENCH, NumberWriter.french(number, true))).isEqualTo(value);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    en | zero point two five              | 0.25
                    en | point five                       | 0.5
                    en | oh point oh five                 | 0.05
                    en | nought point one two five        | 0.125
                    en | one point twenty five            | 1.25
                    en | a hundred                        | 100
                    en | a thousand                       | 1000
                    en | twelve hundred                   | 1200
                    en | sixty-four thousand five hundred | 64500
                    en | one and a half                   | 1.5
                    en | two and three quarters           | 2.75
                    en | half a million                   | 500000
                    en | half a                           | 0.5
                    en | two point five million           | 2500000
                    en | 1.5 million                      | 1500000
                    en | 10k                              | 10000
                    en | 1,200.50                         | 1200.5
                    en | 3 thousand                       | 3000
                    fr | mille deux cents                 | 1200
                    fr | quatre-vingt-dix-sept virgule cinq | 97.5
                    fr | zéro virgule zéro vingt-cinq     | 0.025
                    fr | zéro virgule vingt-cinq          | 0.25
                    fr | deux et demi                     | 2.5
                    fr | un demi                          | 0.5
                    fr | un demi million                  | 500000
                    fr | deux virgule cinq millions       | 2500000
                    fr | septante et un                   | 71
                    fr | octante-huit                     | 88
                    fr | mil neuf cent                    | 1900
                    fr | 1 200,5                          | 1200.5
                    fr | 12 345 678                       | 12345678
                    fr | 0,25                             | 0.25
                    fr | 2 milliards                      | 2000000000
                    """)
    void whatPeopleSayIsExact(String language, String said, BigDecimal value) {
        assertThat(read(Language.find(language).orElseThrow(), said)).isEqualByComparingTo(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "one two",
                "twenty fifty",
                "1,20",
                "1.2.3",
                "half",
                "hundred",
                "and",
                "point",
                "-5",
                "five thousand twelve hundred"
            })
    void whatIsNoNumberIsNone(String said) {
        assertThat(find(Language.ENGLISH, said)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"deux trois", "vingt soixante", "1,2,3", "moitié", "virgule", "millions", "- 5"})
    void whatIsNoFrenchNumberIsNone(String said) {
        assertThat(find(Language.FRENCH, said)).isEmpty();
    }

    @Property(tries = 1_000)
    void anyWordsAtAllAreReadWithoutHarm(@ForAll("words") List<String> words, @ForAll Language language) {
        Optional<SpokenNumber> number = NumberReader.of(language).find(words, 0);

        number.ifPresent(each -> assertThat(each.end()).isBetween(1, words.size()));
    }

    private static BigDecimal read(Language language, String said) {
        return find(language, said).orElseThrow(() -> new AssertionError("not read: " + said));
    }

    /** The number that takes all of the words. */
    private static Optional<BigDecimal> find(Language language, String said) {
        List<String> words = Wording.of(said);
        return NumberReader.of(language)
                .find(words, 0)
                .filter(number -> number.end() == words.size())
                .map(SpokenNumber::value);
    }

    @Provide
    Arbitrary<Integer> wholes() {
        return Arbitraries.oneOf(
                Arbitraries.integers().between(0, 999_999_999),
                Arbitraries.integers().between(0, 99_999),
                Arbitraries.integers().between(1, 999).map(thousands -> thousands * 1_000));
    }

    @Provide
    Arbitrary<BigDecimal> decimals() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 999_999),
                        Arbitraries.strings().numeric().ofMinLength(1).ofMaxLength(8))
                .as((whole, decimals) -> new BigDecimal(whole + "." + decimals));
    }

    @Provide
    Arbitrary<List<String>> words() {
        return Arbitraries.of(
                        "one",
                        "hundred",
                        "and",
                        "a",
                        "half",
                        "point",
                        "two",
                        "thousand",
                        "million",
                        "twenty",
                        "cent",
                        "mille",
                        "virgule",
                        "et",
                        "demi",
                        "quatre",
                        "vingt",
                        "dix",
                        "sept",
                        "12",
                        "1,200",
                        "9k",
                        "zero",
                        "billion",
                        "un")
                .list()
                .ofMinSize(1)
                .ofMaxSize(12);
    }
}
