package io.sextant.app.crash;

import io.sextant.app.session.DeskOptions;
import io.sextant.app.session.DeskSession;
import io.sextant.domain.command.CancelAllOrders;
import io.sextant.domain.command.CancelScope;
import io.sextant.domain.command.ChangeSetting;
import io.sextant.domain.command.Command;
import io.sextant.domain.command.CommandKey;
import io.sextant.domain.command.PlaceOrder;
import io.sextant.domain.event.Event;
import io.sextant.domain.event.OrderChanged;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.Side;
import io.sextant.domain.money.Price;
import io.sextant.domain.money.Quantity;
import io.sextant.domain.order.OrderDraft;
import io.sextant.domain.order.OrderId;
import io.sextant.domain.order.OrderOrigin;
import io.sextant.domain.order.OrderState;
import io.sextant.domain.request.Answer;
import io.sextant.domain.request.DeskState;
import io.sextant.domain.request.EngineClient;
import io.sextant.domain.request.MarketState;
import io.sextant.domain.request.Query;
import io.sextant.domain.request.Topic;
import io.sextant.domain.time.SeededRandom;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * A desk that trades until it is killed. Lines on standard output: {@code ACK key order} for every acknowledged order,
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
        child.checkPromises(Files.readAllLines(Path.of(args[2])));
        child.trade(Integer.parseInt(args[3]));
    }

    private static EngineClient desk(Path folder) {
        DeskOptions options =
                new DeskOptions(Optional.of(folder), Optional.of(5L), Optional.empty(), Optional.of(50.0), false);
        return DeskSession.open(options, what -> {}).client();
    }

    private void checkPromises(List<String> acknowledged) throws Exception {
        Set<OrderId> opened = Collections.synchronizedSet(new HashSet<>());
        Set<OrderId> doubled = Collections.synchronizedSet(new HashSet<>());
        DeskState desk = get(new Query.Desk());
        CountDownLatch caughtUp = new CountDownLatch(1);
        long until = desk.health().journalDurablePosition();
        CommandKey mark = new CommandKey("mark-" + until);
        client.subscribe(new Topic.Events(0), event -> note(event, opened, doubled, until, caughtUp));
        client.submit(mark, new CancelAllOrders(new CancelScope.OneInstrument(BTC)));
        client.submit(new CommandKey("set-" + until), new ChangeSetting("test.mark", "" + until));
        if (!caughtUp.await(60, TimeUnit.SECONDS)) {
            out.println("LOST the facts did not come");
        }
        doubled.forEach(order -> out.println("DOUBLED order " + order + " was opened twice"));
        for (String line : acknowledged) {
            String[] words = line.split(" ");
            OrderId order = new OrderId(Long.parseLong(words[2]));
            if (!opened.contains(order)) {
                out.println("LOST " + line);
            }
        }
        String newest = acknowledged.isEmpty() ? "" : acknowledged.getLast();
        if (!newest.isEmpty()) {
            String[] words = newest.split(" ");
            Answer again = client.submit(new CommandKey(words[1]), buy(Price.of(1, 0)))
                    .toCompletableFuture()
                    .get(60, TimeUnit.SECONDS);
            boolean same = again instanceof Answer.Done done
                    && done.order().map(OrderId::value).orElse(0L) == Long.parseLong(words[2]);
            if (!same) {
                out.println("DOUBLED " + newest + " was answered with " + again + " the second time");
            }
        }
        out.println("READY");
        out.flush();
    }

    private static void note(
            Event event, Set<OrderId> opened, Set<OrderId> doubled, long until, CountDownLatch caughtUp) {
        if (event instanceof OrderChanged changed
                && changed.from() == OrderState.SUBMITTED
                && changed.order().state() == OrderState.SUBMITTED
                && !opened.add(changed.order().id())) {
            doubled.add(changed.order().id());
        }
        if (event.position() > until) {
            caughtUp.countDown();
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
            Command command = n % 40 == 39 ? new CancelAllOrders(CancelScope.EVERYTHING) : order(market, random);
            client.submit(new CommandKey(key), command).whenComplete((answer, failure) -> {
                if (answer instanceof Answer.Done(long position, Optional<OrderId> order)
                        && order.isPresent()
                        && told.add(key)) {
                    synchronized (out) {
                        out.println("ACK " + key + " " + order.get().value());
                        out.flush();
                    }
                }
                flying.release();
            });
        }
    }

    private static PlaceOrder order(MarketState market, SeededRandom random) {
        Price last = market.last().orElseThrow();
        if (random.nextInt(3) == 0) {
            Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
            return new PlaceOrder(OrderDraft.market(BTC, side, Quantity.parse("0.001"), OrderOrigin.COMMAND_LINE));
        }
        long whole = (long) (last.toDouble() * (0.97 + random.nextDouble() * 0.02));
        return buy(Price.of(whole, 0));
    }

    private static PlaceOrder buy(Price limit) {
        return new PlaceOrder(
                OrderDraft.limit(BTC, Side.BUY, Quantity.parse("0.001"), limit, OrderOrigin.COMMAND_LINE));
    }

    private <R> R get(Query<R> query) throws Exception {
        return client.ask(query).toCompletableFuture().get(60, TimeUnit.SECONDS);
    }
}
