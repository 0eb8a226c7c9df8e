package io.sextant.ui.testing;

import io.sextant.domain.command.ChangeSetting;
import io.sextant.domain.command.CommandKey;
import io.sextant.ui.bridge.CommandKeys;
import io.sextant.ui.i18n.Language;
import io.sextant.ui.shell.DeskMenu;
import io.sextant.ui.shell.DeskOpener;
import io.sextant.ui.shell.PanelFactory;
import io.sextant.ui.shell.SextantWindow;
import io.sextant.ui.theme.Themes;
import java.util.List;
import java.util.Map;
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
        return open(
                stage,
                new SextantWindow.Opening(new DeskOpener.OpenDesk(engine, List.of()), Map.of()),
                panels,
                language,
                new DeskMenu(List.of(), desk -> {}));
    }

    /** On an engine that is elsewhere, over {@code link}. */
    public static SextantWindow openFar(
            Stage stage,
            FakeEngine engine,
            FakeLink link,
            List<? extends PanelFactory> panels,
            Language language,
            DeskMenu desks) {
        DeskOpener.OpenDesk desk =
                new DeskOpener.OpenDesk(engine, Optional.of(new DeskOpener.FarDesk(link, link)), List.of());
        return open(stage, new SextantWindow.Opening(desk, Map.of()), panels, language, desks);
    }

    private static SextantWindow open(
            Stage stage,
            SextantWindow.Opening opening,
            List<? extends PanelFactory> panels,
            Language language,
            DeskMenu desks) {
        CompletionStage<SextantWindow> opened = SextantWindow.open(
                stage,
                opening,
                panels,
                new SextantWindow.Reader(
                        language,
                        TestDesk.ZONE,
                        Themes.Shade.DARK,
                        Optional.empty(),
                        new CommandKeys(FakeEngine.START_NANOS)),
                desks);
        return opened.toCompletableFuture().join();
    }
}
