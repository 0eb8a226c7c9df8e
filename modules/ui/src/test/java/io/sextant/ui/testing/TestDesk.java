package io.sextant.ui.testing;

import io.sextant.ui.bridge.CommandKeys;
import io.sextant.ui.bridge.EngineBridge;
import io.sextant.ui.i18n.Language;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.shell.DeskContext;
import io.sextant.ui.shell.Panel;
import io.sextant.ui.shell.PanelFactory;
import io.sextant.ui.shell.Settings;
import io.sextant.ui.shell.Signals;
import io.sextant.ui.shell.Toasts;
import io.sextant.ui.theme.Themes;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/**
 * One panel alone in a window on a fake engine, for the panel's own tests. Make it on the JavaFX thread, for example in TestFX's
 * {@code @Start}.
 */
public final class TestDesk implements DeskContext.Desk {

    /** The zone of all tests, so that times are the same everywhere. */
    public static final ZoneId ZONE = ZoneId.of("UTC");

    private final FakeEngine engine;
    private final DeskContext context;
    private final Set<String> showing = new HashSet<>();
    private final List<String> ranActions = new ArrayList<>();

    public TestDesk(FakeEngine engine, Language language, Themes.Shade shade) {
        this.engine = engine;
        EngineBridge bridge = new EngineBridge(engine, new CommandKeys(FakeEngine.START_NANOS));
        Texts texts = new Texts(language, ZONE);
        context = new DeskContext(
                bridge,
                FakeInstruments.CATALOG,
                texts,
                new Themes(shade),
                new Settings(bridge, Map.of()),
                new Toasts(texts),
                new Signals(),
                this,
                new SimpleObjectProperty<>(FakeInstruments.BTC));
    }

    /** Shows the panel alone in {@code stage} and tells it so. */
    public Panel show(PanelFactory factory, Stage stage, double width, double height) {
        Panel panel = factory.create(context);
        StackPane root = new StackPane(panel.view());
        Scene scene = new Scene(root, width, height);
        context.themes().apply(scene);
        installShortcuts(panel, scene);
        stage.setScene(scene);
        stage.sizeToScene();
        stage.show();
        panel.onShow();
        return panel;
    }

    /** As the window does: a key without Ctrl or Alt belongs to the text field it is typed into. */
    private static void installShortcuts(Panel panel, Scene scene) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, pressed -> {
            boolean typed = scene.getFocusOwner() instanceof TextInputControl
                    && !pressed.isShortcutDown()
                    && !pressed.isAltDown()
                    && !pressed.getCode().isFunctionKey();
            panel.actions().stream()
                    .filter(action -> !typed && action.shortcut().stream().anyMatch(keys -> keys.match(pressed)))
                    .findFirst()
                    .ifPresent(action -> {
                        pressed.consume();
                        action.run();
                    });
        });
    }

    public DeskContext context() {
        return context;
    }

    public FakeEngine engine() {
        return engine;
    }

    /** The panels that were asked for. */
    public Set<String> shownPanels() {
        return Set.copyOf(showing);
    }

    public List<String> ranActions() {
        return List.copyOf(ranActions);
    }

    @Override
    public void showPanel(String panelId) {
        showing.add(panelId);
    }

    @Override
    public boolean isShowing(String panelId) {
        return showing.contains(panelId);
    }

    @Override
    public void run(String actionId) {
        ranActions.add(actionId);
    }
}
