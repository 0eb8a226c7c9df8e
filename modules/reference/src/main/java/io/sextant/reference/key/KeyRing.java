package io.sextant.reference.key;

import io.sextant.domain.source.KeyPlace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Fetches a key each time it is needed, so that a changed one counts at once and none is kept. */
public final class KeyRing {

    private static final int LARGEST_FILE_BYTES = 4_096;
    private static final Set<PosixFilePermission> OWN = EnumSet.of(
            PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);

    private final Map<String, String> environment;

    public KeyRing(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /** The key that lies there. */
    public String read(KeyPlace place) throws IOException {
        return switch (place) {
            case KeyPlace.Environment(String variable) ->
                checked(environment.getOrDefault(variable, ""), "the environment variable " + variable);
            case KeyPlace.OwnFile(String path) -> checked(firstLine(path), "the key file " + path);
        };
    }

    private static String firstLine(String path) throws IOException {
        Path file = Path.of(path);
        try {
            if (Files.size(file) > LARGEST_FILE_BYTES) {
                throw new KeyException("the key file " + path + " is too large to hold a key");
            }
            if (!isOnlyForItsOwner(file)) {
                throw new KeyException(
                        "the key file " + path + " can be read by others; take their rights away (chmod 600)");
            }
            return Files.readString(file).lines().findFirst().orElse("");
        } catch (NoSuchFileException e) {
            throw new KeyException("there is no key file " + path);
        }
    }

    private static boolean isOnlyForItsOwner(Path file) throws IOException {
        PosixFileAttributeView posix = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (posix != null) {
            return OWN.containsAll(posix.readAttributes().permissions());
        }
        AclFileAttributeView list = Files.getFileAttributeView(file, AclFileAttributeView.class);
        return list != null && list.getAcl().stream().allMatch(entry -> isHarmless(entry, list));
    }

    /** Windows itself and its administrators can read everything anyway. */
    private static boolean isHarmless(AclEntry entry, AclFileAttributeView list) {
        boolean reads =
                entry.type() == AclEntryType.ALLOW && entry.permissions().contains(AclEntryPermission.READ_DATA);
        String who = entry.principal().getName();
        return !reads || who.endsWith("\\SYSTEM") || who.endsWith("\\Administrators") || isOwner(entry, list);
    }

    private static boolean isOwner(AclEntry entry, AclFileAttributeView list) {
        try {
            return entry.principal().equals(list.getOwner());
        } catch (IOException e) {
            return false;
        }
    }

    /** A key goes into a header or an address; anything but plain characters would be refused there with the key in the message. */
    private static String checked(String found, String where) throws KeyException {
        String key = found.strip();
        if (key.isEmpty()) {
            throw new KeyException(where + " is empty");
        }
        if (!key.chars().allMatch(c -> c > ' ' && c < 127)) {
            throw new KeyException(where + " does not hold a key: it has spaces or unusual characters");
        }
        return key;
    }
}
