package io.sextant.ui;

import io.sextant.domain.request.EngineClient;
import io.sextant.domain.time.Clock;
import io.sextant.ui.bridge.CommandKeys;
import io.sextant.ui.i18n.Language;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.shell.PanelFactory;
import io.sextant.ui.shell.SextantWindow;
import io.sextant.ui.shell.StartView;
import io.sextant.ui.theme.Themes;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** The desktop application: opens an engine off the JavaFX thread, shows the window on it, and closes both at the end. */
public final class SextantApplication extends Application {

    /**
     * What the launcher hands over. {@code engine} may take its time and may fail with a message for the reader; {@code onReady} is
     * called once the window stands.
     */
    public record Launch(
            Callable<EngineClient> engine,
            List<PanelFactory> panels,
            Clock clock,
            Language language,
            ZoneId zone,
            Consumer<SextantWindow> onReady) {}

    private static final System.Logger LOG = System.getLogger(SextantApplication.class.getName());
    private static final double START_WIDTH = 960;
    private static final double START_HEIGHT = 600;

    /** JavaFX makes the application object itself, so this is the only way to hand it something. */
    private static final AtomicReference<@Nullable Launch> HANDED_OVER = new AtomicReference<>();

    private final AtomicReference<@Nullable EngineClient> client = new AtomicReference<>();
    private @Nullable SextantWindow window;

    /** Runs the application until its last window closes. */
    public static void launch(Launch launch, String... arguments) {
        handOver(launch);
        Application.launch(SextantApplication.class, arguments);
    }

    static void handOver(Launch launch) {
        HANDED_OVER.set(launch);
    }

    @Override
    public void start(Stage stage) {
        Launch launch = Objects.requireNonNull(HANDED_OVER.get(), "started without launch()");
        Thread.currentThread()
                .setUncaughtExceptionHandler((thread, failure) ->
                        LOG.log(System.Logger.Level.ERROR, "the window failed on something it was doing", failure));
        Themes themes = new Themes(systemShade());
        Texts texts = new Texts(launch.language(), launch.zone());
        StartView start = new StartView(texts);
        Scene scene = new Scene(start.view(), START_WIDTH, START_HEIGHT);
        themes.apply(scene);
        stage.setTitle(texts.get("shell.app.name"));
        stage.setScene(scene);
        stage.show();
        openEngine(launch, stage, start);
    }

    @Override
    public void stop() {
        SextantWindow open = window;
        if (open != null) {
            open.close();
        }
        EngineClient engine = client.getAndSet(null);
        if (engine != null) {
            engine.close();
        }
    }

    private void openEngine(Launch launch, Stage stage, StartView start) {
        start.showStarting();
        Thread.ofVirtual().name("engine-start").start(() -> {
            try {
                EngineClient engine = launch.engine().call();
                client.set(engine);
                Platform.runLater(() -> openWindow(launch, stage, start, engine));
            } catch (Exception e) {
                Platform.runLater(() -> failed(launch, stage, start, e));
            }
        });
    }

    private void openWindow(Launch launch, Stage stage, StartView start, EngineClient engine) {
        var reader = new SextantWindow.Reader(
                launch.language(),
                launch.zone(),
                systemShade(),
                new CommandKeys(launch.clock().nanos()));
        SextantWindow.open(stage, engine, launch.panels(), reader).whenComplete((opened, failure) -> {
            if (opened != null) {
                window = opened;
                launch.onReady().accept(opened);
            } else {
                client.set(null);
                engine.close();
                failed(launch, stage, start, failure);
            }
        });
    }

    private void failed(Launch launch, Stage stage, StartView start, Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        LOG.log(System.Logger.Level.ERROR, "the engine could not start", cause);
        start.showFailure(cause, () -> openEngine(launch, stage, start), stage::close);
    }

    private static Themes.Shade systemShade() {
        return Platform.getPreferences().getColorScheme() == ColorScheme.LIGHT ? Themes.Shade.LIGHT : Themes.Shade.DARK;
    }
}
