package io.sextant.exchange;

import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.time.Clock;
import io.sextant.domain.vault.Secret;
import io.sextant.domain.vault.VenueKey;
import io.sextant.domain.vault.VenueNet;
import io.sextant.exchange.binance.BinanceConnector;
import io.sextant.exchange.binance.BinanceTrading;
import io.sextant.exchange.bybit.BybitConnector;
import io.sextant.exchange.bybit.BybitTrading;
import io.sextant.exchange.coinbase.CoinbaseConnector;
import io.sextant.exchange.coinbase.CoinbaseTrading;
import io.sextant.exchange.http.HushedWire;
import io.sextant.exchange.http.JdkWire;
import io.sextant.exchange.http.PrivateWire;
import io.sextant.exchange.kraken.KrakenConnector;
import io.sextant.exchange.kraken.KrakenTrading;
import io.sextant.exchange.port.TradingConnector;
import io.sextant.exchange.port.VenueConnector;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The venues whose market can be followed. */
public enum LiveVenue {
    BINANCE,
    KRAKEN,
    BYBIT,
    COINBASE;

    /** As people write it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Its proper name. */
    public String title() {
        return label().substring(0, 1).toUpperCase(Locale.ROOT) + label().substring(1);
    }

    /** What most people want to see of it first. */
    public List<InstrumentId> usualSymbols() {
        return switch (this) {
            case BINANCE, BYBIT -> List.of(InstrumentId.of("BTC-USDT"), InstrumentId.of("ETH-USDT"));
            case KRAKEN, COINBASE -> List.of(InstrumentId.of("BTC-USD"), InstrumentId.of("ETH-USD"));
        };
    }

    public static Optional<LiveVenue> find(String label) {
        return Arrays.stream(values())
                .filter(venue -> venue.label().equals(label))
                .findFirst();
    }

    /** All labels, for people. */
    public static String labels() {
        return Arrays.stream(values()).map(LiveVenue::label).collect(Collectors.joining(", "));
    }

    /** Where the venue usually is. */
    public VenueAddresses usualAddresses() {
        return switch (this) {
            case BINANCE -> new VenueAddresses(BinanceConnector.REQUESTS, BinanceConnector.STREAMS);
            case KRAKEN -> new VenueAddresses(KrakenConnector.REQUESTS, KrakenConnector.STREAMS);
            case BYBIT -> new VenueAddresses(BybitConnector.REQUESTS, "");
            case COINBASE -> new VenueAddresses(CoinbaseConnector.REQUESTS, CoinbaseConnector.STREAMS);
        };
    }

    /** Where the venue has a market of play money; empty where it has none for spot. */
    public Optional<VenueAddresses> testAddresses() {
        return switch (this) {
            case BINANCE -> Optional.of(new VenueAddresses(BinanceTrading.TEST_REQUESTS, BinanceTrading.TEST_STREAMS));
            case BYBIT -> Optional.of(new VenueAddresses(BybitTrading.TEST_REQUESTS, ""));
            case KRAKEN, COINBASE -> Optional.empty();
        };
    }

    /** The private side, by a key that stays the caller's; {@code requestsAt} and {@code accountAt} replace the usual addresses. */
    public TradingConnector trading(
            VenueKey key, Optional<String> requestsAt, Optional<String> accountAt, Clock clock) {
        boolean test = key.net() == VenueNet.TESTNET;
        Secret apiKey = key.apiKey().copy();
        Secret apiSecret = key.apiSecret().copy();
        return switch (this) {
            case BINANCE ->
                new BinanceTrading(
                        wire(
                                requestsAt.orElse(test ? BinanceTrading.TEST_REQUESTS : BinanceConnector.REQUESTS),
                                accountAt.orElse(
                                        test ? BinanceTrading.TEST_ACCOUNT_STREAM : BinanceTrading.ACCOUNT_STREAM),
                                apiKey,
                                apiSecret),
                        apiKey,
                        apiSecret,
                        clock);
            case KRAKEN ->
                new KrakenTrading(
                        wire(
                                requestsAt.orElse(KrakenConnector.REQUESTS),
                                accountAt.orElse(KrakenTrading.ACCOUNT_STREAM),
                                apiKey,
                                apiSecret),
                        apiKey,
                        apiSecret,
                        clock);
            case BYBIT ->
                new BybitTrading(
                        wire(
                                requestsAt.orElse(test ? BybitTrading.TEST_REQUESTS : BybitConnector.REQUESTS),
                                accountAt.orElse(test ? BybitTrading.TEST_ACCOUNT_STREAM : BybitTrading.ACCOUNT_STREAM),
                                apiKey,
                                apiSecret),
                        apiKey,
                        apiSecret,
                        clock);
            case COINBASE ->
                new CoinbaseTrading(
                        wire(
                                requestsAt.orElse(CoinbaseConnector.REQUESTS),
                                accountAt.orElse(CoinbaseTrading.ACCOUNT_STREAM),
                                apiKey,
                                apiSecret),
                        apiKey,
                        apiSecret,
                        clock);
        };
    }

    private static PrivateWire wire(String requestsAt, String accountAt, Secret apiKey, Secret apiSecret) {
        return new HushedWire(new JdkWire(requestsAt, accountAt), List.of(apiKey, apiSecret));
    }

    /** Reaches the venue where it usually is, or at addresses of its own. */
    public VenueConnector connector(Optional<VenueAddresses> elsewhere) {
        VenueAddresses at = elsewhere.orElseGet(this::usualAddresses);
        return switch (this) {
            case BINANCE -> new BinanceConnector(at.requests(), at.streams());
            case KRAKEN -> new KrakenConnector(at.requests(), at.streams());
            case BYBIT -> new BybitConnector(at.requests());
            case COINBASE -> new CoinbaseConnector(at.requests(), at.streams());
        };
    }
}
