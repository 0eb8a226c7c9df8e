package io.sextant.store.tables;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Holds a file locked, as another program that has the database open does, until it is killed. */
final class HoldingProcess {

    static final int READY = 'y';

    private HoldingProcess() {}

    /** Argument: the file. */
    public static void main(String[] arguments) throws IOException {
        try (FileChannel channel =
                        FileChannel.open(Path.of(arguments[0]), StandardOpenOption.READ, StandardOpenOption.WRITE);
                FileLock lock = channel.lock();
                FileOutputStream out = new FileOutputStream(FileDescriptor.out)) {
            out.write(lock.isValid() ? READY : 'n');
            System.in.transferTo(OutputStream.nullOutputStream());
        }
    }
}
