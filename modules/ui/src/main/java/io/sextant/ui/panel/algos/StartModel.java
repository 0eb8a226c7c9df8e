package io.sextant.ui.panel.algos;

import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.market.Side;
import io.sextant.domain.money.Price;
import io.sextant.domain.money.Quantity;
import io.sextant.domain.order.OrderDraft;
import io.sextant.domain.order.OrderHandling;
import io.sextant.domain.order.OrderOrigin;
import io.sextant.domain.order.OrderType;
import io.sextant.domain.order.TimeInForce;
import io.sextant.domain.parent.AlgoPlan;
import io.sextant.domain.parent.AlgoTerms;
import io.sextant.domain.parent.BracketExits;
import io.sextant.domain.parent.BracketTerms;
import io.sextant.domain.parent.ParentKind;
import io.sextant.ui.exits.ExitsEntry;
import io.sextant.ui.exits.ExitsModel;
import io.sextant.ui.exits.ExitsReading;
import io.sextant.ui.i18n.Figures;
import io.sextant.ui.i18n.Language;
import io.sextant.ui.parts.Typed;
import io.sextant.ui.signal.WorkWith;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** What stands in the form, and the command that it means. */
final class StartModel {

    /** What can be begun here; a position is flattened by its own button. */
    static final List<ParentKind> KINDS = List.of(
            ParentKind.BRACKET,
            ParentKind.TWAP,
            ParentKind.VWAP,
            ParentKind.POV,
            ParentKind.SHORTFALL,
            ParentKind.CHASER,
            ParentKind.ICEBERG);

    /** The same, and a route where the desk has somewhere to route to. */
    static List<ParentKind> kinds(boolean routes) {
        List<ParentKind> kinds = new ArrayList<>(KINDS);
        if (routes) {
            kinds.add(ParentKind.ROUTE);
        }
        return kinds;
    }

    private static final double MINUTE_NANOS = 60e9;
    private static final long SLICE_NANOS = 30_000_000_000L;
    private static final int PERCENT_BPS = 100;
    private static final int ICEBERG_VARIANCE_BPS = 2_000;

    private final ReadOnlyIntegerWrapper revision = new ReadOnlyIntegerWrapper();

    final ObjectProperty<ParentKind> kind = new SimpleObjectProperty<>(ParentKind.BRACKET);
    final ObjectProperty<Side> side = new SimpleObjectProperty<>(Side.BUY);
    final StringProperty quantity = new SimpleStringProperty("");
    final StringProperty limit = new SimpleStringProperty("");
    final StringProperty minutes = new SimpleStringProperty("");
    /** The share of volume in per cent, or what an iceberg shows. */
    final StringProperty part = new SimpleStringProperty("");

    final BooleanProperty reduceOnly = new SimpleBooleanProperty();
    final ExitsModel exits = new ExitsModel(this::edited);

    /** What the next press sends; an edit in between takes the question back. */
    final ObjectProperty<Optional<StartEntry.Ready>> asked = new SimpleObjectProperty<>(Optional.empty());

    StartModel() {
        exits.wanted().set(true);
        for (Observable field : List.<Observable>of(kind, side, quantity, limit, minutes, part, reduceOnly)) {
            field.addListener(change -> edited());
        }
    }

    /** Plans that are measured first, or know what else the desk trades, are made by the caller. */
    interface Measured {
        Optional<AlgoPlan> plan(ParentKind kind, long durationNanos, int slices);
    }

    /** Counts the edits, so that a question of before one is recognised. */
    ReadOnlyIntegerProperty revision() {
        return revision.getReadOnlyProperty();
    }

    void edited() {
        asked.set(Optional.empty());
        revision.set(revision.get() + 1);
    }

    /** Another instrument: its prices are not this one's. */
    void clearPrices() {
        limit.set("");
        exits.clearPrices();
        edited();
    }

    void take(WorkWith wish, Language language) {
        kind.set(wish.kind());
        side.set(wish.side());
        wish.quantity().ifPresent(size -> quantity.set(Typed.text(size, language)));
        limit.set(wish.limit().map(price -> Typed.text(price, language)).orElse(""));
    }

    /** What was typed in one language stays the same number in the next. */
    void retype(Figures before, Language language) {
        for (StringProperty typed : List.of(quantity, limit, minutes, part)) {
            Typed.number(typed.get(), before).ifPresent(number -> typed.set(Typed.text(number, language)));
        }
        exits.retype(before, language);
    }

    /** {@code touch} is the price at which a market order would begin. */
    StartEntry entry(Instrument instrument, Figures figures, Optional<Price> touch, Measured measured) {
        try {
            Optional<Quantity> size = Typed.quantity(quantity.get(), figures).filter(typed -> !typed.isZero());
            Optional<Price> price = Typed.price(limit.get(), figures);
            if (size.isEmpty() || (price.isEmpty() && !limit.get().isBlank())) {
                return new StartEntry.Incomplete();
            }
            return kind.get() == ParentKind.BRACKET
                    ? bracket(instrument, size.get(), price, touch, figures)
                    : plan(figures, measured)
                            .<StartEntry>map(plan -> new StartEntry.Algo(new AlgoTerms(
                                    instrument.id(),
                                    side.get(),
                                    size.get(),
                                    price.orElse(null),
                                    reduceOnly.get(),
                                    plan,
                                    OrderOrigin.TICKET,
                                    "")))
                            .orElseGet(StartEntry.Incomplete::new);
        } catch (IllegalArgumentException | ArithmeticException doesNotFit) {
            return new StartEntry.Incomplete();
        }
    }

    private StartEntry bracket(
            Instrument instrument, Quantity size, Optional<Price> price, Optional<Price> touch, Figures figures) {
        return switch (ExitsReading.read(exits, instrument, side.get(), price.or(() -> touch), figures)) {
            case ExitsEntry.None none -> new StartEntry.Incomplete();
            case ExitsEntry.Incomplete(var gap) -> new StartEntry.Unguarded(gap);
            case ExitsEntry.Refused(var refusal) -> new StartEntry.Refused(refusal);
            case ExitsEntry.Ready(BracketExits leaving) ->
                new StartEntry.Bracket(
                        new BracketTerms(new BracketTerms.Opening.ByOrder(draft(instrument, size, price)), leaving));
        };
    }

    private OrderDraft draft(Instrument instrument, Quantity size, Optional<Price> price) {
        return new OrderDraft(
                instrument.id(),
                side.get(),
                price.map(OrderType::limit).orElseGet(OrderType::market),
                size,
                price.isPresent() ? TimeInForce.GOOD_TILL_CANCELLED : TimeInForce.IMMEDIATE_OR_CANCEL,
                OrderHandling.PLAIN,
                OrderOrigin.TICKET,
                "");
    }

    private Optional<AlgoPlan> plan(Figures figures, Measured measured) {
        if (kind.get() == ParentKind.ICEBERG) {
            return Typed.quantity(part.get(), figures).map(shown -> new AlgoPlan.Iceberg(shown, ICEBERG_VARIANCE_BPS));
        }
        return durationNanos(figures).flatMap(nanos -> {
            int slices = Math.clamp(nanos / SLICE_NANOS, 1, AlgoPlan.MOST_SLICES);
            return switch (kind.get()) {
                case TWAP -> Optional.of(new AlgoPlan.Twap(nanos, slices));
                case POV -> Typed.number(part.get(), figures).map(percent -> new AlgoPlan.Pov(bps(percent), nanos));
                case CHASER -> Optional.of(new AlgoPlan.Chaser(nanos));
                case VWAP, SHORTFALL, ROUTE -> measured.plan(kind.get(), nanos, slices);
                case BRACKET, FLATTEN, ICEBERG -> Optional.empty();
            };
        });
    }

    private Optional<Long> durationNanos(Figures figures) {
        return Typed.number(minutes.get(), figures)
                .filter(typed -> typed.signum() > 0)
                .map(typed -> (long) (typed.doubleValue() * MINUTE_NANOS));
    }

    private static int bps(BigDecimal percent) {
        return percent.multiply(BigDecimal.valueOf(PERCENT_BPS)).intValueExact();
    }
}
