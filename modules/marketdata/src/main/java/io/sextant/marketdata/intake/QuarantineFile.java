package io.sextant.marketdata.intake;

import io.sextant.domain.dataset.QuarantinedRow;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A CSV file with file, line, reason and row, made with the first row that is set aside. */
public final class QuarantineFile implements Quarantine {

    private final Path file;
    private @Nullable BufferedWriter out;

    public QuarantineFile(Path file) {
        this.file = file;
    }

    @Override
    public void setAside(QuarantinedRow row) {
        try {
            BufferedWriter opened = out;
            if (opened == null) {
                Files.createDirectories(file.toAbsolutePath().getParent());
                opened = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
                opened.write("file,line,reason,row\n");
                out = opened;
            }
            opened.write(quoted(row.file()) + "," + row.line() + ","
                    + row.reason().name() + "," + quoted(row.text()) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("rows cannot be set aside in " + file, e);
        }
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }

    @Override
    public String place() {
        return out == null ? "" : file.toString();
    }

    @Override
    public void close() {
        if (out != null) {
            try {
                out.close();
            } catch (IOException e) {
                throw new UncheckedIOException("the quarantine " + file + " cannot be closed", e);
            }
        }
    }
}
