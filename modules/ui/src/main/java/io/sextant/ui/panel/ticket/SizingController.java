package io.sextant.ui.panel.ticket;

import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.money.Price;
import io.sextant.domain.request.Query;
import io.sextant.domain.risk.SizeSuggestion;
import io.sextant.ui.parts.ThemedPopOver;
import io.sextant.ui.parts.Typed;
import io.sextant.ui.shell.DeskContext;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.scene.Node;
import org.controlsfx.control.PopOver;

/** Opens the rules for the size beside the size field, asks the engine after each edit, and writes what a person takes over. */
final class SizingController {

    private static final System.Logger LOG = System.getLogger(SizingController.class.getName());

    private final DeskContext context;
    private final TicketModel ticket;
    private final SizingModel model;
    private final PopOver popOver;

    SizingController(DeskContext context, TicketModel ticket) {
        this.context = context;
        this.ticket = ticket;
        model = new SizingModel(context.texts()::figures);
        SizingView view = new SizingView(model, ticket, context.texts());
        popOver = new ThemedPopOver(view, PopOver.ArrowLocation.RIGHT_TOP);
        view.use().setOnAction(pressed -> take());
        InvalidationListener edited = change -> ask();
        for (var field : List.of(
                model.risk(),
                model.ranges(),
                model.win(),
                model.payoff(),
                model.fraction(),
                model.cap(),
                model.budget(),
                ticket.price())) {
            field.addListener(edited);
        }
        model.kind().addListener(edited);
        ticket.side().addListener(edited);
        ticket.instrument().addListener(edited);
    }

    void open(Node beside) {
        popOver.show(beside);
        ask();
    }

    void close() {
        popOver.hide();
    }

    private void ask() {
        Optional<Instrument> instrument = ticket.instrument().get();
        if (!popOver.isShowing() || instrument.isEmpty()) {
            return;
        }
        model.question(instrument.get(), ticket.side().get(), price()).ifPresent(this::ask);
    }

    private void ask(Query.Size question) {
        context.engine().ask(question).whenComplete((answer, failure) -> {
            if (failure == null) {
                model.answered(question, answer);
            } else {
                LOG.log(System.Logger.Level.DEBUG, "no size", failure);
                model.unanswered(question);
            }
        });
    }

    /** The price that stands on the ticket, else the one at which a market order would begin. */
    private Optional<Price> price() {
        Optional<Price> typed = ticket.kind().get() == OrderKind.LIMIT
                ? Typed.price(ticket.price().get(), context.texts().figures())
                : Optional.empty();
        return typed.or(ticket::marketPrice);
    }

    private void take() {
        if (model.suggestion().get().orElse(null) instanceof SizeSuggestion.Suggested found) {
            ticket.sizeMode().set(SizeMode.QUANTITY);
            ticket.size()
                    .set(Typed.text(
                            BigDecimal.valueOf(
                                    found.quantity().units(), found.quantity().scale()),
                            context.texts().language()));
            popOver.hide();
        }
    }
}
