package io.sextant.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.ui.i18n.Language;
import io.sextant.ui.shell.SextantWindow;
import io.sextant.ui.testing.FakeEngine;
import io.sextant.ui.testing.SamplePanel;
import io.sextant.ui.testing.TestWindow;
import io.sextant.ui.theme.Themes;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class ScreenshotsTest {

    @TempDir
    private Path folder;

    private SextantWindow window;

    @Start
    void open(Stage stage) {
        window = TestWindow.open(stage, new FakeEngine(), SamplePanel.all(), Language.ENGLISH);
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(window::close);
    }

    @Test
    void takesTheWindowAndEveryPanelWithoutADisplay(FxRobot robot) throws Exception {
        CompletableFuture<List<Path>> pictures = new CompletableFuture<>();
        robot.interact(() -> new Screenshots(window, folder, 3)
                .ofWindow(Themes.Shade.LIGHT, Language.FRENCH)
                .ofPanels(Themes.Shade.DARK, Language.ENGLISH, Map.of())
                .write()
                .whenComplete((written, failure) -> {
                    if (failure == null) {
                        pictures.complete(written);
                    } else {
                        pictures.completeExceptionally(failure);
                    }
                }));

        List<Path> written = pictures.get(120, TimeUnit.SECONDS);

        assertThat(written).hasSize(1 + window.panels().all().size());
        assertThat(written).contains(folder.resolve("window-light-fr.png"), folder.resolve("panel-journal.png"));
        BufferedImage whole = read(written.getFirst());
        assertThat(whole.getWidth()).isEqualTo(1440);
        assertThat(coloursIn(whole)).isGreaterThan(20);
    }

    private static BufferedImage read(Path file) throws IOException {
        return ImageIO.read(file.toFile());
    }

    private static long coloursIn(BufferedImage image) {
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        return Arrays.stream(pixels).distinct().count();
    }
}
