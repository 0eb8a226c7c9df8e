package io.sextant.voice.model;

import io.sextant.voice.problem.VoiceException;
import io.sextant.voice.problem.VoiceTrouble;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fetches a file over HTTP and goes on where a line was cut, now or in an earlier run. What is there already is only continued when the
 * server says that its file is still the same.
 */
final class ModelDownload {

    /** Without a byte in between; every byte that comes begins the count anew. */
    private static final int CUTS_MAX = 5;

    private static final long BYTES_MAX = 4L << 30;
    private static final Pattern RANGE = Pattern.compile("bytes ([0-9]{1,18})-[0-9]{1,18}/([0-9]{1,18})");

    /** For an answer, and for each further byte: a line on which nothing comes is as good as cut. */
    static final Duration PATIENCE = Duration.ofSeconds(30);

    private final URI address;
    private final Path part;
    private final Path mark;
    private final DownloadProgress progress;
    private final Duration patience;
    private long total = -1;

    private ModelDownload(URI address, Path part, DownloadProgress progress, Duration patience) {
        this.address = address;
        this.part = part;
        this.mark = part.resolveSibling(part.getFileName() + ".mark");
        this.progress = progress;
        this.patience = patience;
    }

    /** Leaves the whole file at {@code part}. */
    static void fetch(URI address, Path part, DownloadProgress progress, Duration patience) throws IOException {
        ModelDownload download = new ModelDownload(address, part, progress, patience);
        try (HttpClient client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .connectTimeout(patience)
                .build()) {
            download.fetch(client);
        }
    }

    static void forget(Path part) throws IOException {
        Files.deleteIfExists(part);
        Files.deleteIfExists(part.resolveSibling(part.getFileName() + ".mark"));
    }

    private void fetch(HttpClient client) throws IOException {
        int cuts = 0;
        while (cuts < CUTS_MAX) {
            long before = size();
            try {
                if (tried(client)) {
                    return;
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw cut();
            } catch (IOException e) {
                if (size() == before && before == 0 && cuts + 1 == CUTS_MAX) {
                    throw new VoiceException(e, VoiceTrouble.DOWNLOAD_UNREACHED, address.toString());
                }
            }
            cuts = size() > before ? 1 : cuts + 1;
        }
        throw cut();
    }

    /** Whether all of it is there now. */
    private boolean tried(HttpClient client) throws IOException, InterruptedException {
        long have = size();
        Optional<String> known = Files.exists(mark) ? Optional.of(Files.readString(mark)) : Optional.empty();
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address).timeout(patience).GET();
        boolean goesOn = have > 0 && known.isPresent();
        if (goesOn) {
            request.header("Range", "bytes=" + have + "-").header("If-Range", known.orElse(""));
        }
        HttpResponse<InputStream> response = client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream body = response.body()) {
            switch (response.statusCode()) {
                case 200 -> {
                    Files.deleteIfExists(part);
                    total = response.headers()
                            .firstValueAsLong("Content-Length")
                            .orElse(-1);
                    remember(response);
                }
                case 206 -> requireStart(response, have);
                case 416 -> {
                    // More is here than there: what is here is another file.
                    forget(part);
                    return false;
                }
                default ->
                    throw new VoiceException(
                            VoiceTrouble.DOWNLOAD_REFUSED, address.toString(), Integer.toString(response.statusCode()));
            }
            append(body);
        }
        return total < 0 || size() == total;
    }

    /** A weak tag promises nothing about bytes; then the next try begins from the start. */
    private void remember(HttpResponse<?> response) throws IOException {
        Optional<String> tag = response.headers()
                .firstValue("ETag")
                .filter(each -> !each.startsWith("W/"))
                .or(() -> response.headers().firstValue("Last-Modified"));
        if (tag.isPresent()) {
            Files.writeString(mark, tag.get(), StandardCharsets.UTF_8);
        } else {
            Files.deleteIfExists(mark);
        }
    }

    private void requireStart(HttpResponse<?> response, long have) {
        Matcher range =
                RANGE.matcher(response.headers().firstValue("Content-Range").orElse(""));
        if (!range.matches() || Long.parseLong(range.group(1)) != have) {
            throw new VoiceException(VoiceTrouble.DOWNLOAD_REFUSED, address.toString(), "206");
        }
        total = Long.parseLong(range.group(2));
    }

    private void append(InputStream body) throws IOException, InterruptedException {
        long size = size();
        try (ExecutorService reading = Executors.newVirtualThreadPerTaskExecutor();
                OutputStream out = Files.newOutputStream(part, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            byte[] buffer = new byte[1 << 16];
            int read = read(body, buffer, reading);
            while (read >= 0) {
                out.write(buffer, 0, read);
                size += read;
                if (size > BYTES_MAX) {
                    throw new VoiceException(VoiceTrouble.DOWNLOAD_REFUSED, address.toString(), size + " bytes");
                }
                progress.at(size, total);
                read = read(body, buffer, reading);
            }
        }
    }

    /** Reads on another thread, because a read by itself waits for ever; closing the body ends one that hangs. */
    private int read(InputStream body, byte[] buffer, ExecutorService reading)
            throws IOException, InterruptedException {
        Future<Integer> piece = reading.submit(() -> body.read(buffer));
        try {
            return piece.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException silent) {
            body.close();
            throw new IOException("nothing came for " + patience, silent);
        } catch (InterruptedException cancelled) {
            body.close();
            throw cancelled;
        } catch (ExecutionException failed) {
            throw new IOException(failed.getCause());
        }
    }

    private long size() throws IOException {
        return Files.exists(part) ? Files.size(part) : 0;
    }

    private VoiceException cut() throws IOException {
        return new VoiceException(
                VoiceTrouble.DOWNLOAD_CUT, Long.toString(size()), total < 0 ? "?" : Long.toString(total));
    }
}
