package io.sextant.app.cli;

import io.sextant.app.session.DataFolder;
import io.sextant.app.session.DeskFolder;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which desk is meant. */
final class DeskChoice {

    @Option(
            names = "--desk",
            paramLabel = "DESK",
            description = "Which desk: simulated, or a paper or live desk, for example paper/binance-BTC-USDT or"
                    + " binance-BTC-USDT (simulated if not given).")
    @Nullable String name;

    DeskFolder in(@Nullable Path dataFolder) {
        return DeskFolder.of(folder(dataFolder), Optional.ofNullable(name));
    }

    private static Path folder(@Nullable Path dataFolder) {
        return dataFolder == null ? DataFolder.usual() : dataFolder;
    }
}
