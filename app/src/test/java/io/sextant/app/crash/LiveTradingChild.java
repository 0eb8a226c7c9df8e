package io.sextant.app.crash;

import io.sextant.app.session.DeskSession;
import io.sextant.app.testing.LiveStandIn;
import io.sextant.domain.command.AmendOrder;
import io.sextant.domain.command.CancelOrder;
import io.sextant.domain.command.ChangeSetting;
import io.sextant.domain.command.Command;
import io.sextant.domain.command.CommandKey;
import io.sextant.domain.command.PlaceOrder;
import io.sextant.domain.event.OrderChanged;
import io.sextant.domain.event.VenueChecked;
import io.sextant.domain.market.Side;
import io.sextant.domain.money.Price;
import io.sextant.domain.money.Quantity;
import io.sextant.domain.order.Order;
import io.sextant.domain.order.OrderDraft;
import io.sextant.domain.order.OrderId;
import io.sextant.domain.order.OrderOrigin;
import io.sextant.domain.order.OrderState;
import io.sextant.domain.order.OrderType;
import io.sextant.domain.order.TimeInForce;
import io.sextant.domain.request.Answer;
import io.sextant.domain.request.DeskState;
import io.sextant.domain.request.EngineClient;
import io.sextant.domain.request.MarketState;
import io.sextant.domain.request.Query;
import io.sextant.domain.request.Topic;
import io.sextant.domain.time.SeededRandom;
import io.sextant.domain.vault.KeyEntry;
import io.sextant.domain.vault.Secret;
import io.sextant.domain.vault.VenueAccount;
import io.sextant.domain.vault.VenueKey;
import io.sextant.domain.vault.VenueKeys;
import io.sextant.domain.vault.VenueNet;
import io.sextant.domain.vault.WithdrawalRight;
import io.sextant.domain.venue.VenueTrust;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A desk with an account at the stand-in that is killed. When its books agree and nothing is under way it says {@code KNOWN order} for each
 * order of its journal, {@code OPEN order lots} for each that works, {@code CASH amount}, {@code HELD amount} and {@code READY}; after a line on
 * standard input it trades, says {@code ACK order}, and {@code AT state} when an order reached the state in which it is to die.
 */
final class LiveTradingChild {

    private static final VenueKeys KEYS = new VenueKeys() {
        @Override
        public List<KeyEntry> list() {
            return List.of();
        }

        @Override
        public Optional<VenueKey> find(VenueAccount account) {
            return Optional.of(new VenueKey(
                    account,
                    VenueNet.TESTNET,
                    Secret.of("key"),
                    Secret.of("secret"),
                    Secret.empty(),
                    WithdrawalRight.NOT_TOLD));
        }
    };

    private final EngineClient client;
    private final PrintStream out = System.out;
    private final Map<OrderId, OrderState> known = new ConcurrentHashMap<>();
    private final AtomicReference<VenueTrust> trust = new AtomicReference<>(VenueTrust.CHECKING);
    private final CountDownLatch caughtUp = new CountDownLatch(1);
    private final OrderState deadly;
    private volatile boolean trading;

    private LiveTradingChild(EngineClient client, OrderState deadly) {
        this.client = client;
        this.deadly = deadly;
    }

    /** Arguments: data folder, where the stand-in answers and streams, the state to die in, number of this life. */
    public static void main(String[] args) throws Exception {
        DeskSession session = DeskSession.open(
                LiveStandIn.options(Path.of(args[0]), VenueNet.TESTNET, KEYS, Optional.empty(), args[1], args[2]),
                what -> {});
        LiveTradingChild child = new LiveTradingChild(session.client(), OrderState.valueOf(args[3]));
        child.settle();
        if (System.in.read() >= 0) {
            child.trade(Long.parseLong(args[4]));
        }
    }

    /** The facts of earlier lives come first and say that the books agreed then: only what comes after them counts. */
    private void settle() throws Exception {
        long past = desk().health().journalDurablePosition();
        client.subscribe(new Topic.Events(0), event -> {
            if (event instanceof OrderChanged changed) {
                known.put(changed.order().id(), changed.order().state());
                if (trading && changed.order().state() == deadly) {
                    tell("AT " + deadly);
                }
            } else if (event instanceof VenueChecked checked) {
                trust.set(checked.trust());
            }
            if (event.position() > past) {
                caughtUp.countDown();
            }
        });
        client.submit(new CommandKey("past-" + past), new ChangeSetting("test.mark", "" + past));
        caughtUp.await();
        DeskState desk = desk();
        while (trust.get() != VenueTrust.AGREED || desk.workingOrders().stream().anyMatch(LiveTradingChild::isMoving)) {
            TimeUnit.MILLISECONDS.sleep(50);
            desk = desk();
        }
        known.keySet().forEach(order -> tell("KNOWN " + order.value()));
        for (Order order : desk.workingOrders()) {
            tell("OPEN " + order.id().value() + " " + order.remaining());
        }
        desk.account().cash().forEach(cash -> tell("CASH " + cash));
        desk.positions().forEach(position -> tell("HELD " + position.signedText()));
        tell("READY");
    }

    private static boolean isMoving(Order order) {
        return switch (order.state()) {
            case SUBMITTED, CANCEL_PENDING, AMEND_PENDING, UNKNOWN -> true;
            case WAITING, ACCEPTED, PARTLY_FILLED, FILLED, CANCELLED, REJECTED, EXPIRED -> false;
        };
    }

    private void tell(String line) {
        synchronized (out) {
            out.println(line);
            out.flush();
        }
    }

    private void trade(long life) throws Exception {
        trading = true;
        SeededRandom random = SeededRandom.stream(life, 29);
        for (long n = 0; ; n++) {
            List<Order> working = desk().workingOrders();
            int what = random.nextInt(10);
            Optional<Price> last = market().last();
            if (last.isPresent()) {
                Command command = working.isEmpty() || (what < 5 && working.size() < 8)
                        ? new PlaceOrder(draft(last.get(), random))
                        : change(working.get(random.nextInt(working.size())), last.get(), what, random);
                Answer answer = client.submit(new CommandKey("life" + life + "-" + n), command)
                        .toCompletableFuture()
                        .get(120, TimeUnit.SECONDS);
                if (answer instanceof Answer.Done(long position, Optional<OrderId> order) && order.isPresent()) {
                    tell("ACK " + order.get().value());
                }
            }
            TimeUnit.MILLISECONDS.sleep(random.nextInt(40));
        }
    }

    private static Command change(Order order, Price last, int what, SeededRandom random) {
        return what < 8
                ? new CancelOrder(order.id())
                : new AmendOrder(
                        order.id(), quantity(random), price(order.terms().side(), last, random));
    }

    private static OrderDraft draft(Price last, SeededRandom random) {
        Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
        return new OrderDraft(
                LiveStandIn.BTC,
                side,
                OrderType.limit(price(side, last, random)),
                quantity(random),
                TimeInForce.GOOD_TILL_CANCELLED,
                OrderOrigin.COMMAND_LINE,
                "");
    }

    private static Quantity quantity(SeededRandom random) {
        return Quantity.parse("0.00" + (100 + random.nextInt(800)));
    }

    /** Mostly away from the market, so that orders rest; sometimes across it. */
    private static Price price(Side side, Price last, SeededRandom random) {
        double away = side.sign() * (random.nextInt(12) - 10) * 0.0002;
        return Price.of(Math.round(last.toDouble() * (1 + away)), 0);
    }

    private DeskState desk() throws Exception {
        return client.ask(new Query.Desk()).toCompletableFuture().get(120, TimeUnit.SECONDS);
    }

    private MarketState market() throws Exception {
        return client.ask(new Query.Market(LiveStandIn.BTC))
                .toCompletableFuture()
                .get(120, TimeUnit.SECONDS);
    }
}
