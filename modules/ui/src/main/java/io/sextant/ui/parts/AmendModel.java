package io.sextant.ui.parts;

import io.sextant.domain.command.AmendOrder;
import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.money.Price;
import io.sextant.domain.money.Quantity;
import io.sextant.domain.order.Order;
import io.sextant.domain.order.Refusal;
import io.sextant.domain.order.RefusalCode;
import io.sextant.ui.i18n.Texts;
import java.math.BigDecimal;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** New terms for a working limit order as they are typed. */
public final class AmendModel {

    private final Order order;
    private final Instrument instrument;
    private final Texts texts;
    private final StringProperty quantity = new SimpleStringProperty();
    private final StringProperty limit = new SimpleStringProperty();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper pending = new ReadOnlyBooleanWrapper();

    public AmendModel(Order order, Price limitNow, Instrument instrument, Texts texts) {
        this.order = order;
        this.instrument = instrument;
        this.texts = texts;
        quantity.set(Typed.text(order.terms().quantity(), texts.language()));
        limit.set(Typed.text(limitNow, texts.language()));
        quantity.addListener(change -> judge());
        limit.addListener(change -> judge());
        judge();
    }

    Order order() {
        return order;
    }

    Instrument instrument() {
        return instrument;
    }

    public StringProperty quantity() {
        return quantity;
    }

    public StringProperty limit() {
        return limit;
    }

    /** Why it cannot be sent, or what the engine said; empty when it can. */
    public ReadOnlyStringProperty problem() {
        return problem.getReadOnlyProperty();
    }

    /** Whether the engine has yet to answer what was sent; until then nothing more is. */
    ReadOnlyBooleanProperty pending() {
        return pending.getReadOnlyProperty();
    }

    void sent() {
        pending.set(true);
    }

    public void refused(String sentence) {
        pending.set(false);
        problem.set(sentence);
    }

    public void stepQuantity(int steps) {
        step(quantity, Steps.lot(instrument), steps);
    }

    public void stepLimit(int steps) {
        step(limit, Steps.tick(instrument), steps);
    }

    /** The command for what is typed, when the instrument's rules allow it. */
    public Optional<AmendOrder> command() {
        Optional<Quantity> newQuantity = Typed.quantity(quantity.get(), texts.figures());
        Optional<Price> newLimit = Typed.price(limit.get(), texts.figures());
        return newQuantity.isPresent() && newLimit.isPresent() && complaint().isEmpty()
                ? Optional.of(new AmendOrder(order.id(), newQuantity.get(), newLimit.get()))
                : Optional.empty();
    }

    private void step(StringProperty field, BigDecimal grid, int steps) {
        Typed.number(field.get(), texts.figures())
                .ifPresent(now -> field.set(Typed.text(Steps.step(now, grid, steps), texts.language())));
    }

    private void judge() {
        problem.set(complaint());
    }

    private String complaint() {
        Optional<Quantity> newQuantity = Typed.quantity(quantity.get(), texts.figures());
        Optional<Price> newLimit = Typed.price(limit.get(), texts.figures());
        if (newQuantity.isEmpty()) {
            return texts.get("blotter.amend.quantity.unreadable");
        }
        if (newLimit.isEmpty()) {
            return texts.get("blotter.amend.limit.unreadable");
        }
        return rule(newQuantity.get(), newLimit.get()).map(texts::refusal).orElse("");
    }

    private Optional<Refusal> rule(Quantity newQuantity, Price newLimit) {
        if (!instrument.isWholeLots(newQuantity)) {
            return Optional.of(Refusal.of(
                    RefusalCode.OFF_LOT, newQuantity, instrument.rules().lot()));
        }
        if (newQuantity.compareTo(instrument.rules().minQuantity()) < 0) {
            return Optional.of(Refusal.of(
                    RefusalCode.BELOW_MINIMUM, newQuantity, instrument.rules().minQuantity()));
        }
        if (newQuantity.compareTo(order.filled()) <= 0) {
            return Optional.of(Refusal.of(RefusalCode.BELOW_FILLED, order.id(), order.filled()));
        }
        if (!instrument.isOnTick(newLimit)) {
            return Optional.of(Refusal.of(
                    RefusalCode.OFF_TICK, newLimit, instrument.rules().tick()));
        }
        return newLimit.isPositive()
                ? Optional.empty()
                : Optional.of(Refusal.of(RefusalCode.PRICE_NOT_POSITIVE, instrument.id()));
    }
}
