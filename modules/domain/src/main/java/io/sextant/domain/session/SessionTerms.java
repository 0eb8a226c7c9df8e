package io.sextant.domain.session;

import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.instrument.InstrumentCatalog;
import io.sextant.domain.instrument.SpotPair;
import io.sextant.domain.market.TradingMode;
import io.sextant.domain.money.Currency;
import io.sextant.domain.money.Money;
import io.sextant.domain.position.ConversionRate;
import io.sextant.domain.position.CostBasis;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All that decides a session besides what is sent to it: written first into its journal, so that the journal says by itself
 * what it is about and can be replayed without any configuration beside it. {@code feed} says where prices come from, for a
 * file with its hash.
 */
public record SessionTerms(
        TradingMode mode,
        long seed,
        long startNanos,
        String feed,
        Currency reportingCurrency,
        List<ConversionRate> rates,
        List<Money> startingCash,
        CostBasis costBasis,
        InstrumentCatalog instruments) {

    /** Refuses terms under which some amount could not be reported, or under which a currency means two things. */
    public SessionTerms {
        rates = List.copyOf(rates);
        startingCash = List.copyOf(startingCash);
        if (feed.isBlank()) {
            throw new IllegalArgumentException("a session says where its prices come from");
        }
        if (instruments.size() == 0) {
            throw new IllegalArgumentException("a session needs an instrument");
        }
        requireOneScale(reportingCurrency, rates, startingCash, instruments);
        Set<Currency> reportable = reportable(reportingCurrency, rates);
        Set<Currency> funded = new HashSet<>();
        for (Money cash : startingCash) {
            if (cash.isNegative()) {
                throw new IllegalArgumentException("a session does not start with " + cash);
            }
            if (!funded.add(cash.currency())) {
                throw new IllegalArgumentException("the starting cash in " + cash.currency() + " is given twice");
            }
            requireReportable(cash.currency(), reportable, reportingCurrency);
        }
        for (Instrument instrument : instruments.all()) {
            requireReportable(instrument.quote(), reportable, reportingCurrency);
        }
    }

    private static Set<Currency> reportable(Currency reporting, List<ConversionRate> rates) {
        Set<Currency> reportable = new HashSet<>(Set.of(reporting));
        Set<List<Currency>> known = new HashSet<>();
        for (ConversionRate rate : rates) {
            if (!known.add(List.of(rate.from(), rate.to()))) {
                throw new IllegalArgumentException("there are two rates from " + rate.from() + " to " + rate.to());
            }
            if (rate.to().equals(reporting)) {
                reportable.add(rate.from());
            }
        }
        return reportable;
    }

    private static void requireReportable(Currency currency, Set<Currency> reportable, Currency reporting) {
        if (!reportable.contains(currency)) {
            throw new IllegalArgumentException("no rate from " + currency + " to " + reporting);
        }
    }

    private static void requireOneScale(
            Currency reporting, List<ConversionRate> rates, List<Money> cash, InstrumentCatalog instruments) {
        Map<String, Currency> byCode = new HashMap<>();
        requireOneScale(byCode, reporting);
        for (ConversionRate rate : rates) {
            requireOneScale(byCode, rate.from());
            requireOneScale(byCode, rate.to());
        }
        for (Money money : cash) {
            requireOneScale(byCode, money.currency());
        }
        for (Instrument instrument : instruments.all()) {
            requireOneScale(byCode, instrument.quote());
            if (instrument instanceof SpotPair pair) {
                requireOneScale(byCode, pair.base());
            }
        }
    }

    private static void requireOneScale(Map<String, Currency> byCode, Currency currency) {
        Currency known = byCode.putIfAbsent(currency.code(), currency);
        if (known != null && !known.equals(currency)) {
            throw new IllegalArgumentException(
                    currency + " is kept with " + known.scale() + " and with " + currency.scale() + " decimals");
        }
    }
}
