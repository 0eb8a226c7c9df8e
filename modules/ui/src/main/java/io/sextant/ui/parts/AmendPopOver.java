package io.sextant.ui.parts;

import io.sextant.domain.command.AmendOrder;
import io.sextant.ui.i18n.Texts;
import java.util.function.BiConsumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver;

/** Quantity and limit of one working order, to be changed on the spot: Enter in a field applies, Escape leaves it as it is. */
public final class AmendPopOver {

    private final AmendModel model;
    private final Texts texts;
    private final BiConsumer<AmendOrder, AmendPopOver> onApply;
    private final StepField quantity;
    private final StepField limit;
    private final Button apply = new Button();
    private final ThemedPopOver popOver;

    AmendPopOver(AmendModel model, Texts texts, BiConsumer<AmendOrder, AmendPopOver> onApply) {
        this.model = model;
        this.texts = texts;
        this.onApply = onApply;
        quantity = new StepField("amend-quantity", "blotter.column.quantity", texts);
        limit = new StepField("amend-limit", priceKey(), texts);
        quantity.field().textProperty().bindBidirectional(model.quantity());
        quantity.onStep(model::stepQuantity);
        limit.field().textProperty().bindBidirectional(model.limit());
        limit.onStep(model::stepLimit);
        limit.unit().setText(model.instrument().quote().code());
        popOver = new ThemedPopOver(content(), PopOver.ArrowLocation.BOTTOM_CENTER);
        popOver.getStyleClass().add("amend-popover");
    }

    /** Called when the form is gone, whatever came of it. */
    public void onGone(Runnable action) {
        popOver.setOnHidden(hidden -> action.run());
    }

    /** Points at a place on the screen. */
    public void showAt(Node owner, double screenX, double screenY) {
        popOver.show(owner, screenX, screenY);
        limit.field().requestFocus();
        limit.field().selectAll();
    }

    public void showAt(Node owner) {
        popOver.show(owner);
        limit.field().requestFocus();
        limit.field().selectAll();
    }

    void hide() {
        popOver.hide();
    }

    private VBox content() {
        Label title = new Label(texts.get(
                "blotter.amend.title",
                model.order().id().toString(),
                model.instrument().id().symbol()));
        title.getStyleClass().add("popover-title");
        Label problem = new Label();
        problem.setId("amend-problem");
        problem.textProperty().bind(model.problem());
        problem.setWrapText(true);
        problem.visibleProperty().bind(model.problem().isNotEmpty());
        problem.managedProperty().bind(problem.visibleProperty());
        problem.getStyleClass().add("problem");
        apply.setId("amend-apply");
        apply.textProperty().bind(texts.bind("blotter.amend.apply"));
        apply.getStyleClass().add("accent");
        apply.disableProperty().bind(model.pending());
        apply.setOnAction(pressed -> apply());
        quantity.field().setOnAction(pressed -> apply());
        limit.field().setOnAction(pressed -> apply());
        Button leave = new Button();
        leave.setId("amend-leave");
        leave.textProperty().bind(texts.bind("blotter.amend.leave"));
        leave.setOnAction(pressed -> hide());
        fireOnEnter(apply);
        fireOnEnter(leave);
        HBox buttons = new HBox(leave, apply);
        buttons.getStyleClass().add("popover-buttons");
        VBox content = new VBox(
                title, titled("blotter.column.quantity", quantity), titled(priceKey(), limit), problem, buttons);
        content.getStyleClass().addAll("panel", "popover-content");
        content.addEventFilter(KeyEvent.KEY_PRESSED, pressed -> {
            if (pressed.getCode() == KeyCode.ESCAPE) {
                hide();
                pressed.consume();
            }
        });
        return content;
    }

    /** Enter does what the button with the focus says, and nothing else. */
    private static void fireOnEnter(Button button) {
        button.addEventFilter(KeyEvent.KEY_PRESSED, pressed -> {
            if (pressed.getCode() == KeyCode.ENTER) {
                button.fire();
                pressed.consume();
            }
        });
    }

    /** Of an order that waits it is the price that it waits for. */
    private String priceKey() {
        return model.order().terms().type().waits() ? "blotter.amend.trigger" : "blotter.column.limit";
    }

    private VBox titled(String key, StepField field) {
        Label title = new Label();
        title.textProperty().bind(texts.bind(key));
        title.getStyleClass().add("field-title");
        VBox block = new VBox(title, field);
        block.getStyleClass().add("field-block");
        return block;
    }

    private void apply() {
        if (!model.pending().get()) {
            model.command().ifPresent(command -> {
                model.sent();
                onApply.accept(command, this);
            });
        }
    }
}
