package io.sextant.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.image.Image;
import javafx.scene.image.PixelReader;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** Compares the icon files with the drawing, and makes them: {@code -Dtest=SextantIconTest -Dsextant.icons=resources/icons}. */
class SextantIconTest {

    private static final Path ICONS = Path.of("../../resources/icons");

    @BeforeAll
    static void startToolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    @Test
    void drawsAtEverySizeWithTransparentCorners() {
        for (int size : SextantIcon.SIZES) {
            Image image = draw(size);
            PixelReader pixels = image.getPixelReader();
            assertThat(image.getWidth()).isEqualTo(size);
            assertThat(pixels.getColor(0, 0).getOpacity())
                    .as("corner at %d", size)
                    .isLessThan(0.5);
            assertThat(pixels.getColor(size / 2, 2).getOpacity())
                    .as("edge at %d", size)
                    .isEqualTo(1);
        }
    }

    @Test
    void filesAreTheDrawing() throws IOException {
        assertThat(Files.readString(ICONS.resolve("sextant.svg"))).isEqualTo(SextantIcon.svg());
        for (int size : SextantIcon.SIZES) {
            assertThat(ImageIO.read(file(ICONS, size).toFile()).getWidth()).isEqualTo(size);
        }
    }

    @Test
    @EnabledIfSystemProperty(named = "sextant.icons", matches = ".+")
    void writesTheFiles() throws IOException {
        Path folder = Files.createDirectories(Path.of("../..").resolve(System.getProperty("sextant.icons")));
        Files.writeString(folder.resolve("sextant.svg"), SextantIcon.svg());
        for (int size : SextantIcon.SIZES) {
            ImageIO.write(
                    SwingFXUtils.fromFXImage(draw(size), null),
                    "png",
                    file(folder, size).toFile());
        }
        assertThat(folder.resolve("sextant-512.png")).exists();
    }

    private static Image draw(int size) {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, () -> SextantIcon.image(size));
    }

    private static Path file(Path folder, int size) {
        return folder.resolve("sextant-" + size + ".png");
    }
}
