package io.sextant.ui.panel.portfolio;

import io.sextant.domain.event.AccountMarked;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.money.Currency;
import io.sextant.domain.money.Money;
import io.sextant.domain.position.Account;
import io.sextant.domain.position.ConversionRate;
import io.sextant.domain.position.Position;
import io.sextant.domain.request.DeskState;
import io.sextant.domain.request.EquityCurve;
import io.sextant.ui.parts.LiveRow;
import io.sextant.ui.parts.LiveRows;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ObservableList;

/** The account, the positions and the equity curve as they stand. */
final class PortfolioModel {

    /** A cash balance and what it is worth in the reporting currency, where a rate is known. */
    record CashLine(Money balance, Optional<ConversionRate> rate, Optional<Money> worth) {}

    static final int MAX_POINTS = 2_000;

    private final ReadOnlyObjectWrapper<Optional<DeskState>> desk = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final LiveRows<InstrumentId, Position> positions = new LiveRows<>(Position::instrument);
    private final ObjectProperty<CurveRange> range = new SimpleObjectProperty<>(CurveRange.DAY);
    private final ReadOnlyObjectWrapper<EquityCurve> curve =
            new ReadOnlyObjectWrapper<>(new EquityCurve(new long[0], new double[0]));

    ReadOnlyObjectProperty<Optional<DeskState>> desk() {
        return desk.getReadOnlyProperty();
    }

    /** Open positions, and closed ones that have earned or lost something. */
    ObservableList<LiveRow<Position>> positions() {
        return positions.list();
    }

    ObjectProperty<CurveRange> range() {
        return range;
    }

    ReadOnlyObjectProperty<EquityCurve> curve() {
        return curve.getReadOnlyProperty();
    }

    void update(DeskState state) {
        desk.set(Optional.of(state));
        positions.show(state.positions().stream()
                .filter(position -> !position.isFlat() || position.realised().units() != 0)
                .toList());
    }

    static List<CashLine> cashLines(Account account) {
        return account.cash().stream()
                .map(balance ->
                        new CashLine(balance, rate(account, balance.currency()), inReportingCurrency(account, balance)))
                .toList();
    }

    void loaded(EquityCurve loaded) {
        curve.set(loaded);
    }

    /** One more point at the end. When there are too many, every second old one goes; the newest half stays whole. */
    void marked(AccountMarked mark) {
        EquityCurve known = curve.get();
        int size = known.size();
        if (size > 0 && mark.timeNanos() <= known.timeNanos()[size - 1]) {
            return;
        }
        long[] times = Arrays.copyOf(known.timeNanos(), size + 1);
        double[] worth = Arrays.copyOf(known.equity(), size + 1);
        times[size] = mark.timeNanos();
        worth[size] = mark.equity().toDouble();
        EquityCurve longer = new EquityCurve(times, worth);
        curve.set(longer.size() > 2 * MAX_POINTS ? thinned(longer) : longer);
    }

    /** The exposure of a position as a share of the equity in percent, NaN without a rate or equity. */
    double sharePct(Position position) {
        return desk.get()
                .flatMap(state -> inReportingCurrency(state.account(), position.exposure())
                        .filter(worth -> state.account().equity().units() != 0)
                        .map(worth ->
                                worth.toDouble() / state.account().equity().toDouble() * 100))
                .orElse(Double.NaN);
    }

    /** The amount at the account's stated rate. */
    static Optional<Money> inReportingCurrency(Account account, Money amount) {
        if (amount.currency().equals(account.equity().currency())) {
            return Optional.of(amount);
        }
        return rate(account, amount.currency()).map(rate -> rate.convert(amount));
    }

    private static Optional<ConversionRate> rate(Account account, Currency from) {
        return account.rates().stream()
                .filter(rate -> rate.from().equals(from))
                .filter(rate -> rate.to().equals(account.equity().currency()))
                .findFirst();
    }

    /** Keeps of every pair of old points the one that differs more from the point kept before, so no extreme is lost. */
    private static EquityCurve thinned(EquityCurve curve) {
        int half = curve.size() / 2 & ~1;
        int kept = half / 2 + curve.size() - half;
        long[] times = new long[kept];
        double[] worth = new double[kept];
        int next = 0;
        for (int i = 0; i < half; i += 2) {
            double before = next == 0 ? curve.equity()[i] : worth[next - 1];
            boolean second = Math.abs(curve.equity()[i + 1] - before) > Math.abs(curve.equity()[i] - before);
            times[next] = curve.timeNanos()[second ? i + 1 : i];
            worth[next++] = curve.equity()[second ? i + 1 : i];
        }
        System.arraycopy(curve.timeNanos(), half, times, next, curve.size() - half);
        System.arraycopy(curve.equity(), half, worth, next, curve.size() - half);
        return new EquityCurve(times, worth);
    }
}
