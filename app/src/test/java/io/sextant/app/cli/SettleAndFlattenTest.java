package io.sextant.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.app.session.DeskSession;
import io.sextant.app.testing.LiveStandIn;
import io.sextant.app.vault.LocalKeyDesk;
import io.sextant.domain.command.ChangeRiskLimits;
import io.sextant.domain.command.CommandKey;
import io.sextant.domain.command.PlaceOrder;
import io.sextant.domain.event.VenueChecked;
import io.sextant.domain.market.Side;
import io.sextant.domain.money.Price;
import io.sextant.domain.money.Quantity;
import io.sextant.domain.order.AccountLimits;
import io.sextant.domain.order.OrderDraft;
import io.sextant.domain.order.OrderOrigin;
import io.sextant.domain.order.OrderType;
import io.sextant.domain.order.RiskLimits;
import io.sextant.domain.order.TimeInForce;
import io.sextant.domain.request.Answer;
import io.sextant.domain.request.Query;
import io.sextant.domain.request.Topic;
import io.sextant.domain.time.SystemClock;
import io.sextant.domain.vault.Secret;
import io.sextant.domain.vault.VenueKey;
import io.sextant.domain.vault.VenueNet;
import io.sextant.domain.vault.WithdrawalRight;
import io.sextant.domain.venue.VenueTrust;
import io.sextant.exchange.VenueKeyInspector;
import io.sextant.exchange.standin.fault.FaultPlan;
import io.sextant.store.vault.QuickVault;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person does at the command line with a desk that has an account: settle what differs, and leave the market. */
class SettleAndFlattenTest {

    private static final String PASSPHRASE = "correct horse battery";

    @TempDir
    Path data;

    private final LiveStandIn venue = new LiveStandIn("a-key-of-binance", "its-secret", FaultPlan.none());

    @Test
    void settlesExactlyWhatAPersonAgreesToAndFlattens() throws Exception {
        try (venue) {
            haveAPositionAndAnOrder();
            deposit("250");
            CliRun shown = sextant(PASSPHRASE + "\n", "settle");
            assertThat(shown.code()).as(shown.err()).isEqualTo(ExitCode.REFUSED);
            assertThat(shown.out()).contains("the account holds", "USDT");
            assertOneSentence(shown, "Nothing was booked");
            assertThat(sextant(PASSPHRASE + "\nno\n", "settle", "--reason", "a deposit")
                            .code())
                    .isEqualTo(ExitCode.REFUSED);

            CliRun unasked = sextant(PASSPHRASE + "\n", "settle", "--json", "--reason", "a deposit");
            assertThat(unasked.code()).isEqualTo(ExitCode.REFUSED);
            assertThat(unasked.json().get("trust").asString()).isEqualTo("DIFFERS");
            assertThat(unasked.json().get("booked").asBoolean()).isFalse();
            String code = unasked.json().get("code").asString();

            deposit("1");
            CliRun changed = sextant(PASSPHRASE + "\n", "settle", "--reason", "a deposit", "--agree", code);
            assertThat(changed.code()).as("what differs is not what was shown").isEqualTo(ExitCode.REFUSED);
            assertOneSentence(changed, "this is not what was shown");

            CliRun settled = sextant(PASSPHRASE + "\nyes\n", "settle", "--reason", "two deposits");
            assertThat(settled.code()).as(settled.err()).isZero();
            assertThat(settled.out()).contains("Booked; the books agree now.");
            CliRun again = sextant(PASSPHRASE + "\n", "settle", "--json");
            assertThat(again.code()).isZero();
            assertThat(again.json().get("trust").asString()).isEqualTo("AGREED");

            flatten();
        }
    }

    private void flatten() {
        CliRun unwilling = sextant(PASSPHRASE + "\nno\n", "flatten");
        assertThat(unwilling.code()).as(unwilling.err()).isEqualTo(ExitCode.REFUSED);
        assertThat(unwilling.out()).contains("BTC-USDT", "0.003");
        assertOneSentence(unwilling, "nobody said yes");
        CliRun unasked = sextant(PASSPHRASE + "\n", "flatten", "--json");
        assertThat(unasked.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(unasked.json().get("flat").asBoolean()).isFalse();
        assertThat(venue.locked(() -> venue.account().open())).hasSize(1);

        CliRun flat = sextant(PASSPHRASE + "\n", "flatten", "--json", "--yes");
        assertThat(flat.code()).as(flat.err()).isZero();
        assertThat(flat.json().get("flat").asBoolean()).isTrue();
        assertThat(flat.json().get("flattenings").get(0).get("stage").asString())
                .isEqualTo("DONE");
        assertThat(flat.json().get("lessThanALot").get(0).get("quantity").asString())
                .as("what the fee in bitcoin left")
                .isEqualTo("0.000008");
        assertThat(venue.locked(() -> venue.account().open())).isEmpty();
        assertThat(venue.locked(() -> venue.account().balances().get("BTC"))).isEqualByComparingTo("2.000008");

        CliRun nothing = sextant(PASSPHRASE + "\n", "flatten", "--symbol", "btc-usdt");
        assertThat(nothing.code()).as(nothing.err()).isZero();
        assertThat(nothing.out()).contains("The desk is flat");
        assertThat(sextant(PASSPHRASE + "\n", "flatten", "--symbol", "ETH-USDT").code())
                .isEqualTo(ExitCode.REFUSED);
    }

    @Test
    void takesNoWordOfAnEarlierOpeningForThisOne() throws Exception {
        try (venue) {
            haveAPositionAndAnOrder();
            venue.closeBooks(true);
            CliRun settled = sextant(PASSPHRASE + "\n", "settle", "--patience", "2s");
            assertThat(settled.code()).as(settled.out() + settled.err()).isEqualTo(ExitCode.FAILED);
            assertOneSentence(settled, "could not be read in time");
            CliRun flat = sextant(PASSPHRASE + "\n", "flatten", "--yes", "--patience", "2s");
            assertThat(flat.code()).as(flat.out() + flat.err()).isEqualTo(ExitCode.FAILED);
            assertOneSentence(flat, "could not be read in time");
        }
    }

    @Test
    void beginsNoDeskAndNeedsAnAccountToSettle() {
        try (venue) {
            CliRun flat = sextant(PASSPHRASE + "\n", "flatten", "--yes");
            assertThat(flat.code()).isEqualTo(ExitCode.DATA);
            assertOneSentence(flat, "There is no desk in");
            assertThat(data.resolve("live")).doesNotExist();
            CliRun paper = CliRun.of("--data", data.toString(), "settle", "--feed", "binance");
            assertThat(paper.code()).isEqualTo(ExitCode.USAGE);
        }
    }

    @Test
    void anAccountsDeskIsOpenedByItsNameAndWithItsKey() throws Exception {
        try (venue) {
            haveAPositionAndAnOrder();
            String desk = "live/binance-BTC-USDT@main-testnet";
            CliRun added = atVenue(
                    PASSPHRASE + "\n",
                    "schedule",
                    "--desk",
                    desk,
                    "--json",
                    "--add",
                    "check",
                    "--when",
                    "daily 03:00 UTC",
                    "--quality");
            assertThat(added.code()).as(added.err()).isZero();
            assertThat(added.json().get("schedules")).hasSize(1);
            CliRun wrong = atVenue("not the passphrase\n", "schedule", "--desk", desk, "--pause", "check");
            assertThat(wrong.code()).isEqualTo(ExitCode.REFUSED);
            assertOneSentence(wrong, "passphrase");
            assertThat(data.resolve("paper")).as("no other desk was begun").doesNotExist();
        }
    }

    private static void assertOneSentence(CliRun run, String part) {
        assertThat(run.err().strip())
                .startsWith("sextant: ")
                .contains(part)
                .endsWith(".")
                .doesNotContain("\n");
    }

    private void deposit(String dollars) {
        venue.locked(() -> {
            venue.account().deposit("USDT", new BigDecimal(dollars));
            return "";
        });
    }

    private void haveAPositionAndAnOrder() throws Exception {
        try (LocalKeyDesk vault = new LocalKeyDesk(
                data.resolve("keys.vault"),
                Optional.empty(),
                new VenueKeyInspector(new SystemClock(), Optional.of(venue.http())),
                new SystemClock())) {
            QuickVault.create(data.resolve("keys.vault"), Secret.of(PASSPHRASE));
            vault.unlock(Secret.of(PASSPHRASE));
            vault.add(new VenueKey(
                    LiveStandIn.MAIN,
                    VenueNet.TESTNET,
                    Secret.of("a-key-of-binance"),
                    Secret.of("its-secret"),
                    Secret.empty(),
                    WithdrawalRight.NOT_TOLD));
            try (DeskSession session =
                    DeskSession.open(venue.options(data, VenueNet.TESTNET, vault, Optional.empty()), what -> {})) {
                AtomicBoolean agreed = new AtomicBoolean();
                session.client().subscribe(new Topic.Events(0), event -> {
                    if (event instanceof VenueChecked checked) {
                        agreed.set(checked.trust() == VenueTrust.AGREED);
                    }
                });
                await(agreed::get);
                keepOrdersWhileNobodyWatches(session);
                long ask = venue.locked(
                        () -> venue.exchange().all().getFirst().bestAsk().ticks());
                Price across = Price.of(ask + 50, 2);
                Price away = Price.of(ask * 98 / 100, 2);
                await(() -> submit(session, "buy", across, "0.002"));
                await(() -> session.client().ask(new Query.Desk()).toCompletableFuture().join().positions().stream()
                        .anyMatch(position -> position.signedUnits() > 0));
                await(() -> submit(session, "rest", away, "0.003"));
                await(() -> venue.locked(() -> venue.account().open().size()) == 1);
            }
        }
    }

    /** Else the resting order would be gone with the first opening. */
    private static void keepOrdersWhileNobodyWatches(DeskSession session) {
        RiskLimits limits = session.client()
                .ask(new Query.Desk())
                .toCompletableFuture()
                .join()
                .limits();
        AccountLimits of = limits.findAccount().orElseThrow();
        AccountLimits keeping = new AccountLimits(
                of.maxGrossExposure(),
                of.maxLeverageHundredths(),
                of.orders(),
                of.cancels(),
                of.executions(),
                of.duplicateWindowNanos(),
                of.preventSelfMatch(),
                of.maxPriceAgeNanos(),
                of.maxClockSkewNanos(),
                of.maxDailyLoss(),
                of.maxDrawdown(),
                false,
                of.restricted(),
                of.breakers());
        Answer answer = session.client()
                .submit(new CommandKey("keep"), new ChangeRiskLimits(limits.withAccount(keeping)))
                .toCompletableFuture()
                .join();
        assertThat(answer).isInstanceOf(Answer.Done.class);
    }

    /** False while the feed is not there yet. */
    private static boolean submit(DeskSession session, String key, Price limit, String quantity) {
        Answer answer = session.client()
                .submit(
                        new CommandKey(key + "-" + System.nanoTime()),
                        new PlaceOrder(new OrderDraft(
                                LiveStandIn.BTC,
                                Side.BUY,
                                OrderType.limit(limit),
                                Quantity.parse(quantity),
                                TimeInForce.GOOD_TILL_CANCELLED,
                                OrderOrigin.COMMAND_LINE,
                                "")))
                .toCompletableFuture()
                .join();
        return answer instanceof Answer.Done;
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(240);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("not within a minute").isLessThan(end);
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private CliRun sextant(String input, String... command) {
        return atVenue(
                input,
                Stream.concat(
                                Stream.of(command),
                                Stream.of(
                                        "--feed", "binance", "--symbols", "BTC-USDT", "--account", "main", "--testnet"))
                        .toArray(String[]::new));
    }

    private CliRun atVenue(String input, String... command) {
        List<String> where = List.of(
                "--feed-requests-at",
                venue.http(),
                "--feed-streams-at",
                venue.webSocket(),
                "--account-stream-at",
                venue.webSocket() + "/ws-api/v3");
        String[] all = Stream.of(Stream.of("--data", data.toString()), Stream.of(command), where.stream())
                .flatMap(one -> one)
                .toArray(String[]::new);
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
        try {
            return CliRun.of(all);
        } finally {
            System.setIn(before);
        }
    }
}
