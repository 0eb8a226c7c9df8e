package io.sextant.engine.core;

import io.sextant.domain.instrument.FeeSchedule;
import io.sextant.domain.instrument.FeeSchedule.FeeCurrency;
import io.sextant.domain.instrument.Future;
import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.instrument.InstrumentCatalog;
import io.sextant.domain.instrument.SpotPair;
import io.sextant.domain.journal.StateReader;
import io.sextant.domain.journal.StateWriter;
import io.sextant.domain.market.Side;
import io.sextant.domain.money.Currency;
import io.sextant.domain.money.Money;
import io.sextant.domain.position.Account;
import io.sextant.domain.position.ConversionRate;
import io.sextant.domain.position.Position;
import io.sextant.domain.position.PositionKeeper;
import io.sextant.domain.session.SessionTerms;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Cash and positions of the desk, exact to the ledger unit, and what they are worth at the newest prices. */
final class Ledger {

    private final InstrumentCatalog instruments;
    private final Currency reporting;
    private final List<ConversionRate> rates;
    private final List<Currency> currencies = new ArrayList<>();
    private final int[] currencyOf;
    private final long[] startUnits;
    private final long[] cashUnits;
    private final @Nullable PositionKeeper[] keepers;
    private final long[] markTicks;
    private final @Nullable ConversionRate[] ratesByCurrency;
    private long bestEquityUnits;
    private long dayStartEquityUnits;
    private long dayNanos = Long.MIN_VALUE;

    Ledger(SessionTerms terms) {
        instruments = terms.instruments();
        reporting = terms.reportingCurrency();
        rates = terms.rates();
        currencies.add(reporting);
        terms.startingCash().forEach(cash -> indexOf(cash.currency()));
        currencyOf = new int[instruments.size()];
        keepers = new PositionKeeper[instruments.size()];
        markTicks = new long[instruments.size()];
        for (int i = 0; i < keepers.length; i++) {
            currencyOf[i] = indexOf(instruments.get(i).quote());
            keepers[i] =
                    instruments.get(i).tradable() ? new PositionKeeper(instruments.get(i), terms.costBasis()) : null;
        }
        startUnits = new long[currencies.size()];
        terms.startingCash().forEach(cash -> startUnits[indexOf(cash.currency())] += cash.units());
        cashUnits = startUnits.clone();
        ratesByCurrency = new ConversionRate[currencies.size()];
        for (int c = 0; c < ratesByCurrency.length; c++) {
            ratesByCurrency[c] = currencies.get(c).equals(reporting) ? null : rateOf(currencies.get(c));
        }
        dayStartEquityUnits = equityUnits();
        bestEquityUnits = dayStartEquityUnits;
    }

    /** Books a fill with the fee that the instrument's schedule asks for; the fee comes back as money. */
    Money fill(int index, Side side, long priceTicks, long lots, boolean maker) {
        Instrument instrument = instruments.get(index);
        FeeSchedule fees = instrument.fees();
        boolean inBase =
                side == Side.BUY && fees.charged() == FeeCurrency.BASE_WHEN_BUYING && instrument instanceof SpotPair;
        long charged = inBase
                ? Math.multiplyExact(lots, instrument.positionUnitsPerLot())
                : Math.multiplyExact(Math.multiplyExact(priceTicks, lots), instrument.moneyUnitsPerTickLot());
        long feeUnits = fees.feeUnits(inBase ? charged : Math.abs(charged), lots, maker);
        return book(index, side, priceTicks, lots, feeUnits, inBase);
    }

    /** Books a fill with the fee that the venue says it took; one in a currency that the instrument has not is not the desk's. */
    Money fillCharged(int index, Side side, long priceTicks, long lots, String feeCurrency, long feeUnits) {
        Instrument instrument = instruments.get(index);
        if (instrument instanceof SpotPair pair && pair.base().code().equals(feeCurrency)) {
            return book(index, side, priceTicks, lots, feeUnits, true);
        }
        boolean inQuote = instrument.quote().code().equals(feeCurrency);
        return book(index, side, priceTicks, lots, inQuote ? feeUnits : 0, false);
    }

    private Money book(int index, Side side, long priceTicks, long lots, long feeUnits, boolean inBase) {
        Instrument instrument = instruments.get(index);
        PositionKeeper keeper = keeper(index);
        long before = keeper.cashFlowUnits();
        keeper.onFill(side, priceTicks, lots, feeUnits, inBase);
        int currency = currencyOf[index];
        cashUnits[currency] = Math.addExact(cashUnits[currency], keeper.cashFlowUnits() - before);
        return Money.of(feeUnits, inBase ? ((SpotPair) instrument).base() : instrument.quote());
    }

    /** Cash that comes without a trade, or goes when below zero. */
    void pay(int index, long units) {
        int currency = currencyOf[index];
        cashUnits[currency] = Math.addExact(cashUnits[currency], units);
    }

    /** What the desk has of a currency: its cash, and what spot pairs hold of it. */
    long heldUnits(String code) {
        long held = 0;
        for (int c = 0; c < cashUnits.length; c++) {
            if (currencies.get(c).code().equals(code)) {
                held = Math.addExact(held, cashUnits[c]);
            }
        }
        for (int i = 0; i < keepers.length; i++) {
            if (instruments.get(i) instanceof SpotPair pair
                    && pair.base().code().equals(code)) {
                held = Math.addExact(held, keeper(i).signedUnits());
            }
        }
        return held;
    }

    /** What trading in these instruments brought in or took of a currency, as cash and as what spot pairs hold of it. */
    long tradedUnits(String code, List<Integer> indices) {
        long traded = 0;
        for (int i : indices) {
            if (instruments.get(i) instanceof SpotPair pair
                    && pair.base().code().equals(code)) {
                traded = Math.addExact(traded, keeper(i).signedUnits());
            }
        }
        return Math.addExact(traded, cashFlowUnits(code, indices));
    }

    /** The same of cash alone. */
    long cashFlowUnits(String code, List<Integer> indices) {
        long flow = 0;
        for (int i : indices) {
            PositionKeeper keeper = keepers[i];
            if (keeper != null && instruments.get(i).quote().code().equals(code)) {
                flow = Math.addExact(flow, keeper.cashFlowUnits());
            }
        }
        return flow;
    }

    /** What the desk began with of the currency that an instrument is quoted in. */
    long startUnits(int index) {
        return startUnits[currencyOf[index]];
    }

    /** The currency as the desk counts it; only for those that its instruments have. */
    Currency currencyOf(String code) {
        for (int i = 0; i < keepers.length; i++) {
            if (instruments.get(i) instanceof SpotPair pair
                    && pair.base().code().equals(code)) {
                return pair.base();
            }
        }
        return currencies.stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the desk has no " + code));
    }

    void mark(int index, long priceTicks) {
        markTicks[index] = priceTicks;
    }

    /** Fixes the equity from which today's profit is counted when market time enters a new UTC day. */
    void enterDay(long newDayNanos) {
        if (newDayNanos != dayNanos) {
            dayNanos = newDayNanos;
            dayStartEquityUnits = equityUnits();
        }
    }

    long signedLots(int index) {
        PositionKeeper keeper = keepers[index];
        return keeper == null ? 0 : keeper.signedLots();
    }

    long signedUnits(int index) {
        PositionKeeper keeper = keepers[index];
        return keeper == null ? 0 : keeper.signedUnits();
    }

    /** Cash in the currency that the instrument is quoted in, with the open profit of what is held on margin there. */
    long fundsUnits(int index) {
        int currency = currencyOf[index];
        long funds = cashUnits[currency];
        for (int i = 0; i < keepers.length; i++) {
            if (currencyOf[i] == currency && instruments.get(i) instanceof Future) {
                funds = Math.addExact(funds, keeper(i).unrealisedUnits(markTicks[i]));
            }
        }
        return funds;
    }

    boolean sharesCurrency(int index, int other) {
        return currencyOf[index] == currencyOf[other];
    }

    /** What a full fill takes from cash, negative when it brings some; a future only costs its fee. */
    long cashNeededUnits(int index, Side side, long notionalUnits, long feeUnits) {
        if (instruments.get(index) instanceof Future) {
            return feeUnits;
        }
        return Math.addExact(side.sign() * notionalUnits, feeUnits);
    }

    long equityUnits() {
        long total = 0;
        for (int c = 0; c < cashUnits.length; c++) {
            total = Math.addExact(total, reported(c, Math.addExact(cashUnits[c], marketValueUnits(c))));
        }
        return total;
    }

    /** Worth in the reporting currency of an amount in what the instrument is quoted in. */
    long reportedUnits(int index, long units) {
        return reported(currencyOf[index], units);
    }

    /** What the UTC day lost so far; negative is a profit. */
    long dayLossUnits() {
        return Math.subtractExact(dayStartEquityUnits, equityUnits());
    }

    /** Remembers the best equity, from which a drawdown is counted. */
    void noteEquity() {
        bestEquityUnits = Math.max(bestEquityUnits, equityUnits());
    }

    long drawdownUnits() {
        return Math.max(0, Math.subtractExact(bestEquityUnits, equityUnits()));
    }

    Money equity() {
        return Money.of(equityUnits(), reporting);
    }

    Account account() {
        long start = 0;
        long realised = 0;
        long unrealised = 0;
        long fees = 0;
        long gross = 0;
        long net = 0;
        List<Money> cash = new ArrayList<>();
        for (int c = 0; c < cashUnits.length; c++) {
            cash.add(Money.of(cashUnits[c], currencies.get(c)));
            start = Math.addExact(start, reported(c, startUnits[c]));
        }
        for (int i = 0; i < keepers.length; i++) {
            PositionKeeper keeper = keepers[i];
            if (keeper == null) {
                continue;
            }
            int c = currencyOf[i];
            realised = Math.addExact(realised, reported(c, keeper.realisedUnits()));
            unrealised = Math.addExact(unrealised, reported(c, keeper.unrealisedUnits(markTicks[i])));
            fees = Math.addExact(fees, reported(c, keeper.feesQuoteUnits()));
            long exposure = reported(c, keeper.exposureUnits(markTicks[i]));
            gross = Math.addExact(gross, Math.absExact(exposure));
            net = Math.addExact(net, exposure);
        }
        long free = 0;
        for (int c = 0; c < cashUnits.length; c++) {
            free = Math.addExact(free, reported(c, cashUnits[c]));
        }
        return new Account(
                cash,
                rates,
                equity(),
                Money.of(start, reporting),
                Money.of(dayStartEquityUnits, reporting),
                Money.of(realised, reporting),
                Money.of(unrealised, reporting),
                Money.of(fees, reporting),
                Money.of(gross, reporting),
                Money.of(net, reporting),
                Money.of(free, reporting));
    }

    /** Every instrument that was ever traded, flat ones included, because their realised profit still counts. */
    List<Position> positions() {
        List<Position> positions = new ArrayList<>();
        for (int i = 0; i < keepers.length; i++) {
            PositionKeeper keeper = keepers[i];
            if (keeper != null && hasTraded(keeper)) {
                positions.add(keeper.toPosition(markTicks[i]));
            }
        }
        return positions;
    }

    void save(StateWriter out) {
        out.putLongs(cashUnits, cashUnits.length);
        out.putLongs(markTicks, markTicks.length);
        out.putLong(dayStartEquityUnits);
        out.putLong(dayNanos);
        out.putLong(bestEquityUnits);
        for (PositionKeeper keeper : keepers) {
            if (keeper != null) {
                keeper.save(out);
            }
        }
    }

    void load(StateReader in) {
        System.arraycopy(in.getLongs(), 0, cashUnits, 0, cashUnits.length);
        System.arraycopy(in.getLongs(), 0, markTicks, 0, markTicks.length);
        dayStartEquityUnits = in.getLong();
        dayNanos = in.getLong();
        bestEquityUnits = in.getLong();
        for (PositionKeeper keeper : keepers) {
            if (keeper != null) {
                keeper.load(in);
            }
        }
    }

    /** Only for what can be traded: nothing else is ever filled. */
    private PositionKeeper keeper(int index) {
        return Objects.requireNonNull(keepers[index], "not tradable");
    }

    private static boolean hasTraded(PositionKeeper keeper) {
        return keeper.signedUnits() != 0
                || keeper.realisedUnits() != 0
                || keeper.feesQuoteUnits() != 0
                || keeper.feesBaseUnits() != 0;
    }

    private long marketValueUnits(int currency) {
        long total = 0;
        for (int i = 0; i < keepers.length; i++) {
            PositionKeeper keeper = keepers[i];
            if (keeper != null && currencyOf[i] == currency) {
                total = Math.addExact(total, keeper.marketValueUnits(markTicks[i]));
            }
        }
        return total;
    }

    private long reported(int currency, long units) {
        ConversionRate rate = ratesByCurrency[currency];
        return rate == null ? units : rate.convertUnits(units);
    }

    private ConversionRate rateOf(Currency from) {
        return rates.stream()
                .filter(rate -> rate.from().equals(from) && rate.to().equals(reporting))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no rate from " + from + " to " + reporting));
    }

    private int indexOf(Currency currency) {
        int known = currencies.indexOf(currency);
        if (known >= 0) {
            return known;
        }
        currencies.add(currency);
        return currencies.size() - 1;
    }
}
