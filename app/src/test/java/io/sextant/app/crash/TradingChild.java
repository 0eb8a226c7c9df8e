package io.sextant.app.crash;

import io.sextant.app.session.DeskOptions;
import io.sextant.app.session.DeskSession;
import io.sextant.domain.command.CancelAllOrders;
import io.sextant.domain.command.CancelScope;
import io.sextant.domain.command.ChangeSetting;
import io.sextant.domain.command.Command;
import io.sextant.domain.command.CommandKey;
import io.sextant.domain.command.PlaceOrder;
import io.sextant.domain.event.OrderChanged;
import io.sextant.domain.instrument.InstrumentId;
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
import io.sextant.domain.request.EngineClient;
import io.sextant.domain.request.MarketState;
import io.sextant.domain.request.Query;
import io.sextant.domain.request.Topic;
import io.sextant.domain.session.DeskMending;
import io.sextant.domain.time.SeededRandom;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * A desk that trades until it is killed. Lines on standard output: {@code SENT key} before an order is submitted, {@code ACK key order}
 * for every acknowledged order,
 * {@code LOST ...} or {@code DOUBLED ...} when a promise of an earlier life was broken, {@code READY} after looking.
 */
final class TradingChild {

    private static final InstrumentId BTC = InstrumentId.of("BTC-USDT");
    private static final int IN_FLIGHT = 64;

    private final EngineClient client;
    private final PrintStream out;

    private TradingChild(EngineClient client, PrintStream out) {
        this.client = client;
        this.out = out;
    }

    /** Arguments: kind of desk, data folder, file with the acknowledgements of earlier lives, number of this life. */
    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[1]);
        EngineClient client = args[0].equals("engine") ? BareEngine.open(folder) : desk(folder);
        TradingChild child = new TradingChild(client, System.out);
        child.checkPromises(Files.readAllLines(Path.of(args[2])), Integer.parseInt(args[3]));
        child.trade(Integer.parseInt(args[3]));
    }

    private static EngineClient desk(Path folder) {
        DeskOptions options = new DeskOptions(
                Optional.of(folder),
                Optional.of(5L),
                Optional.empty(),
                Optional.empty(),
                Optional.of(50.0),
                DeskMending.NOTHING);
        return DeskSession.open(options, what -> {}).client();
    }

    /**
     * {@code promised} holds what earlier lives wrote: {@code SENT key}, and {@code ACK key order} once it was answered. What was
     * sent but not answered by the life before is sent again, as a client would that lost its connection: it must not become a
     * second order. Every order carries its key as its reason, so that a key with two orders is seen.
     */
    private void checkPromises(List<String> promised, int life) throws Exception {
        Map<String, Long> acknowledged = new LinkedHashMap<>();
        Set<String> open = new LinkedHashSet<>();
        for (String line : promised) {
            String[] words = line.split(" ");
            if (words[0].equals("ACK")) {
                acknowledged.put(words[1], Long.parseLong(words[2]));
            } else if (words[1].startsWith("life" + (life - 1) + "-")) {
                open.add(words[1]);
            }
        }
        open.removeAll(acknowledged.keySet());
        for (String key : open) {
            if (again(key) instanceof Answer.Done(long position, Optional<OrderId> order) && order.isPresent()) {
                tell("ACK " + key + " " + order.get().value());
            }
        }
        if (!acknowledged.isEmpty()) {
            Map.Entry<String, Long> newest =
                    List.copyOf(acknowledged.entrySet()).getLast();
            Answer answer = again(newest.getKey());
            boolean same = answer instanceof Answer.Done done
                    && done.order().map(OrderId::value).orElse(0L).equals(newest.getValue());
            if (!same) {
                tell("DOUBLED " + newest + " was answered with " + answer + " the second time");
            }
        }
        Openings openings = readOpenings();
        openings.doubled().forEach(order -> tell("DOUBLED " + order));
        acknowledged.forEach((key, order) -> {
            if (!openings.orders().contains(new OrderId(order))) {
                tell("LOST " + key + " " + order);
            }
        });
        tell("READY");
    }

    private Answer again(String key) throws Exception {
        return client.submit(new CommandKey(key), buy(Price.of(1, 0), key))
                .toCompletableFuture()
                .get(120, TimeUnit.SECONDS);
    }

    /** The orders in the journal, and those of them that were opened twice or for a key that had one. */
    private record Openings(Set<OrderId> orders, Set<String> keys, Set<String> doubled) {

        static Openings none() {
            return new Openings(
                    ConcurrentHashMap.newKeySet(), ConcurrentHashMap.newKeySet(), ConcurrentHashMap.newKeySet());
        }

        void note(Order order) {
            String key = order.terms().reason();
            if (!orders.add(order.id()) || !keys.add(key)) {
                doubled.add("order " + order.id() + " for " + key);
            }
        }
    }

    private Openings readOpenings() throws Exception {
        Openings openings = Openings.none();
        CountDownLatch caughtUp = new CountDownLatch(1);
        long until = get(new Query.Desk()).health().journalDurablePosition();
        client.subscribe(new Topic.Events(0), event -> {
            if (event instanceof OrderChanged changed
                    && changed.from() == OrderState.SUBMITTED
                    && changed.order().state() == OrderState.SUBMITTED) {
                openings.note(changed.order());
            }
            if (event.position() > until) {
                caughtUp.countDown();
            }
        });
        client.submit(new CommandKey("set-" + until), new ChangeSetting("test.mark", "" + until));
        if (!caughtUp.await(120, TimeUnit.SECONDS)) {
            tell("LOST the facts did not come");
        }
        return openings;
    }

    private void tell(String line) {
        synchronized (out) {
            out.println(line);
            out.flush();
        }
    }

    private void trade(int life) throws Exception {
        SeededRandom random = SeededRandom.stream(life, 17);
        Semaphore flying = new Semaphore(IN_FLIGHT);
        Set<String> told = ConcurrentHashMap.newKeySet();
        for (long n = 0; ; n++) {
            MarketState market = get(new Query.Market(BTC));
            if (market.last().isEmpty()) {
                continue;
            }
            flying.acquire();
            String key = "life" + life + "-" + n;
            Command command = n % 40 == 39 ? new CancelAllOrders(CancelScope.EVERYTHING) : order(market, random, key);
            if (command instanceof PlaceOrder) {
                tell("SENT " + key);
            }
            client.submit(new CommandKey(key), command).whenComplete((answer, failure) -> {
                if (answer instanceof Answer.Done(long position, Optional<OrderId> order)
                        && order.isPresent()
                        && told.add(key)) {
                    tell("ACK " + key + " " + order.get().value());
                }
                flying.release();
            });
        }
    }

    private static PlaceOrder order(MarketState market, SeededRandom random, String key) {
        Price last = market.last().orElseThrow();
        if (random.nextInt(3) == 0) {
            Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
            return new PlaceOrder(new OrderDraft(
                    BTC,
                    side,
                    OrderType.market(),
                    Quantity.parse("0.001"),
                    TimeInForce.IMMEDIATE_OR_CANCEL,
                    OrderOrigin.COMMAND_LINE,
                    key));
        }
        long whole = (long) (last.toDouble() * (0.97 + random.nextDouble() * 0.02));
        return buy(Price.of(whole, 0), key);
    }

    private static PlaceOrder buy(Price limit, String key) {
        return new PlaceOrder(new OrderDraft(
                BTC,
                Side.BUY,
                OrderType.limit(limit),
                Quantity.parse("0.001"),
                TimeInForce.GOOD_TILL_CANCELLED,
                OrderOrigin.COMMAND_LINE,
                key));
    }

    private <R> R get(Query<R> query) throws Exception {
        return client.ask(query).toCompletableFuture().get(120, TimeUnit.SECONDS);
    }
}
