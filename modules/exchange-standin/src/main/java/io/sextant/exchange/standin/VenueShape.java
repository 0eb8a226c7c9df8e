package io.sextant.exchange.standin;

import io.sextant.exchange.standin.market.MarketTruth;
import io.sextant.exchange.standin.market.MarketUpdate;
import io.sextant.exchange.standin.wire.HttpAnswer;
import io.sextant.exchange.standin.wire.HttpRequest;
import java.util.List;

/** How a venue puts its truth into JSON: answers to requests, and messages of streams. Stateless about its readers. */
public interface VenueShape {

    /** What the venue answers on a good day. */
    HttpAnswer answer(HttpRequest request, Markets markets);

    /** Channels that a stream has from the start, by the request that opened it. */
    List<String> channelsOf(HttpRequest request);

    /** What a reader's message asks for, and what it gets back at once. */
    Said hear(String message, Markets markets);

    /** The messages of an update for one channel; empty when the channel is about something else. */
    List<String> messages(String channel, MarketTruth market, MarketUpdate update);

    /** The message with its number among those of one connection, for a venue that counts them. */
    default String numbered(String message, long number) {
        return message;
    }

    /** What a venue says once a second on a quiet stream; empty for a venue that says nothing. */
    List<String> heartbeats();

    /** Markets and the venue's own time. */
    interface Markets {

        List<MarketTruth> all();

        long venueNanos();
    }

    /** Newly subscribed channels, those that are not wanted any more, and immediate answers. */
    record Said(List<String> channels, List<String> gone, List<String> answers) {

        static final Said NOTHING = new Said(List.of(), List.of(), List.of());

        public Said {
            channels = List.copyOf(channels);
            gone = List.copyOf(gone);
            answers = List.copyOf(answers);
        }
    }
}
