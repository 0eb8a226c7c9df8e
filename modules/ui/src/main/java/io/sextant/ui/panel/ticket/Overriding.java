package io.sextant.ui.panel.ticket;

import io.sextant.domain.command.CommandKey;
import io.sextant.domain.order.GateControl;
import io.sextant.domain.order.OrderDraft;
import io.sextant.domain.order.Refusal;
import java.util.Optional;

/** What a person may do about a refusal: send this one draft past the one control that refused it, where that may be. */
final class Overriding {

    private final TicketModel model;

    Overriding(TicketModel model) {
        this.model = model;
    }

    /** The control that stands in the way and may be overridden. */
    Optional<GateControl> control() {
        return switch (model.stage().get()) {
            case TicketStage.Refused refused ->
                refusedDraft(refused).flatMap(act -> overridable(refused.refusal(), act));
            case TicketStage.Editing editing ->
                model.refusal().flatMap(refusal -> model.actOnShow().flatMap(act -> overridable(refusal, act)));
            case TicketStage.Confirming other -> Optional.empty();
            case TicketStage.Sending other -> Optional.empty();
            case TicketStage.Sent other -> Optional.empty();
            case TicketStage.Unanswered other -> Optional.empty();
            case TicketStage.Lapsed other -> Optional.empty();
            case TicketStage.Outdated other -> Optional.empty();
        };
    }

    private static Optional<TicketAct.Send> refusedDraft(TicketStage.Refused refused) {
        return refused.act() instanceof TicketAct.Send send ? Optional.of(send) : Optional.empty();
    }

    private static Optional<GateControl> overridable(Refusal refusal, TicketAct.Send act) {
        return GateControl.findControl(refusal.code())
                .filter(control -> control.isOverridable()
                        && !act.draft().type().waits()
                        && act.exits().isEmpty());
    }

    /** The refused draft, from now on under way under this key. */
    Optional<OrderDraft> send(CommandKey key) {
        if (control().isEmpty()) {
            return Optional.empty();
        }
        Optional<TicketAct.Send> act =
                model.stage().get() instanceof TicketStage.Refused refused ? refusedDraft(refused) : model.actOnShow();
        act.ifPresent(one -> model.sending(new TicketStage.Sending(key, one)));
        return act.map(TicketAct.Send::draft);
    }
}
