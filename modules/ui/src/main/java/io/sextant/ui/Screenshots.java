package io.sextant.ui;

import io.sextant.ui.i18n.Language;
import io.sextant.ui.shell.Panel;
import io.sextant.ui.shell.SextantWindow;
import io.sextant.ui.theme.Themes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import javafx.animation.AnimationTimer;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;

/**
 * Pictures of an open window: the whole of it in each theme and language, and every panel in sight or brought into sight. Works
 * without a display too. On the JavaFX thread.
 */
public final class Screenshots {

    /** One picture: how the window is set up for it, and what of it is taken. */
    private record Shot(String name, int frames, Runnable setUp, Supplier<WritableImage> taken) {}

    private final SextantWindow window;
    private final Path directory;
    private final int settleFrames;
    private final Deque<Shot> waiting = new ArrayDeque<>();
    private final List<Path> written = new ArrayList<>();

    /** {@code settleFrames} pass between a change and its picture, so that charts have drawn. */
    public Screenshots(SextantWindow window, Path directory, int settleFrames) {
        this.window = window;
        this.directory = directory;
        this.settleFrames = settleFrames;
    }

    /** The whole window, as {@code window-dark-en.png} and so on. */
    public Screenshots ofWindow(Themes.Shade shade, Language language) {
        String name = "window-" + shade.name().toLowerCase(Locale.ROOT) + "-" + language.tag();
        waiting.add(new Shot(
                name,
                settleFrames,
                () -> dress(shade, language),
                () -> window.scene().snapshot(null)));
        return this;
    }

    /** Each panel by itself, as {@code panel-chart.png} and so on; those named in {@code slow} need so many frames to have something to show. */
    public Screenshots ofPanels(Themes.Shade shade, Language language, Map<String, Integer> slow) {
        for (Panel panel : window.panels().all()) {
            waiting.add(new Shot(
                    "panel-" + panel.id(),
                    slow.getOrDefault(panel.id(), settleFrames),
                    () -> {
                        dress(shade, language);
                        window.context().desk().showPanel(panel.id());
                    },
                    () -> panel.view().snapshot(null, null)));
        }
        return this;
    }

    /** The window after something was done to it, for example a palette opened. */
    public Screenshots after(String name, Runnable setUp) {
        waiting.add(new Shot(name, settleFrames, setUp, () -> window.scene().snapshot(null)));
        return this;
    }

    /** Takes them one after the other. */
    public CompletionStage<List<Path>> write() {
        CompletableFuture<List<Path>> done = new CompletableFuture<>();
        new AnimationTimer() {
            private int framesLeft = -1;

            @Override
            public void handle(long nowNanos) {
                try {
                    advance();
                } catch (IOException e) {
                    stop();
                    done.completeExceptionally(new UncheckedIOException(e));
                } catch (RuntimeException e) {
                    stop();
                    done.completeExceptionally(e);
                }
            }

            private void advance() throws IOException {
                Shot shot = waiting.peek();
                if (shot == null) {
                    stop();
                    done.complete(List.copyOf(written));
                } else if (framesLeft < 0) {
                    shot.setUp.run();
                    framesLeft = shot.frames;
                } else if (framesLeft == 0) {
                    save(shot);
                    waiting.remove();
                    framesLeft = -1;
                } else {
                    framesLeft--;
                }
            }
        }.start();
        return done;
    }

    private void dress(Themes.Shade shade, Language language) {
        window.context().themes().shadeProperty().set(shade);
        window.context().texts().languageProperty().set(language);
    }

    private void save(Shot shot) throws IOException {
        Files.createDirectories(directory);
        Path file = directory.resolve(shot.name + ".png");
        ImageIO.write(SwingFXUtils.fromFXImage(shot.taken.get(), null), "png", file.toFile());
        written.add(file);
    }
}
