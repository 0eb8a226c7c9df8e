package io.sextant.app.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.app.testing.LiveStandIn;
import io.sextant.app.testing.MemoryKeyring;
import io.sextant.app.vault.LocalKeyDesk;
import io.sextant.domain.backtest.BacktestSetup;
import io.sextant.domain.command.Command;
import io.sextant.domain.command.CommandKey;
import io.sextant.domain.command.EngageKillSwitch;
import io.sextant.domain.command.HostStrategy;
import io.sextant.domain.command.RealMoney;
import io.sextant.domain.command.SteerStrategy;
import io.sextant.domain.hosting.HostPhase;
import io.sextant.domain.hosting.HostSteering;
import io.sextant.domain.hosting.HostedStage;
import io.sextant.domain.hosting.HostedStrategy;
import io.sextant.domain.hosting.HostingLimits;
import io.sextant.domain.hosting.HostingTerms;
import io.sextant.domain.hosting.StageCause;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.money.Currency;
import io.sextant.domain.money.Money;
import io.sextant.domain.order.RefusalCode;
import io.sextant.domain.request.Answer;
import io.sextant.domain.request.Query;
import io.sextant.domain.time.SystemClock;
import io.sextant.domain.vault.KeyVerdict;
import io.sextant.domain.vault.Secret;
import io.sextant.domain.vault.VenueKey;
import io.sextant.domain.vault.VenueNet;
import io.sextant.domain.vault.WithdrawalRight;
import io.sextant.exchange.VenueKeyInspector;
import io.sextant.exchange.standin.fault.FaultPlan;
import io.sextant.store.vault.QuickVault;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A strategy with real money, on a desk with an account at an exchange on this machine: armed or not at all, and never by itself. */
class LiveStrategyTest {

    /** Long with a tenth of it from the first bars on. */
    private static final String HOLDS = """
            name: holds-some
            about: Buys and never sells.
            long:
              enter:
                - close > sma:3
              exit:
                - close < 1
            size: 10%
            """;

    @TempDir
    Path folder;

    private final LiveStandIn venue = new LiveStandIn("a-key-of-binance", "its-secret", FaultPlan.none());
    private LocalKeyDesk vault;
    private int keys;

    @BeforeEach
    void makeAVaultAndAStrategy() throws Exception {
        vault = new LocalKeyDesk(
                folder.resolve("keys.vault"),
                Optional.of(new MemoryKeyring()),
                new VenueKeyInspector(new SystemClock(), Optional.of(venue.http())),
                new SystemClock());
        QuickVault.create(folder.resolve("keys.vault"), Secret.of("correct horse battery"));
        vault.unlock(Secret.of("correct horse battery"));
        assertThat(vault.add(new VenueKey(
                        LiveStandIn.MAIN,
                        VenueNet.LIVE,
                        Secret.of("a-key-of-binance"),
                        Secret.of("its-secret"),
                        Secret.empty(),
                        WithdrawalRight.NOT_TOLD)))
                .isInstanceOf(KeyVerdict.Valid.class);
        Files.createDirectories(folder.resolve("strategies"));
        Files.writeString(folder.resolve("strategies").resolve("some.yaml"), HOLDS);
        venue.filling(true);
    }

    @AfterEach
    void close() {
        vault.close();
        venue.close();
    }

    private DeskSession open() {
        return DeskSession.open(venue.options(folder, VenueNet.LIVE, vault, Optional.of("main")), what -> {});
    }

    private static HostingTerms terms(String capital) {
        return new HostingTerms(
                "some",
                "some.yaml",
                Map.of(),
                List.of(LiveStandIn.BTC),
                Timeframe.S1,
                usdt(capital),
                new HostingLimits(usdt("9000"), usdt("5000"), 60, 100),
                new BacktestSetup.Costs(10, 2, 1));
    }

    private static Money usdt(String amount) {
        return Money.parse(amount, Currency.USDT);
    }

    private Answer submit(DeskSession session, Command command) throws Exception {
        return session.client()
                .submit(new CommandKey("live-strategy-" + keys++ + "-" + System.nanoTime()), command)
                .toCompletableFuture()
                .get(60, TimeUnit.SECONDS);
    }

    private void done(DeskSession session, Command command) throws Exception {
        assertThat(submit(session, command)).isInstanceOf(Answer.Done.class);
    }

    private Answer start(DeskSession session, HostSteering how) throws Exception {
        return submit(session, SteerStrategy.asked("some", how, ""));
    }

    private void refusedAsNotArmed(DeskSession session) throws Exception {
        assertThat(start(session, HostSteering.START))
                .isInstanceOfSatisfying(
                        Answer.Refused.class,
                        no -> assertThat(no.refusal().code()).isEqualTo(RefusalCode.STRATEGY_REAL_MONEY));
    }

    /** Whoever starts it before the line stands finds it paused, and says so again. */
    private void startedWhenTheLineStands(DeskSession session) {
        await("it to trade", () -> {
            HostedStrategy one = see(session);
            if (one.stage() != HostedStage.RUNNING) {
                try {
                    done(session, RealMoney.arm(terms("20000"), account(session)));
                    start(session, HostSteering.RESUME);
                } catch (Exception e) {
                    throw new AssertionError(e);
                }
            }
            return one.phase() == HostPhase.TRADING;
        });
    }

    private static HostedStrategy see(DeskSession session) {
        return session.client()
                .ask(new Query.HostedStrategies())
                .toCompletableFuture()
                .join()
                .strategies()
                .getFirst();
    }

    private static String account(DeskSession session) {
        return session.client()
                .ask(new Query.Gate())
                .toCompletableFuture()
                .join()
                .accountName();
    }

    private static void await(String what, BooleanSupplier holds) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(90);
        while (!holds.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited for " + what).isLessThan(deadline);
            LockSupport.parkNanos(2_000_000);
        }
    }

    private static void await(DeskSession session, String what, Predicate<HostedStrategy> holds) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(90);
        while (!holds.test(see(session))) {
            assertThat(System.nanoTime())
                    .as("waited for " + what + " of " + see(session))
                    .isLessThan(deadline);
            LockSupport.parkNanos(2_000_000);
        }
    }

    private static double held(HostedStrategy one) {
        return one.positions().stream().mapToDouble(each -> each.units()).sum();
    }

    private int ordersAtTheVenue() {
        return venue.locked(() -> venue.account().orders().size());
    }

    private BigDecimal coinsAtTheVenue() {
        return venue.locked(() -> venue.account().balances().get("BTC"));
    }

    @Test
    void tradesOnlyWhenArmedAsItIsAgreedStopsWithTheKillSwitchAndAsksAgainAfterARestart() throws Exception {
        BigDecimal coinsBefore = coinsAtTheVenue();
        try (DeskSession session = open()) {
            done(session, new HostStrategy(terms("20000")));
            refusedAsNotArmed(session);
            done(session, RealMoney.arm(terms("20000"), "somebody else's"));
            refusedAsNotArmed(session);
            done(session, RealMoney.arm(terms("10000"), account(session)));
            refusedAsNotArmed(session);
            assertThat(see(session).isArmed()).isFalse();
            assertThat(ordersAtTheVenue()).isZero();

            done(session, RealMoney.arm(terms("20000"), account(session)));
            assertThat(see(session).isArmed()).isTrue();
            startedWhenTheLineStands(session);
            await(session, "a position", one -> held(one) > 0);
            await("the venue's coins", () -> coinsAtTheVenue().compareTo(coinsBefore) > 0);
            assertThat(see(session).fills().getFirst().reason()).startsWith("some: ");

            done(session, new EngageKillSwitch("enough"));
            await(session, "the pause", one -> one.stage() == HostedStage.PAUSED);
            assertThat(see(session).cause()).isEqualTo(StageCause.KILL_SWITCH);
            refusedAsNotArmed(session);
            done(session, RealMoney.arm(terms("20000"), account(session)));
            assertThat(start(session, HostSteering.RESUME))
                    .isInstanceOfSatisfying(
                            Answer.Refused.class,
                            no -> assertThat(no.refusal().code()).isEqualTo(RefusalCode.KILL_SWITCH));
        }
    }

    @Test
    void aRestartPausesItUntilAPersonSaysSoAndALostLineAndDisarmingDoToo() throws Exception {
        double before;
        try (DeskSession session = open()) {
            done(session, new HostStrategy(terms("20000")));
            done(session, RealMoney.arm(terms("20000"), account(session)));
            startedWhenTheLineStands(session);
            await(
                    session,
                    "a position",
                    one -> held(one) > 0 && one.positions().getFirst().workingUnits() == 0);
            before = held(see(session));
        }
        try (DeskSession session = open()) {
            await(session, "the pause", one -> one.stage() == HostedStage.PAUSED);
            assertThat(see(session).cause())
                    .as("the line of a desk that was just opened does not stand yet")
                    .isIn(StageCause.RESTARTED, StageCause.LINK_LOST);
            assertThat(see(session).phase()).isEqualTo(HostPhase.IDLE);
            assertThat(see(session).isArmed()).as("each yes is for one stretch").isFalse();
            refusedAsNotArmed(session);
            assertThat(held(see(session))).isEqualTo(before);

            startedWhenTheLineStands(session);

            venue.closeBooks(true);
            venue.cutStreams();
            await(session, "the lost line", one -> one.stage() == HostedStage.PAUSED);
            assertThat(see(session).cause()).isEqualTo(StageCause.LINK_LOST);
            venue.closeBooks(false);
            refusedAsNotArmed(session);
            startedWhenTheLineStands(session);

            done(session, RealMoney.disarm("some"));
            await(session, "disarmed", one -> one.stage() == HostedStage.PAUSED);
            assertThat(see(session).isArmed()).isFalse();
            assertThat(start(session, HostSteering.RESUME)).isInstanceOf(Answer.Refused.class);
        }
    }
}
