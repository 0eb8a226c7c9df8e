package io.sextant.app.session;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * People or purposes that share a machine: each profile is a data folder of its own below {@code profiles}, with its desks, keys and looks. The usual
 * one, without a name, is the data folder itself.
 */
public final class Profiles {

    /** Letters of any script, digits, and a few signs that every file system takes; no leading sign, so that none is hidden or an option. */
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}](?:[\\p{L}\\p{N} ._-]{0,38}[\\p{L}\\p{N}_-])?");

    private static final String FOLDER = "profiles";

    private final Path base;

    public Profiles(Path base) {
        this.base = base.toAbsolutePath().normalize();
    }

    /** Those that {@code dataFolder}, itself a profile or the usual one, is among. */
    public static Profiles around(Path dataFolder) {
        Path folder = dataFolder.toAbsolutePath().normalize();
        Path parent = folder.getParent();
        Path above = parent == null ? null : parent.getParent();
        return new Profiles(parent != null && above != null && parent.endsWith(FOLDER) ? above : folder);
    }

    public static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    /** Where a profile has its data, whether it was ever used or not. */
    public Path folder(String name) {
        if (!isName(name)) {
            throw new SessionProblem("A profile is called by up to 40 letters, digits, spaces, points, dashes and"
                    + " underscores, beginning with a letter or a digit; \"" + name + "\" is not.");
        }
        return base.resolve(FOLDER).resolve(name);
    }

    /** The usual one. */
    public Path usual() {
        return base;
    }

    /** The name of the profile that has its data in {@code dataFolder}; empty for the usual one. */
    public Optional<String> nameOf(Path dataFolder) {
        Path folder = dataFolder.toAbsolutePath().normalize();
        return folder.equals(base)
                ? Optional.empty()
                : Optional.ofNullable(folder.getFileName()).map(Path::toString);
    }

    /** Those that were ever used, by name. */
    public List<String> names() {
        Path below = base.resolve(FOLDER);
        if (!Files.isDirectory(below)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(below)) {
            return folders.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .filter(Profiles::isName)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the profiles in " + below + " cannot be listed: " + e.getMessage(), e);
        }
    }
}
