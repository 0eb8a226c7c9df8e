package io.sextant.app.session;

import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.TradingMode;
import io.sextant.domain.session.DeskVenues;
import io.sextant.domain.vault.VenueNet;
import io.sextant.exchange.LiveVenue;
import io.sextant.exchange.VenueAddresses;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A live venue, what to follow there, and the account to trade with; without one it is traded on paper. {@code beside} are the other
 * venues of a desk over several.
 */
public record LiveChoice(
        LiveVenue venue,
        List<InstrumentId> symbols,
        Optional<VenueAddresses> addresses,
        Optional<TradingChoice> trading,
        List<LiveChoice> beside) {

    private static final int NAMED_SYMBOLS = 4;
    private static final char AT = '@';
    private static final String ON_TESTNET = "-testnet";

    public LiveChoice {
        symbols = symbols.stream().distinct().toList();
        if (symbols.isEmpty()) {
            throw new IllegalArgumentException("a live desk follows at least one symbol");
        }
        beside = List.copyOf(beside);
        for (LiveChoice other : beside) {
            if (!other.beside.isEmpty()
                    || !other.trading.map(TradingChoice::net).equals(trading.map(TradingChoice::net))) {
                throw new IllegalArgumentException(
                        "every venue of a desk is traded with an account, or none; all with" + " real money, or none");
            }
        }
        long venues = Stream.concat(Stream.of(venue), beside.stream().map(LiveChoice::venue))
                .distinct()
                .count();
        if (venues <= beside.size()) {
            throw new IllegalArgumentException("a desk has each venue once");
        }
    }

    /** One venue. */
    public LiveChoice(
            LiveVenue venue,
            List<InstrumentId> symbols,
            Optional<VenueAddresses> addresses,
            Optional<TradingChoice> trading) {
        this(venue, symbols, addresses, trading, List.of());
    }

    /** One desk over all of them, in their order. */
    public static LiveChoice over(List<LiveChoice> venues) {
        LiveChoice first = venues.getFirst();
        return new LiveChoice(
                first.venue, first.symbols, first.addresses, first.trading, venues.subList(1, venues.size()));
    }

    /** Each venue by itself. */
    public List<LiveChoice> each() {
        return Stream.concat(Stream.of(new LiveChoice(venue, symbols, addresses, trading)), beside.stream())
                .toList();
    }

    /** The venues as people write them, {@code kraken+binance}. */
    public String label() {
        return each().stream().map(one -> one.venue.label()).collect(Collectors.joining(DeskVenues.BETWEEN));
    }

    /** To be traded on paper. */
    public LiveChoice(LiveVenue venue, List<InstrumentId> symbols, Optional<VenueAddresses> addresses) {
        this(venue, symbols, addresses, Optional.empty());
    }

    /** The same at other addresses. */
    public LiveChoice at(Optional<VenueAddresses> newAddresses, Optional<String> accountStream) {
        return new LiveChoice(
                venue, symbols, newAddresses, trading.map(one -> one.with(one.typedName(), accountStream)), beside);
    }

    /** Real money is LIVE; a test exchange has none. */
    TradingMode mode() {
        boolean real = trading.filter(one -> one.net() == VenueNet.LIVE).isPresent();
        return real ? TradingMode.LIVE : TradingMode.PAPER;
    }

    /** A test exchange has a market of its own. */
    Optional<VenueAddresses> feedAddresses() {
        boolean test = trading.filter(one -> one.net() == VenueNet.TESTNET).isPresent();
        return addresses.or(() -> test ? venue.testAddresses() : Optional.empty());
    }

    /** Desks of an account stand beside those that are traded on paper. */
    String deskKind() {
        return trading.isPresent() ? "live" : "paper";
    }

    /** The folder of its desk: a desk keeps its instruments, so other symbols are another desk. */
    String deskName() {
        String named =
                symbols.stream().limit(NAMED_SYMBOLS).map(InstrumentId::symbol).collect(Collectors.joining("+"));
        int more = symbols.size() - NAMED_SYMBOLS;
        return label() + "-" + named
                + (more > 0 ? "+" + more + "-" + Integer.toHexString(symbols.hashCode()) : "")
                + trading.map(one -> AT + one.account().name() + (one.net() == VenueNet.TESTNET ? ON_TESTNET : ""))
                        .orElse("");
    }

    /** The account in the name of a desk, which says no more than that; empty for one that is traded on paper. */
    static Optional<String> accountOf(String deskName, VenueNet net) {
        int at = deskName.lastIndexOf(AT);
        if (at < 0) {
            return Optional.empty();
        }
        String account = deskName.substring(at + 1);
        return Optional.of(
                net == VenueNet.TESTNET && account.endsWith(ON_TESTNET)
                        ? account.substring(0, account.length() - ON_TESTNET.length())
                        : account);
    }
}
