package io.sextant.ui.panel.ticket;

import io.sextant.domain.command.CommandKey;
import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.market.Side;
import io.sextant.domain.money.Price;
import io.sextant.domain.order.Order;
import io.sextant.domain.order.OrderDraft;
import io.sextant.domain.order.OrderOrigin;
import io.sextant.domain.order.Refusal;
import io.sextant.domain.position.Position;
import io.sextant.domain.request.Answer;
import io.sextant.domain.request.BracketPreview;
import io.sextant.domain.request.DeskState;
import io.sextant.domain.request.MarketState;
import io.sextant.domain.request.OrderPreview;
import io.sextant.ui.exits.ExitsModel;
import io.sextant.ui.i18n.Figures;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.parts.Typed;
import java.math.BigDecimal;
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

    private final Texts texts;
    private final ReadOnlyObjectWrapper<Optional<Instrument>> instrument =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObjectProperty<Side> side = new SimpleObjectProperty<>(Side.BUY);
    private final ObjectProperty<OrderKind> kind = new SimpleObjectProperty<>(OrderKind.LIMIT);
    private final LastingModel lasting;
    private final WaitingModel waiting;
    private final ExitsModel exits;
    private final ObjectProperty<SizeMode> sizeMode = new SimpleObjectProperty<>(SizeMode.QUANTITY);
    private final StringProperty size = new SimpleStringProperty("");
    private final StringProperty price = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Optional<MarketState>> market = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<DeskState>> desk = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<TicketEntry> entry =
            new ReadOnlyObjectWrapper<>(new TicketEntry.Incomplete(TicketEntry.Gap.NO_INSTRUMENT));
    private final ReadOnlyObjectWrapper<Optional<OrderPreview>> preview = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<BracketPreview>> bracketPreview =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<TicketStage> stage = new ReadOnlyObjectWrapper<>(new TicketStage.Editing());
    private final NewestOrders newestOrders = new NewestOrders();
    private final ReadOnlyBooleanWrapper previewCurrent = new ReadOnlyBooleanWrapper();
    private final ObjectProperty<Optional<Refusal>> barrier = new SimpleObjectProperty<>(Optional.empty());
    private int revision;
    private Optional<Price> ladderPrice = Optional.empty();

    TicketModel(Texts texts) {
        this.texts = texts;
        lasting = new LastingModel(texts.zoneProperty()::get, this::edited);
        waiting = new WaitingModel(this::edited);
        exits = new ExitsModel(this::edited);
        side.addListener(change -> edited());
        kind.addListener(change -> edited());
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

    WaitingModel waiting() {
        return waiting;
    }

    /** How the position that the order opens is to be left. */
    ExitsModel exits() {
        return exits;
    }

    LastingModel lasting() {
        return lasting;
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

    /** What the engine says of the exits; empty for an order without, or while nothing was said. */
    ReadOnlyObjectProperty<Optional<BracketPreview>> bracketPreview() {
        return bracketPreview.getReadOnlyProperty();
    }

    /** Whether the estimate is for what stands in the fields; a moving market leaves it so, an edit does not. */
    ReadOnlyBooleanProperty previewCurrent() {
        return previewCurrent.getReadOnlyProperty();
    }

    /** Why no order at all can be sent from here now: no line to the engine, or a role that may not. */
    ObjectProperty<Optional<Refusal>> barrier() {
        return barrier;
    }

    boolean isBegun() {
        return !size.get().isBlank() || !price.get().isBlank() || stage.get() instanceof TicketStage.Sending;
    }

    /** Why the order would not be sent: what bars all of them, its own figures, or the gate's word on them. */
    Optional<Refusal> refusal() {
        return barrier.get().or(this::ownRefusal);
    }

    private Optional<Refusal> ownRefusal() {
        return entry.get() instanceof TicketEntry.Refused refused
                ? Optional.of(refused.refusal())
                : preview.get()
                        .flatMap(OrderPreview::refusal)
                        .or(() -> bracketPreview.get().flatMap(BracketPreview::refusal))
                        .filter(refusal -> previewCurrent.get());
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
        waiting.clear();
        exits.clearPrices();
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
        if (stage.get() instanceof TicketStage.Confirming confirming
                && !confirming.act().stands(state)) {
            stage.set(new TicketStage.Outdated(confirming.act()));
        }
        reckon();
    }

    /** The price in the field was picked on the ladder; an edit makes it the person's own. */
    void pickedOnLadder(Price picked) {
        ladderPrice = Optional.of(picked);
        reckon();
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

    /** Whether a confirmation may open: the draft is whole and the gate has not said no. */
    boolean mayConfirm() {
        return entry.get() instanceof TicketEntry.Ready
                && refusal().isEmpty()
                && !(stage.get() instanceof TicketStage.Sending);
    }

    /** Opens the confirmation of what is on show; {@code key} will name the command. */
    void confirm(CommandKey key) {
        if (entry.get() instanceof TicketEntry.Ready ready && mayConfirm()) {
            stage.set(new TicketStage.Confirming(key, ready.act()));
            revision++;
        }
    }

    /** Opens the confirmation of something else than what the fields make. */
    void ask(CommandKey key, TicketAct act) {
        if (!(stage.get() instanceof TicketStage.Sending)) {
            stage.set(new TicketStage.Confirming(key, act));
            revision++;
        }
    }

    void backToEditing() {
        if (!(stage.get() instanceof TicketStage.Sending)) {
            stage.set(new TicketStage.Editing());
            reckon();
        }
    }

    /** The question no longer stands: the market left the price at which it was asked. */
    void lapse(Price was, Price now) {
        if (stage.get() instanceof TicketStage.Confirming confirming) {
            stage.set(new TicketStage.Lapsed(confirming.act(), was, now));
        }
    }

    /** The yes, or the repetition of one that was not answered: from now on the same key is under way. */
    Optional<TicketStage.Sending> send() {
        Optional<TicketStage.Sending> sending = stage.get().afterYes();
        sending.ifPresent(stage::set);
        return sending;
    }

    void sending(TicketStage.Sending sending) {
        stage.set(sending);
    }

    void answered(CommandKey key, Answer answer) {
        sendingUnder(key).ifPresent(sending -> {
            stage.set(
                    switch (answer) {
                        case Answer.Done done ->
                            new TicketStage.Sent(
                                    sending.act(), done.order(), done.order().flatMap(newestOrders::find));
                        case Answer.Refused refused -> new TicketStage.Refused(sending.act(), refused.refusal());
                    });
        });
    }

    void unanswered(CommandKey key, String reason) {
        sendingUnder(key).ifPresent(sending -> stage.set(new TicketStage.Unanswered(key, sending.act(), reason)));
    }

    /** Lets the answer on show follow what becomes of its order, whichever of the two comes first. */
    void orderChanged(Order order) {
        newestOrders.add(order);
        if (stage.get() instanceof TicketStage.Sent sent
                && sent.id().filter(id -> NewestOrders.isMeant(order, id)).isPresent()) {
            stage.set(new TicketStage.Sent(sent.act(), sent.id(), Optional.of(order)));
        }
    }

    /** What to ask the engine about now. */
    Optional<PreviewWish> previewWish() {
        return actOnShow().map(act -> new PreviewWish(revision, act));
    }

    /** Takes an estimate unless the fields were edited since; the gate's no ends an open confirmation. */
    void previewed(PreviewWish wish, OrderPreview estimate, Optional<BracketPreview> bracket) {
        if (wish.revision() != revision || onShow().isEmpty()) {
            return;
        }
        previewCurrent.set(true);
        preview.set(Optional.of(estimate));
        bracketPreview.set(bracket);
        boolean refused = estimate.refusal()
                .or(() -> bracket.flatMap(BracketPreview::refusal))
                .isPresent();
        if (refused && stage.get() instanceof TicketStage.Confirming) {
            stage.set(new TicketStage.Editing());
        }
    }

    /** The engine could not say. */
    void noPreview(PreviewWish wish) {
        if (wish.revision() == revision) {
            forgetPreview();
        }
    }

    private void forgetPreview() {
        preview.set(Optional.empty());
        bracketPreview.set(Optional.empty());
    }

    /** The draft that an estimate is wanted for: the one being confirmed, else the one the fields make. */
    Optional<OrderDraft> onShow() {
        return actOnShow().map(TicketAct.Send::draft);
    }

    /** The draft with its exits; none while something else is asked about. */
    Optional<TicketAct.Send> actOnShow() {
        Optional<TicketAct> bound = stage.get().boundAct();
        return bound.isEmpty()
                ? readyAct()
                : bound.filter(TicketAct.Send.class::isInstance).map(TicketAct.Send.class::cast);
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

    private Optional<TicketAct.Send> readyAct() {
        return entry.get() instanceof TicketEntry.Ready ready ? Optional.of(ready.act()) : Optional.empty();
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
            stage.set(new TicketStage.Editing());
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
            forgetPreview();
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
        Typed.number(size.get(), before).ifPresent(number -> size.set(Typed.text(number, texts.language())));
        Typed.number(price.get(), before).ifPresent(number -> price.set(Typed.text(number, texts.language())));
        waiting.retype(before, texts.language());
        exits.retype(before, texts.language());
    }
}
