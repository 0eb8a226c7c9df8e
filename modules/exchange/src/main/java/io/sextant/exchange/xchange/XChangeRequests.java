package io.sextant.exchange.xchange;

import io.sextant.exchange.port.VenueException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.knowm.xchange.BaseExchange;
import org.knowm.xchange.ExchangeSpecification;
import org.knowm.xchange.client.ExchangeRestProxyBuilder;
import si.mazi.rescu.HttpResponseAware;
import si.mazi.rescu.HttpStatusException;

/** XChange's requests, and its many ways to fail turned into ours. */
public final class XChangeRequests {

    private static final int CONNECT_MILLIS = 5_000;
    private static final int READ_MILLIS = 10_000;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int BANNED = 418;
    private static final long SECOND_NANOS = 1_000_000_000L;

    private XChangeRequests() {}

    /** One of XChange's request interfaces at an address. */
    public static <T> T at(String address, Class<T> requests, Class<? extends BaseExchange> exchange) {
        ExchangeSpecification specification = new ExchangeSpecification(exchange);
        specification.setSslUri(address);
        specification.setHttpConnTimeout(CONNECT_MILLIS);
        specification.setHttpReadTimeout(READ_MILLIS);
        return ExchangeRestProxyBuilder.forInterface(requests, specification).build();
    }

    /** A request as XChange declares it. */
    @FunctionalInterface
    public interface Request<R> {

        R send() throws IOException;
    }

    public static <R> R ask(Request<R> request) throws VenueException {
        try {
            R answer = request.send();
            if (answer == null) {
                throw new VenueException(VenueException.Kind.UNREADABLE, "an empty answer");
            }
            return answer;
        } catch (IOException | RuntimeException e) {
            throw problem(e);
        }
    }

    private static VenueException problem(Exception e) {
        String sentence = e.getMessage() == null ? e.getClass().getSimpleName() : firstLine(e.getMessage());
        if (e instanceof HttpStatusException answered && answered.getHttpStatusCode() >= 400) {
            int status = answered.getHttpStatusCode();
            if (status == TOO_MANY_REQUESTS || status == BANNED) {
                return VenueException.throttled("status " + status + ": " + sentence, retryAfterNanos(e));
            }
            VenueException.Kind kind = status >= 500 ? VenueException.Kind.UNREACHABLE : VenueException.Kind.REFUSED;
            return new VenueException(kind, "status " + status + ": " + sentence, e);
        }
        boolean unreadable =
                e instanceof RuntimeException || e instanceof com.fasterxml.jackson.core.JsonProcessingException;
        return new VenueException(
                unreadable ? VenueException.Kind.UNREADABLE : VenueException.Kind.UNREACHABLE, sentence, e);
    }

    private static long retryAfterNanos(Exception e) {
        Map<String, List<String>> headers = e instanceof HttpResponseAware aware ? aware.getResponseHeaders() : null;
        String seconds = headers == null ? null : header(headers, "Retry-After");
        try {
            return seconds == null ? 0 : Long.parseLong(seconds.strip()) * SECOND_NANOS;
        } catch (NumberFormatException notSeconds) {
            return 0;
        }
    }

    private static @Nullable String header(Map<String, List<String>> headers, String name) {
        for (Map.Entry<@Nullable String, List<String>> header : headers.entrySet()) {
            if (name.equalsIgnoreCase(header.getKey()) && !header.getValue().isEmpty()) {
                return header.getValue().getFirst();
            }
        }
        return null;
    }

    private static String firstLine(String text) {
        int end = text.indexOf('\n');
        return end < 0 ? text : text.substring(0, end);
    }
}
