package io.sextant.ui.panel.ticket;

import io.sextant.domain.command.CommandKey;
import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.market.Side;
import io.sextant.domain.money.Price;
import io.sextant.domain.money.Quantity;
import io.sextant.domain.order.Order;
import io.sextant.domain.order.OrderDraft;
import io.sextant.domain.order.OrderId;
import io.sextant.domain.order.OrderOrigin;
import io.sextant.domain.order.Refusal;
import io.sextant.domain.order.TimeInForce;
import io.sextant.domain.position.Position;
import io.sextant.domain.request.Answer;
import io.sextant.domain.request.DeskState;
import io.sextant.domain.request.MarketState;
import io.sextant.domain.request.OrderPreview;
import io.sextant.ui.i18n.Figures;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.parts.Steps;
import io.sextant.ui.parts.Typed;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/**
 * What a person is about to order. The fields add up to an {@link TicketEntry}; the engine's preview belongs to exactly one
 * draft; a confirmation binds exactly one draft and lapses as soon as any field changes.
 */
final class TicketModel {

    private static final int MAX_NEWEST_ORDERS = 64;

    private final Texts texts;
    private final ReadOnlyObjectWrapper<Optional<Instrument>> instrument =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObjectProperty<Side> side = new SimpleObjectProperty<>(Side.BUY);
    private final ObjectProperty<OrderKind> kind = new SimpleObjectProperty<>(OrderKind.LIMIT);
    private final ObjectProperty<TimeInForce> timeInForce = new SimpleObjectProperty<>(TimeInForce.GOOD_TILL_CANCELLED);
    private final ObjectProperty<SizeMode> sizeMode = new SimpleObjectProperty<>(SizeMode.QUANTITY);
    private final StringProperty size = new SimpleStringProperty("");
    private final StringProperty price = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Optional<MarketState>> market = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<DeskState>> desk = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<TicketEntry> entry =
            new ReadOnlyObjectWrapper<>(new TicketEntry.Incomplete(TicketEntry.Gap.NO_INSTRUMENT));
    private final ReadOnlyObjectWrapper<Optional<OrderPreview>> preview = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<TicketStage> stage = new ReadOnlyObjectWrapper<>(TicketStage.EDITING);
    private final Map<OrderId, Order> newestOrders = new LinkedHashMap<>();
    private final ReadOnlyBooleanWrapper previewCurrent = new ReadOnlyBooleanWrapper();
    private int revision;
    private Optional<Price> ladderPrice = Optional.empty();

    TicketModel(Texts texts) {
        this.texts = texts;
        side.addListener(change -> edited());
        kind.addListener(change -> edited());
        timeInForce.addListener(change -> edited());
        sizeMode.addListener(change -> edited());
        size.addListener(change -> edited());
        price.addListener(change -> edited());
        texts.figuresProperty().addListener((property, before, now) -> retype(before));
    }

    ReadOnlyObjectProperty<Optional<Instrument>> instrument() {
        return instrument.getReadOnlyProperty();
    }

    ObjectProperty<Side> side() {
        return side;
    }

    ObjectProperty<OrderKind> kind() {
        return kind;
    }

    /** Counts for limit orders; a market order never stays. */
    ObjectProperty<TimeInForce> timeInForce() {
        return timeInForce;
    }

    ObjectProperty<SizeMode> sizeMode() {
        return sizeMode;
    }

    StringProperty size() {
        return size;
    }

    StringProperty price() {
        return price;
    }

    ReadOnlyObjectProperty<Optional<MarketState>> market() {
        return market.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<DeskState>> desk() {
        return desk.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<TicketEntry> entry() {
        return entry.getReadOnlyProperty();
    }

    /** The engine's newest estimate; empty while there is nothing to estimate. */
    ReadOnlyObjectProperty<Optional<OrderPreview>> preview() {
        return preview.getReadOnlyProperty();
    }

    /** Whether the estimate is for what stands in the fields; a moving market leaves it so, an edit does not. */
    ReadOnlyBooleanProperty previewCurrent() {
        return previewCurrent.getReadOnlyProperty();
    }

    /** Why the order would not be sent, by its own figures or by the gate's word on them. */
    Optional<Refusal> refusal() {
        return entry.get() instanceof TicketEntry.Refused refused
                ? Optional.of(refused.refusal())
                : preview.get().flatMap(OrderPreview::refusal).filter(refusal -> previewCurrent.get());
    }

    ReadOnlyObjectProperty<TicketStage> stage() {
        return stage.getReadOnlyProperty();
    }

    void show(Optional<Instrument> chosen) {
        if (chosen.equals(instrument.get())) {
            return;
        }
        instrument.set(chosen);
        market.set(Optional.empty());
        ladderPrice = Optional.empty();
        size.set("");
        price.set("");
        edited();
    }

    void update(MarketState state) {
        if (instrument
                .get()
                .filter(shown -> shown.id().equals(state.instrument()))
                .isPresent()) {
            market.set(Optional.of(state));
            reckon();
        }
    }

    void update(DeskState state) {
        desk.set(Optional.of(state));
        reckon();
    }

    /** A price picked elsewhere, and the side when the place says which. */
    void fill(Price picked, Optional<Side> pickedSide) {
        kind.set(OrderKind.LIMIT);
        pickedSide.ifPresent(side::set);
        price.set(typed(OrderSizing.decimal(picked)));
        ladderPrice = Optional.of(picked);
        reckon();
    }

    /** Sells what is held or buys back what is owed, at the market. */
    void closePosition() {
        heldPosition().ifPresent(position -> {
            side.set(position.signedUnits() > 0 ? Side.SELL : Side.BUY);
            kind.set(OrderKind.MARKET);
            sizeMode.set(SizeMode.QUANTITY);
            BigDecimal held =
                    BigDecimal.valueOf(position.size().units(), position.size().scale());
            OrderSizing.lotsInQuantity(held, shownInstrument()).ifPresent(lots -> {
                Quantity whole = shownInstrument().quantityOf(lots);
                size.set(typed(BigDecimal.valueOf(whole.units(), whole.scale())));
            });
        });
    }

    /** The open position in the shown instrument. */
    Optional<Position> heldPosition() {
        return desk.get().stream()
                .flatMap(state -> state.positions().stream())
                .filter(position -> !position.isFlat())
                .filter(position -> instrument
                        .get()
                        .filter(shown -> shown.id().equals(position.instrument()))
                        .isPresent())
                .findFirst();
    }

    /** A percentage of the desk's worth. */
    void share(int percent) {
        sizeMode.set(SizeMode.EQUITY_SHARE);
        size.set(String.valueOf(percent));
    }

    void stepSize(int steps) {
        if (instrument.get().isEmpty()) {
            return;
        }
        BigDecimal grid = OrderSizing.sizeStep(sizeMode.get(), shownInstrument());
        size.set(typed(Steps.step(number(size.get()).orElse(BigDecimal.ZERO), grid, steps)));
    }

    void stepPrice(int steps) {
        if (instrument.get().isEmpty()) {
            return;
        }
        BigDecimal tick = Steps.tick(shownInstrument());
        Optional<BigDecimal> start = number(price.get());
        if (start.isEmpty()) {
            marketPrice().ifPresent(found -> price.set(typed(OrderSizing.decimal(found))));
        } else {
            price.set(typed(Steps.step(start.get(), tick, steps)));
        }
    }

    /** Whether a confirmation may open: the draft is whole and the gate has not said no. */
    boolean mayConfirm() {
        return entry.get() instanceof TicketEntry.Ready
                && refusal().isEmpty()
                && !(stage.get() instanceof TicketStage.Sending);
    }

    /** Opens the confirmation of what is on show; {@code key} will name the command. */
    void confirm(CommandKey key) {
        if (entry.get() instanceof TicketEntry.Ready ready && mayConfirm()) {
            stage.set(new TicketStage.Confirming(key, ready.draft()));
            revision++;
        }
    }

    void backToEditing() {
        if (!(stage.get() instanceof TicketStage.Sending)) {
            stage.set(TicketStage.EDITING);
            reckon();
        }
    }

    /** The yes, or the repetition of one that was not answered: from now on the same key is under way. */
    Optional<TicketStage.Sending> send() {
        Optional<TicketStage.Sending> sending = switch (stage.get()) {
            case TicketStage.Confirming confirming ->
                Optional.of(new TicketStage.Sending(confirming.key(), confirming.draft()));
            case TicketStage.Unanswered lost -> Optional.of(new TicketStage.Sending(lost.key(), lost.draft()));
            case TicketStage.Editing editing -> Optional.empty();
            case TicketStage.Sending already -> Optional.empty();
            case TicketStage.Sent sent -> Optional.empty();
            case TicketStage.Refused refused -> Optional.empty();
        };
        sending.ifPresent(stage::set);
        return sending;
    }

    void answered(CommandKey key, Answer answer) {
        sendingUnder(key).ifPresent(sending -> {
            stage.set(
                    switch (answer) {
                        case Answer.Done done ->
                            new TicketStage.Sent(
                                    sending.draft(),
                                    done.order(),
                                    done.order().flatMap(id -> Optional.ofNullable(newestOrders.get(id))));
                        case Answer.Refused refused -> new TicketStage.Refused(sending.draft(), refused.refusal());
                    });
        });
    }

    void unanswered(CommandKey key, String reason) {
        sendingUnder(key).ifPresent(sending -> stage.set(new TicketStage.Unanswered(key, sending.draft(), reason)));
    }

    /** Lets the answer on show follow what becomes of its order, whichever of the two comes first. */
    void orderChanged(Order order) {
        newestOrders.remove(order.id());
        newestOrders.put(order.id(), order);
        if (newestOrders.size() > MAX_NEWEST_ORDERS) {
            newestOrders.remove(newestOrders.keySet().iterator().next());
        }
        if (stage.get() instanceof TicketStage.Sent sent
                && sent.id().filter(order.id()::equals).isPresent()) {
            stage.set(new TicketStage.Sent(sent.draft(), sent.id(), Optional.of(order)));
        }
    }

    /** What to ask the engine about now. */
    Optional<PreviewWish> previewWish() {
        return onShow().map(draft -> new PreviewWish(revision, draft));
    }

    /** Takes an estimate unless the fields were edited since; the gate's no ends an open confirmation. */
    void previewed(PreviewWish wish, OrderPreview estimate) {
        if (wish.revision() != revision || onShow().isEmpty()) {
            return;
        }
        previewCurrent.set(true);
        preview.set(Optional.of(estimate));
        if (estimate.refusal().isPresent() && stage.get() instanceof TicketStage.Confirming) {
            stage.set(TicketStage.EDITING);
        }
    }

    /** The engine could not say. */
    void noPreview(PreviewWish wish) {
        if (wish.revision() == revision) {
            preview.set(Optional.empty());
        }
    }

    /** The draft that an estimate is wanted for: the one being confirmed, else the one the fields make. */
    Optional<OrderDraft> onShow() {
        return switch (stage.get()) {
            case TicketStage.Confirming confirming -> Optional.of(confirming.draft());
            case TicketStage.Sending sending -> Optional.of(sending.draft());
            case TicketStage.Unanswered lost -> Optional.of(lost.draft());
            case TicketStage.Editing editing -> readyDraft();
            case TicketStage.Sent sent -> readyDraft();
            case TicketStage.Refused refused -> readyDraft();
        };
    }

    /** The price at which a market order would start to trade, or the last one. */
    Optional<Price> marketPrice() {
        return market.get().flatMap(state -> {
            var opposite = side.get() == Side.BUY
                    ? state.depth().asks()
                    : state.depth().bids();
            return opposite.isEmpty()
                    ? state.last()
                    : Optional.of(opposite.getFirst().price());
        });
    }

    private Optional<OrderDraft> readyDraft() {
        return entry.get() instanceof TicketEntry.Ready ready ? Optional.of(ready.draft()) : Optional.empty();
    }

    private Optional<TicketStage.Sending> sendingUnder(CommandKey key) {
        return stage.get() instanceof TicketStage.Sending sending
                        && sending.key().equals(key)
                ? Optional.of(sending)
                : Optional.empty();
    }

    private void edited() {
        revision++;
        previewCurrent.set(false);
        if (!(stage.get() instanceof TicketStage.Sending)) {
            stage.set(TicketStage.EDITING);
        }
        reckon();
    }

    /** Adds the fields up anew. Without a draft there is no estimate. */
    private void reckon() {
        TicketEntry reckoned = new TicketReckoning(this, texts.figures(), origin()).entry();
        if (!reckoned.equals(entry.get())) {
            entry.set(reckoned);
        }
        if (onShow().isEmpty()) {
            preview.set(Optional.empty());
        }
    }

    private OrderOrigin origin() {
        boolean fromLadder = ladderPrice
                .map(OrderSizing::decimal)
                .flatMap(picked -> number(price.get()).filter(typed -> typed.compareTo(picked) == 0))
                .isPresent();
        return fromLadder && kind.get() == OrderKind.LIMIT ? OrderOrigin.LADDER : OrderOrigin.TICKET;
    }

    private Optional<BigDecimal> number(String text) {
        return Typed.number(text, texts.figures());
    }

    /** What was typed in one language stays the same number in the next. */
    private void retype(Figures before) {
        Typed.number(size.get(), before).ifPresent(number -> size.set(typed(number)));
        Typed.number(price.get(), before).ifPresent(number -> price.set(typed(number)));
    }

    private String typed(BigDecimal value) {
        return Typed.text(value, texts.language());
    }

    private Instrument shownInstrument() {
        return instrument.get().orElseThrow();
    }
}
