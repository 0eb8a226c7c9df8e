package io.sextant.ui.panel.riskgate;

import io.sextant.domain.event.OrderRefused;
import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.instrument.InstrumentCatalog;
import io.sextant.domain.order.Breaker;
import io.sextant.domain.order.GateControl;
import io.sextant.domain.order.KillScope;
import io.sextant.domain.order.RiskLimits;
import io.sextant.domain.request.GateStatus;
import io.sextant.ui.parts.LiveRow;
import io.sextant.ui.parts.LiveRows;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The gate as it was told last, what it refused since the panel was opened, and the change of a limit that waits for a yes. */
final class RiskGateModel {

    static final int MOST_REFUSALS = 200;

    private final ReadOnlyObjectWrapper<Optional<GateStatus>> status = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final LiveRows<GateControl, GateStatus.Light> lights = new LiveRows<>(GateStatus.Light::control);
    private final LiveRows<Breaker, GateStatus.BreakerLight> breakers =
            new LiveRows<>(GateStatus.BreakerLight::breaker);
    private final LiveRows<String, LimitRow> limits =
            new LiveRows<>(row -> row.line().key());
    private final LiveRows<KillScope, Stop> stops = new LiveRows<>(Stop::scope);
    private final ObservableList<OrderRefused> refusals = FXCollections.observableArrayList();
    private final ObjectProperty<Optional<Change>> asked = new SimpleObjectProperty<>(Optional.empty());
    private final ObservableList<LimitOwner> owners = FXCollections.observableArrayList();
    private final ObjectProperty<LimitOwner> owner = new SimpleObjectProperty<>(LimitOwner.ACCOUNT);
    private final BooksModel books = new BooksModel();
    private final InstrumentCatalog catalog;

    /** A limit as it stands. */
    record LimitRow(LimitLine line, LimitValue value) {}

    /** What a person asked for and has not said yes to. */
    record Change(LimitOwner owner, LimitLine line, LimitValue before, LimitValue after) {}

    /** Whom something stops: a kill switch, or too many executions. */
    record Stop(KillScope scope, String reason, boolean throttled) {}

    RiskGateModel(InstrumentCatalog catalog) {
        this.catalog = catalog;
        owner.addListener((property, before, now) -> {
            asked.set(Optional.empty());
            status.get().ifPresent(this::showLimits);
        });
    }

    ReadOnlyObjectProperty<Optional<GateStatus>> status() {
        return status.getReadOnlyProperty();
    }

    BooksModel books() {
        return books;
    }

    ObservableList<LiveRow<GateStatus.Light>> lights() {
        return lights.list();
    }

    ObservableList<LiveRow<GateStatus.BreakerLight>> breakers() {
        return breakers.list();
    }

    ObservableList<LiveRow<LimitRow>> limits() {
        return limits.list();
    }

    ObservableList<LiveRow<Stop>> stops() {
        return stops.list();
    }

    /** Newest first. */
    ObservableList<OrderRefused> refusals() {
        return refusals;
    }

    /** Whose limits can be shown. */
    ObservableList<LimitOwner> owners() {
        return owners;
    }

    ObjectProperty<LimitOwner> owner() {
        return owner;
    }

    ObjectProperty<Optional<Change>> asked() {
        return asked;
    }

    void update(GateStatus now) {
        status.set(Optional.of(now));
        lights.show(now.lights());
        breakers.show(now.breakers());
        showOwners(now);
        showLimits(now);
        List<Stop> stopped = new ArrayList<>();
        now.stopped().forEach(one -> stopped.add(new Stop(one.scope(), one.reason(), false)));
        now.strategies().stream()
                .filter(GateStatus.StrategyLight::throttled)
                .map(one -> new Stop(new KillScope.OneStrategy(one.name()), "", true))
                .filter(one -> stopped.stream().noneMatch(other -> other.scope().equals(one.scope())))
                .forEach(stopped::add);
        stops.show(stopped);
        asked.get()
                .filter(change -> !change.line().in(now.limits()).equals(change.before()))
                .ifPresent(stale -> asked.set(Optional.empty()));
    }

    private void showOwners(GateStatus now) {
        List<LimitOwner> known = new ArrayList<>();
        known.add(LimitOwner.ACCOUNT);
        now.strategies().forEach(one -> known.add(new LimitOwner.OneStrategy(one.name())));
        catalog.all().stream()
                .filter(Instrument::tradable)
                .forEach(instrument -> known.add(new LimitOwner.OneInstrument(instrument)));
        if (!known.equals(owners)) {
            LimitOwner before = owner.get();
            owners.setAll(known);
            owner.set(known.contains(before) ? before : LimitOwner.ACCOUNT);
        }
    }

    private void showLimits(GateStatus now) {
        limits.show(LimitLines.of(owner.get()).stream()
                .map(line -> new LimitRow(line, line.in(now.limits())))
                .toList());
    }

    void refused(OrderRefused refused) {
        refusals.addFirst(refused);
        if (refusals.size() > MOST_REFUSALS) {
            refusals.removeLast();
        }
    }

    /** Asks for another value; false when it is none for this limit. */
    boolean ask(LimitLine line, String plain) {
        Optional<RiskLimits> now = status.get().map(GateStatus::limits);
        if (now.isEmpty()) {
            return false;
        }
        try {
            RiskLimits changed = line.with(now.get(), line.parse(plain));
            asked.set(Optional.of(new Change(owner.get(), line, line.in(now.get()), line.in(changed))));
            return true;
        } catch (IllegalArgumentException | ArithmeticException e) {
            return false;
        }
    }

    /** All limits with what was asked for. */
    Optional<RiskLimits> changed() {
        return asked.get()
                .flatMap(change -> status.get().map(now -> change.line().with(now.limits(), change.after())));
    }
}
