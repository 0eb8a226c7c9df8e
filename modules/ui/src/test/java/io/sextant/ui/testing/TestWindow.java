package io.sextant.ui.testing;

import io.sextant.domain.command.ChangeSetting;
import io.sextant.domain.command.CommandKey;
import io.sextant.ui.bridge.CommandKeys;
import io.sextant.ui.i18n.Language;
import io.sextant.ui.shell.DeskMenu;
import io.sextant.ui.shell.PanelFactory;
import io.sextant.ui.shell.SextantWindow;
import io.sextant.ui.theme.Themes;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import javafx.stage.Stage;

/** Opens the whole window on a fake engine, which answers at once, so the window stands when this returns. On the JavaFX thread. */
public final class TestWindow {

    private TestWindow() {}

    public static SextantWindow open(
            Stage stage, FakeEngine engine, List<? extends PanelFactory> panels, Language language) {
        if (!engine.settings().containsKey("ui.window")) {
            engine.submit(new CommandKey("place"), new ChangeSetting("ui.window", "0,0,1440,900,false"));
        }
        CompletionStage<SextantWindow> opening = SextantWindow.open(
                stage,
                engine,
                panels,
                new SextantWindow.Reader(
                        language,
                        TestDesk.ZONE,
                        Themes.Shade.DARK,
                        Optional.empty(),
                        new CommandKeys(FakeEngine.START_NANOS)),
                new DeskMenu(List.of(), desk -> {}));
        return opening.toCompletableFuture().join();
    }
}
