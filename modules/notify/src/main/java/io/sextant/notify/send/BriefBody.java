package io.sextant.notify.send;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;

/**
 * The beginning of an answer's body. The status has told what became of the message already, so a body that is long, slow or never ends is
 * not waited for: a request's own timeout ends with the headers.
 */
final class BriefBody implements HttpResponse.BodySubscriber<String> {

    private final int mostBytes;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final CompletableFuture<String> text = new CompletableFuture<>();

    BriefBody(int mostBytes, Duration patience) {
        this.mostBytes = mostBytes;
        if (mostBytes == 0) {
            text.complete("");
        } else {
            text.completeOnTimeout("", patience.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public CompletionStage<String> getBody() {
        return text;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        getBody().whenComplete((said, failure) -> subscription.cancel());
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> parts) {
        for (ByteBuffer part : parts) {
            byte[] taken = new byte[Math.min(part.remaining(), mostBytes - bytes.size())];
            part.get(taken);
            bytes.writeBytes(taken);
        }
        if (bytes.size() >= mostBytes) {
            onComplete();
        }
    }

    @Override
    public void onError(Throwable failure) {
        onComplete();
    }

    @Override
    public void onComplete() {
        text.complete(bytes.toString(StandardCharsets.UTF_8));
    }
}
