package io.sextant.benchmarks.order;

import exchange.core2.collections.objpool.ObjectsPool;
import exchange.core2.core.common.CoreSymbolSpecification;
import exchange.core2.core.common.MatcherEventType;
import exchange.core2.core.common.MatcherTradeEvent;
import exchange.core2.core.common.OrderAction;
import exchange.core2.core.common.OrderType;
import exchange.core2.core.common.SymbolType;
import exchange.core2.core.common.cmd.CommandResultCode;
import exchange.core2.core.common.cmd.OrderCommand;
import exchange.core2.core.common.config.LoggingConfiguration;
import exchange.core2.core.orderbook.IOrderBook;
import exchange.core2.core.orderbook.OrderBookDirectImpl;
import exchange.core2.core.orderbook.OrderBookEventsHelper;
import io.sextant.domain.market.Side;
import org.HdrHistogram.Histogram;

/** The order book of exchange-core on one thread, without its ring buffers and its risk engine. */
final class PeerBook {

    private static final long OURS = 1;
    private static final long THEIRS = 2;

    private final IOrderBook book = new OrderBookDirectImpl(
            CoreSymbolSpecification.builder()
                    .symbolId(1)
                    .type(SymbolType.CURRENCY_EXCHANGE_PAIR)
                    .baseCurrency(2)
                    .quoteCurrency(3)
                    .baseScaleK(1)
                    .quoteScaleK(1)
                    .build(),
            ObjectsPool.createDefaultTestPool(),
            new OrderBookEventsHelper(MatcherTradeEvent::new),
            LoggingConfiguration.DEFAULT);
    private long fills;

    long run(OrderStream stream, Histogram nanos) {
        for (int i = 0; i < stream.size; i++) {
            Side side = stream.sides[i];
            long ticks = stream.ticks[i];
            long lots = stream.lots[i];
            if (stream.takes[i]) {
                send(command(OrderType.GTC, 2L * i + 1, THEIRS, ticks, lots, side.opposite()));
            }
            long begun = System.nanoTime();
            send(command(stream.takes[i] ? OrderType.IOC : OrderType.GTC, 2L * i + 2, OURS, ticks, lots, side));
            if (!stream.takes[i]) {
                OrderCommand cancel = OrderCommand.cancel(2L * i + 2, OURS);
                send(cancel);
            }
            nanos.recordValue(System.nanoTime() - begun);
        }
        return fills;
    }

    private void send(OrderCommand command) {
        CommandResultCode code = IOrderBook.processCommand(book, command);
        if (code != CommandResultCode.SUCCESS) {
            throw new IllegalStateException(command + ": " + code);
        }
        for (MatcherTradeEvent event = command.matcherEvent; event != null; event = event.nextEvent) {
            fills += event.eventType == MatcherEventType.TRADE ? 1 : 0;
        }
    }

    private static OrderCommand command(OrderType type, long id, long uid, long ticks, long lots, Side side) {
        return OrderCommand.newOrder(
                type, id, uid, ticks, ticks, lots, side == Side.BUY ? OrderAction.BID : OrderAction.ASK);
    }
}
