package io.sextant.app.session;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The folder of one desk, told by its name as the data folder has it: {@code simulated}, or {@code paper/binance-BTC-USDT}. */
public record DeskFolder(Path path, String name) {

    private static final String SIMULATED = "simulated";

    /** Below these stand desks, one a folder. */
    static final List<String> KINDS = List.of("paper", "live");

    /** The simulated desk where no name is given, which need not be there yet. */
    public static DeskFolder of(Path dataFolder, Optional<String> name) {
        Path data = dataFolder.toAbsolutePath().normalize();
        DataFormat.requireKnown(data);
        String wanted = name.orElse(SIMULATED);
        List<String> known = names(data);
        if (wanted.equals(SIMULATED) || known.contains(wanted)) {
            return new DeskFolder(data.resolve(wanted), wanted);
        }
        List<String> meant = known.stream()
                .filter(one -> one.substring(one.indexOf('/') + 1).equals(wanted))
                .toList();
        if (meant.size() == 1) {
            return new DeskFolder(data.resolve(meant.getFirst()), meant.getFirst());
        }
        throw new SessionProblem("There is no desk called " + wanted + " in " + data + ". There "
                + (known.isEmpty()
                        ? "is none yet; open one with sextant run."
                        : "are " + String.join(", ", known) + "."));
    }

    private static List<String> names(Path data) {
        List<String> names = new ArrayList<>();
        if (Files.isDirectory(data.resolve(SIMULATED))) {
            names.add(SIMULATED);
        }
        for (String kind : KINDS) {
            if (Files.isDirectory(data.resolve(kind))) {
                try (Stream<Path> below = Files.list(data.resolve(kind))) {
                    below.filter(Files::isDirectory)
                            .map(folder -> kind + "/" + folder.getFileName())
                            .sorted()
                            .forEach(names::add);
                } catch (IOException e) {
                    throw new UncheckedIOException("the desks in " + data + " cannot be listed: " + e.getMessage(), e);
                }
            }
        }
        return names;
    }

    /** Whether its market is made by the desk itself. */
    boolean isSimulated() {
        return name.equals(SIMULATED);
    }
}
