package io.sextant.app.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.ui.shell.SextantIcon;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.image.Image;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;

/** The icon as files, for packages and menus: with {@code -Dsextant.icons=DIR} they are written there. */
class IconFilesTest {

    @TempDir
    Path folder;

    @Test
    void theIconIsDrawnInEverySize() throws Exception {
        FxToolkit.registerPrimaryStage();
        String wanted = System.getProperty("sextant.icons", "");
        Path target = wanted.isEmpty() ? folder : Files.createDirectories(Path.of(wanted));
        for (int size : SextantIcon.SIZES) {
            CompletableFuture<Image> drawn = new CompletableFuture<>();
            Platform.runLater(() -> drawn.complete(SextantIcon.image(size)));
            BufferedImage image = SwingFXUtils.fromFXImage(drawn.get(120, TimeUnit.SECONDS), null);
            Path file = target.resolve("sextant-" + size + ".png");
            ImageIO.write(image, "png", file.toFile());

            assertThat(ImageIO.read(file.toFile()).getWidth()).isEqualTo(size);
            assertThat(image.getRGB(size / 2, size / 2) >>> 24)
                    .as("opaque in the middle")
                    .isPositive();
        }
        Files.writeString(target.resolve("sextant.svg"), SextantIcon.svg());
    }
}
