package io.sextant.ui.testing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import javafx.embed.swing.SwingFXUtils;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.testfx.util.WaitForAsyncUtils;

/** For people who want to look, {@code -Dsextant.pictures=DIR}: what stands in a window while a test works it. */
public final class Pictures {

    private Pictures() {}

    public static void take(Stage stage, String name) {
        String folder = System.getProperty("sextant.pictures", "");
        if (folder.isEmpty()) {
            return;
        }
        WaitForAsyncUtils.waitForFxEvents();
        var image =
                WaitForAsyncUtils.waitForAsyncFx(10_000, () -> stage.getScene().snapshot(null));
        try {
            ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", new File(folder, name + ".png"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
