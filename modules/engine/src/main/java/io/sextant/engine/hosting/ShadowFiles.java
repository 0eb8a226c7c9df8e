package io.sextant.engine.hosting;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * A file a strategy, written whole beside the old one and put in its place, ending in a checksum. What cannot be written is logged: a strategy does
 * not stop for want of its meter.
 */
public final class ShadowFiles implements ShadowShelf {

    private static final System.Logger LOG = System.getLogger(ShadowFiles.class.getName());

    private final Path folder;

    /** @param folder made when the first is written */
    public ShadowFiles(Path folder) {
        this.folder = folder;
    }

    private Path file(String strategy) {
        return folder.resolve(strategy + ".shadow");
    }

    @Override
    public Optional<byte[]> read(String strategy) {
        Path file = file(strategy);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            byte[] all = Files.readAllBytes(file);
            if (all.length < Long.BYTES) {
                return Optional.empty();
            }
            byte[] shadow = Arrays.copyOf(all, all.length - Long.BYTES);
            return ByteBuffer.wrap(all).getLong(shadow.length) == checksum(shadow)
                    ? Optional.of(shadow)
                    : Optional.empty();
        } catch (IOException unreadable) {
            LOG.log(System.Logger.Level.WARNING, "a shadow cannot be read: " + file, unreadable);
            return Optional.empty();
        }
    }

    private static long checksum(byte[] of) {
        CRC32C sum = new CRC32C();
        sum.update(of);
        return sum.getValue();
    }

    @Override
    public void write(String strategy, byte[] shadow) {
        Path file = file(strategy);
        try {
            Files.createDirectories(folder);
            Path fresh = folder.resolve(strategy + ".new");
            byte[] all = Arrays.copyOf(shadow, shadow.length + Long.BYTES);
            ByteBuffer.wrap(all).putLong(shadow.length, checksum(shadow));
            Files.write(fresh, all);
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException full) {
            LOG.log(System.Logger.Level.WARNING, "a shadow cannot be kept: " + file, full);
        }
    }

    @Override
    public void forget(String strategy) {
        try {
            Files.deleteIfExists(file(strategy));
        } catch (IOException stays) {
            LOG.log(System.Logger.Level.WARNING, "a shadow cannot be forgotten: " + file(strategy), stays);
        }
    }
}
