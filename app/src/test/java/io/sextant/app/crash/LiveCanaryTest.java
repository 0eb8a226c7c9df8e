package io.sextant.app.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.app.Launcher;
import io.sextant.app.cli.SextantCommand;
import io.sextant.app.session.DeskSession;
import io.sextant.app.testing.LiveStandIn;
import io.sextant.app.vault.LocalKeyDesk;
import io.sextant.domain.command.CancelAllOrders;
import io.sextant.domain.command.CancelScope;
import io.sextant.domain.command.CommandKey;
import io.sextant.domain.command.PlaceOrder;
import io.sextant.domain.event.VenueChecked;
import io.sextant.domain.market.Side;
import io.sextant.domain.money.Price;
import io.sextant.domain.money.Quantity;
import io.sextant.domain.order.OrderDraft;
import io.sextant.domain.order.OrderOrigin;
import io.sextant.domain.order.OrderType;
import io.sextant.domain.order.TimeInForce;
import io.sextant.domain.request.Answer;
import io.sextant.domain.request.EngineClient;
import io.sextant.domain.request.Query;
import io.sextant.domain.request.Topic;
import io.sextant.domain.time.SystemClock;
import io.sextant.domain.vault.KeyVerdict;
import io.sextant.domain.vault.Secret;
import io.sextant.domain.vault.VaultException;
import io.sextant.domain.vault.VenueKey;
import io.sextant.domain.vault.VenueNet;
import io.sextant.domain.vault.WithdrawalRight;
import io.sextant.domain.venue.VenueTrust;
import io.sextant.exchange.VenueKeyInspector;
import io.sextant.exchange.standin.fault.FaultPlan;
import io.sextant.exchange.standin.fault.RequestFault;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A canary for a key, its secret and a passphrase goes through a desk that trades, meets faults, is told its own key by a careless
 * venue, is exported, and crashes; afterwards nothing that was written, logged, thrown or printed knows any of them.
 */
class LiveCanaryTest {

    private static final String PASSPHRASE = "canary of a passphrase 7f3a";
    private static final String KEY = "CanaryOfAKey0123456789wxyz";
    private static final String SECRET = "CanaryOfASecret9876543210abcd";
    private static final int PATIENCE_SECONDS = 120;

    @TempDir
    Path data;

    private final FaultPlan plan = new FaultPlan(1, 0, 0);
    private final Queue<String> said = new ConcurrentLinkedQueue<>();

    /** Hears every log record there is, with what was thrown. */
    private final Handler ear = new Handler() {
        @Override
        public void publish(LogRecord record) {
            said.add(record.getMessage() + Arrays.toString(record.getParameters()));
            if (record.getThrown() != null) {
                note(record.getThrown());
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    private void note(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        said.add(text.toString());
    }

    @Test
    void nothingThatADeskLeavesBehindKnowsItsKeys() throws Exception {
        Logger root = Logger.getLogger("io.sextant");
        Level before = root.getLevel();
        root.setLevel(Level.ALL);
        root.addHandler(ear);
        try (LiveStandIn venue = new LiveStandIn(KEY, SECRET, plan);
                LocalKeyDesk vault = new LocalKeyDesk(
                        data.resolve("keys.vault"),
                        Optional.empty(),
                        new VenueKeyInspector(new SystemClock(), Optional.of(venue.http())),
                        new SystemClock())) {
            keep(vault, venue);
            trade(vault, venue);
            export();
            // A fault that no request met yet would keep the next desk from opening.
            plan.calmDown();
            crash(venue);
            assertNothingTells();
        } finally {
            root.removeHandler(ear);
            root.setLevel(before);
        }
    }

    /** Keys that are not taken on the way: each says why, and not what. */
    private void keep(LocalKeyDesk vault, LiveStandIn venue) {
        vault.create(Secret.of(PASSPHRASE), false);
        venue.repeatWhatIsSaid(true);
        attempt(() -> vault.add(key(SECRET)));
        venue.repeatWhatIsSaid(false);
        venue.account().grant(true, true);
        attempt(() -> vault.add(key(SECRET)));
        venue.account().grant(true, false);
        attempt(() -> vault.unlock(Secret.of(PASSPHRASE + " and more")));
        assertThat(vault.add(key(SECRET))).isInstanceOf(KeyVerdict.Valid.class);
    }

    private void attempt(Runnable work) {
        try {
            work.run();
            throw new AssertionError("this was to be refused");
        } catch (VaultException e) {
            note(e);
        }
    }

    private static VenueKey key(String secret) {
        return new VenueKey(
                LiveStandIn.MAIN,
                VenueNet.LIVE,
                Secret.of(KEY),
                Secret.of(secret),
                Secret.empty(),
                WithdrawalRight.NOT_TOLD);
    }

    private void trade(LocalKeyDesk vault, LiveStandIn venue) throws Exception {
        AtomicReference<VenueTrust> trust = new AtomicReference<>(VenueTrust.CHECKING);
        try (DeskSession session =
                DeskSession.open(venue.options(data, VenueNet.LIVE, vault, Optional.of("main")), what -> {})) {
            EngineClient client = session.client();
            client.subscribe(new Topic.Events(0), event -> {
                if (event instanceof VenueChecked checked) {
                    said.add(checked.sentence());
                    trust.set(checked.trust());
                }
            });
            await(() -> trust.get() == VenueTrust.AGREED);
            RequestFault[] faults = RequestFault.values();
            for (int i = 0; i < faults.length; i++) {
                int number = i;
                await(() -> buys(client, number));
                plan.order(faults[i]);
            }
            venue.cutStreams();
            venue.repeatWhatIsSaid(true);
            await(() -> trust.get() == VenueTrust.UNREACHABLE);
            venue.repeatWhatIsSaid(false);
            client.submit(new CommandKey("cancel"), new CancelAllOrders(CancelScope.EVERYTHING))
                    .toCompletableFuture()
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        }
    }

    /** Again and again until the feed has come up and the gate lets the order through. */
    private static boolean buys(EngineClient client, int number) {
        Optional<Price> last = client.ask(new Query.Market(LiveStandIn.BTC))
                .toCompletableFuture()
                .join()
                .last();
        if (last.isEmpty()) {
            return false;
        }
        PlaceOrder order = new PlaceOrder(new OrderDraft(
                LiveStandIn.BTC,
                Side.BUY,
                OrderType.limit(Price.of(Math.round(last.get().toDouble() * 0.999), 0)),
                Quantity.parse("0.00" + (100 + number)),
                TimeInForce.GOOD_TILL_CANCELLED,
                OrderOrigin.TICKET,
                ""));
        CommandKey key = new CommandKey("buy" + number + "-" + System.nanoTime());
        return client.submit(key, order).toCompletableFuture().join() instanceof Answer.Done;
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime())
                    .as("not within %d s", PATIENCE_SECONDS)
                    .isLessThan(end);
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private void export() {
        String desk = "live/binance-BTC-USDT@main";
        String file = data.resolve("bars.csv").toString();
        sextant("export", "--symbol", "BTC-USDT", "--timeframe", "1s", "--desk", desk, "--out", file);
        sextant("journal", "verify", "--desk", desk);
        sextant("journal", "show", "--order", "1", "--desk", desk);
        sextant("state");
    }

    private void sextant(String... arguments) {
        String[] all = Stream.concat(Stream.of("--data", data.toString()), Stream.of(arguments))
                .toArray(String[]::new);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream both = new PrintStream(out, true, StandardCharsets.UTF_8);
        SextantCommand.execute(all, both, both);
        said.add(out.toString(StandardCharsets.UTF_8));
    }

    /** The program itself, with the passphrase on its standard input, ended by a signal that makes the machine write its error file. */
    private void crash(LiveStandIn venue) throws Exception {
        Path errorFile = data.resolve("hs_err.log");
        Life life = Life.begin(
                LifeImage.plain(),
                Launcher.class,
                List.of("-XX:ErrorFile=" + errorFile, "-XX:-CreateCoredumpOnCrash"),
                List.of(
                        "--data",
                        data.toString(),
                        "run",
                        "--headless",
                        "--feed",
                        "binance",
                        "--symbols",
                        "BTC-USDT",
                        "--account",
                        "main",
                        "--feed-requests-at",
                        venue.http(),
                        "--feed-streams-at",
                        venue.webSocket(),
                        "--account-stream-at",
                        venue.webSocket() + "/ws-api/v3"));
        life.say(PASSPHRASE);
        await(() -> life.lines().stream().anyMatch(line -> line.contains("LIVE")) || !life.isAlive());
        assertThat(life.isAlive()).as(life.transcript()).isTrue();
        life.crash();
        said.add(life.transcript());
        assertThat(errorFile).isNotEmptyFile();
    }

    /** In plain, hexadecimal, base 64 and in two bytes a character; in what was said, and in every file there is. */
    private void assertNothingTells() throws IOException {
        for (String canary : List.of(KEY, SECRET, PASSPHRASE)) {
            byte[] bytes = canary.getBytes(StandardCharsets.UTF_8);
            String[] forms = {
                canary,
                HexFormat.of().formatHex(bytes),
                Base64.getEncoder().encodeToString(bytes),
                new String(canary.getBytes(StandardCharsets.UTF_16BE), StandardCharsets.ISO_8859_1),
                new String(canary.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1)
            };
            assertThat(String.join("\n", said)).doesNotContain(forms);
            try (Stream<Path> files = Files.walk(data)) {
                List<Path> all = files.filter(Files::isRegularFile).toList();
                assertThat(all).hasSizeGreaterThan(5);
                for (Path file : all) {
                    assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                            .as(file.toString())
                            .doesNotContain(forms);
                }
            }
        }
    }
}
