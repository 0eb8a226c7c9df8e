package io.sextant.app.session;

import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.instrument.InstrumentCatalog;
import io.sextant.domain.money.Currency;
import io.sextant.domain.money.Money;
import io.sextant.domain.money.Price;
import io.sextant.domain.position.ConversionRate;
import io.sextant.domain.position.CostBasis;
import io.sextant.domain.session.SessionTerms;
import io.sextant.domain.time.Clock;
import io.sextant.exchange.port.AccountBalance;
import io.sextant.exchange.port.Listing;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The terms of a new desk that follows live venues. */
final class LiveTerms {

    private static final String STARTING_CASH_A_CURRENCY = "100000";
    private static final Set<String> DOLLARS = Set.of("USD", "USDT", "USDC");

    private LiveTerms() {}

    /** Pairs quoted in dollars are counted in dollars, a stable coin as one; others only when all are quoted alike. */
    static SessionTerms of(
            LiveChoice choice, List<List<Listing>> byVenue, Clock clock, List<List<AccountBalance>> heldByVenue) {
        List<Listing> listings = byVenue.stream().flatMap(List::stream).toList();
        List<Currency> quotes = listings.stream()
                .map(listing -> listing.instrument().quote())
                .distinct()
                .toList();
        boolean inDollars = quotes.stream().allMatch(quote -> DOLLARS.contains(quote.code()));
        if (!inDollars && quotes.size() > 1) {
            throw new SessionProblem("A desk counts in one currency, and these symbols are quoted in " + quotes
                    + ". Give each currency a desk of its own, or choose pairs in USD, USDT or USDC.");
        }
        Currency reporting = quotes.stream()
                .filter(quote -> !inDollars || quote.code().equals("USD"))
                .findFirst()
                .orElse(Currency.USD);
        List<ConversionRate> rates = new ArrayList<>();
        List<Money> cash = new ArrayList<>();
        for (Currency quote : quotes) {
            cash.add(cash(quote, byVenue, heldByVenue));
            if (!quote.equals(reporting)) {
                rates.add(new ConversionRate(quote, reporting, Price.of(1, 0), "assumed to be worth one dollar"));
            }
        }
        List<Instrument> instruments =
                listings.stream().map(Listing::instrument).toList();
        return new SessionTerms(
                choice.mode(),
                0,
                clock.nanos(),
                choice.label(),
                reporting,
                rates,
                cash,
                CostBasis.AVERAGE,
                new InstrumentCatalog(instruments));
    }

    /** What is held at every venue that has something quoted in it; on paper as much at each. */
    private static Money cash(Currency quote, List<List<Listing>> byVenue, List<List<AccountBalance>> heldByVenue) {
        Money sum = Money.of(0, quote);
        for (int i = 0; i < byVenue.size(); i++) {
            boolean quoted = byVenue.get(i).stream()
                    .anyMatch(one -> one.instrument().quote().equals(quote));
            if (quoted) {
                sum = sum.plus(
                        heldByVenue.isEmpty()
                                ? Money.parse(STARTING_CASH_A_CURRENCY, quote)
                                : LiveAccount.cash(heldByVenue.get(i), quote));
            }
        }
        return sum;
    }
}
