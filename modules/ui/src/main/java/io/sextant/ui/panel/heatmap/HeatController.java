package io.sextant.ui.panel.heatmap;

import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.request.Topic;
import io.sextant.ui.chart.ChartPalette;
import io.sextant.ui.parts.InstrumentFollower;
import io.sextant.ui.parts.Palettes;
import io.sextant.ui.parts.Subscriptions;
import io.sextant.ui.shell.DeskContext;
import io.sextant.ui.shell.Panel;
import io.sextant.ui.shell.PanelIds;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.ScrollEvent;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignB;

/** Follows the depth of the linked instrument while it can be seen. */
public final class HeatController implements Panel {

    private static final double CONTRAST_STEP = 1.5;

    private final DeskContext context;
    private final HeatModel model = new HeatModel();
    private final InstrumentFollower follower;
    private @Nullable HeatView view;

    public HeatController(DeskContext context) {
        this.context = context;
        follower = new InstrumentFollower(context, this::follow);
    }

    @Override
    public String id() {
        return PanelIds.HEATMAP;
    }

    @Override
    public ObservableValue<String> title() {
        return context.texts().bind("heatmap.title");
    }

    @Override
    public Ikon icon() {
        return MaterialDesignB.BLUR;
    }

    @Override
    public Node view() {
        return ownView();
    }

    @Override
    public void onShow() {
        follower.start();
    }

    @Override
    public void onHide() {
        follower.stop();
    }

    @Override
    public void focusFirst() {
        ownView().map().requestFocus();
    }

    private HeatView ownView() {
        HeatView known = view;
        if (known != null) {
            return known;
        }
        HeatView made = new HeatView(model, context.texts());
        view = made;
        ObservableValue<ChartPalette> palette = Palettes.of(context.themes());
        palette.addListener((property, before, now) -> made.map().setPalette(now));
        made.map().setPalette(palette.getValue());
        made.weaker().setOnAction(pressed -> changeContrast(made, 1 / CONTRAST_STEP));
        made.stronger().setOnAction(pressed -> changeContrast(made, CONTRAST_STEP));
        made.map().addEventHandler(KeyEvent.KEY_PRESSED, pressed -> key(made, pressed));
        made.map().addEventHandler(ScrollEvent.SCROLL, scrolled -> {
            made.map().setSlicePixels(made.map().slicePixels() + (int) Math.signum(scrolled.getDeltaY()));
            scrolled.consume();
        });
        made.map().setOnMousePressed(pressed -> made.map().requestFocus());
        return made;
    }

    private static void changeContrast(HeatView shown, double factor) {
        shown.map().setContrast(shown.map().contrast() * factor);
    }

    private static void key(HeatView shown, KeyEvent pressed) {
        if (pressed.isShortcutDown() || pressed.isAltDown()) {
            return;
        }
        switch (pressed.getCode()) {
            case ADD, PLUS, EQUALS -> changeContrast(shown, CONTRAST_STEP);
            case SUBTRACT, MINUS -> changeContrast(shown, 1 / CONTRAST_STEP);
            case UP -> shown.map().setSlicePixels(shown.map().slicePixels() + 1);
            case DOWN -> shown.map().setSlicePixels(shown.map().slicePixels() - 1);
            default -> {
                return;
            }
        }
        pressed.consume();
    }

    private void follow(Optional<Instrument> instrument, Subscriptions whileLinked) {
        model.show(instrument);
        ownView().render();
        instrument.ifPresent(shown -> whileLinked.add(context.engine().onState(new Topic.Market(shown.id()), state -> {
            if (model.update(state)) {
                ownView().render();
            }
        })));
    }
}
