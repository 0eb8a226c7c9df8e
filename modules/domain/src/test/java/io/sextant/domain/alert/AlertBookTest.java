package io.sextant.domain.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sextant.domain.alert.AlertPlan.Repetition;
import io.sextant.domain.alert.AlertState.Phase;
import io.sextant.domain.alert.LevelTest.Direction;
import io.sextant.domain.command.ChangeSetting;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.vault.VenueAccount;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AlertBookTest {

    private static final AlertPlan BELOW = new AlertPlan(
            "low, or so",
            AlertConditions.parse("price BTC-USDT below 50000.5"),
            AlertPriority.URGENT,
            new Repetition(false, 100, Duration.ofMinutes(5)),
            Optional.of(QuietHours.parse("22:00-07:00 Europe/Paris")),
            77,
            List.of("mail", "phone-2"),
            true,
            11,
            12);

    private final Map<String, String> settings = new HashMap<>();

    private void keep(ChangeSetting change) {
        settings.put(change.key(), change.value());
    }

    static List<String> conditions() {
        return AlertConditions.EXAMPLES;
    }

    @ParameterizedTest
    @MethodSource("conditions")
    void everyKindOfConditionIsReadAsItIsWritten(String text) {
        AlertCondition condition = AlertConditions.parse(text);
        assertThat(condition.text()).isEqualTo(text);
        assertThat(AlertConditions.parse(condition.text())).isEqualTo(condition);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "price",
                "price BTC-USDT near 5",
                "price BTC-USDT below NaN",
                "price btc usdt below 5",
                "indicator BTC-USDT 7h rsi_14 above 0.7",
                "skill BTC-USDT 1h perhaps",
                "move BTC-USDT 5% 60000",
                "move BTC-USDT 0% from 60000",
                "risk luck above 5",
                "limit sky above 5",
                "regime BTC-USDT 1h nice"
            })
    void whatIsNoConditionIsRefusedWithASentence(String text) {
        assertThatThrownBy(() -> AlertConditions.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching(".{10,}");
    }

    @Test
    void anAlertAndAChannelAreReadBackFromTheSettingsAsTheyWere() {
        AlertChannel channel = new AlertChannel(
                "mail",
                AlertChannel.Kind.EMAIL,
                Map.of("host", "mail.example", "port", "587", "security", "starttls", "from", "a@b.c", "to", "d=e@f.g"),
                Optional.of(VenueAccount.parse("mail/main")),
                12,
                true);
        keep(BELOW.toSetting());
        keep(channel.toSetting());
        AlertBook book = AlertBook.of(settings);
        assertThat(book.find("low, or so").orElseThrow().plan()).isEqualTo(BELOW);
        assertThat(book.findChannel("mail")).contains(channel);

        keep(AlertPlan.removal("low, or so"));
        assertThat(AlertBook.of(settings).alerts()).isEmpty();
    }

    @Test
    void aFiringThatACrashKeptFromItsPlaceIsKnownFromItsAlertAndAChangedAlertBeginsAnew() {
        AlertFiring firing =
                new AlertFiring(3, BELOW.name(), BELOW.priority(), "price", "49 999\nso", 5, 6, 0, 6, BELOW.channels());
        AlertState state = AlertState.fresh(BELOW).firedBy(firing, BELOW);
        keep(BELOW.toSetting());
        keep(state.toSetting());

        AlertBook book = AlertBook.of(settings);
        assertThat(book.told()).extracting(AlertBook.Told::firing).containsExactly(firing);
        assertThat(book.lastNumber()).isEqualTo(3);
        assertThat(book.alerts().getFirst().state().phase()).isEqualTo(Phase.LATCHED);
        assertThat(book.told().getFirst().deliveries().each())
                .extracting(Delivery::stage)
                .containsExactly(Delivery.Stage.WAITING, Delivery.Stage.WAITING);

        keep(BELOW.asPaused(false, 99, 100).toSetting());
        assertThat(AlertBook.of(settings).alerts().getFirst().state().phase()).isEqualTo(Phase.ARMED);
    }

    @Test
    void whatAnAlertToldStaysToldOverARestUnlessItMeansSomethingElseNow() {
        AlertFiring firing = new AlertFiring(
                3, BELOW.name(), BELOW.priority(), BELOW.condition().text(), "v", 5, 6, 77, 6, BELOW.channels());
        keep(BELOW.toSetting());
        keep(AlertState.fresh(BELOW).firedBy(firing, BELOW).toSetting());
        keep(BELOW.asPaused(true, 98, 100).toSetting());
        keep(BELOW.asPaused(false, 99, 100).toSetting());
        AlertState resumed = AlertBook.of(settings).alerts().getFirst().state();
        assertThat(resumed.last()).contains(firing);
        assertThat(resumed.fired()).isZero();
        assertThat(resumed.sinceNanos()).isEqualTo(99);

        AlertPlan other = AlertPlan.once(AlertConditions.parse("news any hack"), 100, 100);
        settings.put("alert.plan." + BELOW.name(), other.toSetting().value());
        assertThat(AlertBook.of(settings).alerts().getFirst().state().last()).isEmpty();
    }

    @Test
    void aNumberThatFiresEveryTimeHasABandOrAPauseAndWhatHappensNeedsNone() {
        AlertCondition number = AlertConditions.parse("price BTC-USDT below 50000");
        AlertCondition happening = AlertConditions.parse("fill any");
        assertThat(Repetition.everyTime(number, 0, Duration.ZERO))
                .isEqualTo(new Repetition(false, 0, Repetition.USUAL_PAUSE));
        assertThat(Repetition.everyTime(number, 500, Duration.ZERO))
                .isEqualTo(new Repetition(false, 500, Duration.ZERO));
        assertThat(Repetition.everyTime(number, 0, Duration.ofSeconds(1)))
                .isEqualTo(new Repetition(false, 0, Duration.ofSeconds(1)));
        assertThat(Repetition.everyTime(happening, 0, Duration.ZERO))
                .isEqualTo(new Repetition(false, 0, Duration.ZERO));
    }

    @Test
    void theNewestFiringsAreRememberedAndNoMore() {
        for (int i = 1; i <= AlertFiring.REMEMBERED + 10; i++) {
            keep(new AlertFiring(i, "x", AlertPriority.INFO, "c", "v", i, i, 0, i, List.of()).toSetting());
        }
        assertThat(AlertBook.of(settings).told()).hasSize(AlertFiring.REMEMBERED);
        assertThat(settings).hasSize(AlertFiring.REMEMBERED);
        assertThat(AlertBook.of(settings).told().getLast().firing().number()).isEqualTo(11);
    }

    @Test
    void aDeliveryKeepsWhatTheOtherSideSaidInALine() {
        AlertFiring firing = new AlertFiring(9, "x", AlertPriority.INFO, "c", "v", 1, 1, 0, 1, List.of("mail", "hook"));
        Deliveries sent =
                Deliveries.of(firing).with(Delivery.waiting("hook").sending().again(50, "503 busy\r\n\ttry later"));
        keep(firing.toSetting());
        keep(sent.toSetting());
        Delivery hook = AlertBook.of(settings)
                .told()
                .getFirst()
                .deliveries()
                .find("hook")
                .orElseThrow();
        assertThat(hook).isEqualTo(new Delivery("hook", Delivery.Stage.WAITING, 1, 50, "503 busy try later"));
    }

    @Test
    void secretsNeverTravelInTheClear() {
        assertThatThrownBy(() -> new AlertChannel(
                        "h",
                        AlertChannel.Kind.WEBHOOK,
                        Map.of("url", "http://example.com/x"),
                        Optional.empty(),
                        5,
                        false))
                .hasMessageContaining("https://");
        assertThat(new AlertChannel(
                                "h",
                                AlertChannel.Kind.WEBHOOK,
                                Map.of("url", "http://127.0.0.1:8080/x"),
                                Optional.empty(),
                                5,
                                false)
                        .option("url", ""))
                .startsWith("http://127");
    }

    @ParameterizedTest
    @CsvSource({
        "TELEGRAM, chat=99 token=123456:secret, has no option token",
        "EMAIL, host=h port=465 security=tls from=a@b.c to=d@e.f password=secret, has no option password",
        "WEBHOOK, url=https://user:secret@example.org/x, neither user nor password",
        "DESKTOP, url=https://example.org, has no option url",
        "WEBHOOK, '', needs url"
    })
    void whatIsSecretHasNoPlaceInAChannel(AlertChannel.Kind kind, String words, String why) {
        Map<String, String> options = Stream.of(words.split(" "))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toMap(word -> word.split("=")[0], word -> word.split("=")[1]));
        assertThatThrownBy(() -> new AlertChannel("c", kind, options, Optional.empty(), 5, false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why)
                .message()
                .doesNotContain("secret@")
                .doesNotContain(":secret");
    }

    @Test
    void quietHoursFollowTheClockOfTheirPlaceOverMidnightAndOverTheChangeOfClocks() {
        QuietHours night = QuietHours.parse("22:00 07:00 Europe/Paris");
        // Summer time began on 29 March 2026 at 01:00 UTC: 07:00 in Paris is 06:00 UTC before and 05:00 UTC from then
        // on.
        assertThat(night.contains(Instant.parse("2026-03-28T05:59:59Z"))).isTrue();
        assertThat(night.contains(Instant.parse("2026-03-28T06:00:00Z"))).isFalse();
        assertThat(night.contains(Instant.parse("2026-03-28T20:59:59Z"))).isFalse();
        assertThat(night.contains(Instant.parse("2026-03-28T21:00:00Z"))).isTrue();
        assertThat(night.endAfter(Instant.parse("2026-03-28T21:00:00Z")))
                .isEqualTo(Instant.parse("2026-03-29T05:00:00Z"));
        assertThat(night.endAfter(Instant.parse("2026-03-29T04:59:59Z")))
                .isEqualTo(Instant.parse("2026-03-29T05:00:00Z"));
    }

    @Test
    void aNumberThatTremblesAtTheLevelIsToldOnceAndAgainAfterItWasBackByTheBand() {
        LevelTest test = new LevelTest(Direction.BELOW, 100);
        double[] path = {101, 100, 101, 99.5, 104.9, 99, 105, 100.1, 99.9, 120, 90};
        long[] times = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
        Repetition again = new Repetition(false, 5, Duration.ZERO);
        assertThat(PastFirings.of(test, again, times, path, path, path, path.length))
                .containsExactly(1, 8, 10);
        assertThat(PastFirings.of(test, new Repetition(false, 0, Duration.ZERO), times, path, path, path, path.length))
                .containsExactly(1, 3, 5, 8, 10);
        assertThat(PastFirings.of(
                        test, new Repetition(false, 5, Duration.ofNanos(8)), times, path, path, path, path.length))
                .containsExactly(1, 10);
    }

    @Test
    void firingsUpwardsAreThoseDownwardsOfTheMirroredPath() {
        SplittableRandom random = new SplittableRandom(7);
        for (int run = 0; run < 200; run++) {
            int size = 60;
            double[] up = new double[size];
            double[] down = new double[size];
            long[] times = new long[size];
            double value = 0;
            for (int i = 0; i < size; i++) {
                value += random.nextInt(-3, 4);
                up[i] = value;
                down[i] = -value;
                times[i] = i;
            }
            Repetition how = new Repetition(false, random.nextInt(4), Duration.ofNanos(random.nextInt(5)));
            double level = random.nextInt(-5, 6);
            assertThat(PastFirings.of(new LevelTest(Direction.ABOVE, level), how, times, up, up, up, size))
                    .isEqualTo(
                            PastFirings.of(new LevelTest(Direction.BELOW, -level), how, times, down, down, down, size));
        }
    }

    @Test
    void aSentenceBecomesAnAlertWhoseLevelIsFixedNow() {
        InstrumentId btc = InstrumentId.of("BTC-USDT");
        assertThat(AlertDrafts.priceAt(btc, Direction.BELOW, new BigDecimal("50000"), 1, 2)
                        .condition()
                        .text())
                .isEqualTo("price BTC-USDT below 50000");
        BigDecimal last = new BigDecimal("61234.5");
        assertThat(AlertDrafts.percentAway(btc, Optional.of(Direction.BELOW), new BigDecimal("-5"), last, 1, 2)
                        .condition()
                        .text())
                .isEqualTo("price BTC-USDT below 58172.775");
        assertThat(AlertDrafts.percentAway(btc, Optional.empty(), new BigDecimal("2.5"), last, 1, 2)
                        .condition()
                        .text())
                .isEqualTo("move BTC-USDT 2.5% from 61234.5");
    }
}
