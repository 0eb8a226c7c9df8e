package io.sextant.remote.server;

import io.sextant.domain.time.Clock;
import io.sextant.remote.identity.Principal;
import io.sextant.remote.wire.UnreadableWireException;
import io.sextant.remote.wire.WireReader;
import io.sextant.remote.wire.WireWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Answers programs by paths: who is known, within what he may ask for, one answer a request. */
final class RestDoor extends Handler.Abstract {

    static final String DOCUMENT = "/v1/openapi.json";

    private static final System.Logger LOG = System.getLogger(RestDoor.class.getName());
    private static final int MOST_USERS = 1_000;

    private final List<Route> routes;
    private final String document;
    private final Admission admission;
    private final ServerTerms.Limits limits;
    private final Clock clock;
    private final Map<String, Allowance> allowances = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Allowance> eldest) {
            return size() > MOST_USERS;
        }
    };

    RestDoor(List<Route> routes, String version, Admission admission, ServerTerms.Limits limits, Clock clock) {
        this.routes = routes;
        this.admission = admission;
        this.limits = limits;
        this.clock = clock;
        document = new OpenApi(routes, version).document().toString();
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws IOException {
        String path = Request.getPathInContext(request);
        boolean isDocument = path.equals(DOCUMENT);
        Optional<Route> route = routes.stream()
                .filter(one -> one.method().equals(request.getMethod())
                        && one.fits(path).isPresent())
                .findFirst();
        if (!isDocument && route.isEmpty()) {
            return false;
        }
        Optional<Principal> who = admission.forRequest(request);
        if (who.isEmpty()) {
            PlainErrors.write(response, callback, HttpStatus.UNAUTHORIZED_401, "The engine does not know who this is.");
        } else if (!mayAsk(who.get())) {
            PlainErrors.write(response, callback, HttpStatus.TOO_MANY_REQUESTS_429, "More requests than are allowed.");
        } else if (isDocument) {
            PlainErrors.json(response, callback, HttpStatus.OK_200, document);
        } else {
            answer(route.get(), who.get(), path, request, response, callback);
        }
        return true;
    }

    private boolean mayAsk(Principal who) {
        synchronized (allowances) {
            return allowances
                    .computeIfAbsent(who.name(), _ -> new Allowance(clock, limits.messagesASecond(), limits.burst()))
                    .take();
        }
    }

    private void answer(Route route, Principal who, String path, Request request, Response response, Callback callback)
            throws IOException {
        try {
            Map<String, String> parameters = new HashMap<>(route.fits(path).orElseThrow());
            for (Fields.Field field : Request.extractQueryParameters(request)) {
                parameters.putIfAbsent(field.getName(), field.getValue());
            }
            for (Route.Parameter parameter : route.parameters()) {
                String header = request.getHeaders().get(parameter.name());
                if (parameter.in().equals("header") && header != null) {
                    parameters.put(parameter.name(), header);
                }
            }
            JsonNode body = route.body().isPresent() ? body(request) : JsonNodeFactory.instance.missingNode();
            Object answer = route.action().answer(new Route.Call(who, parameters, body));
            PlainErrors.json(response, callback, HttpStatus.OK_200, WireWriter.write(answer, route.answer()));
        } catch (BadCallException | UnreadableWireException wrong) {
            PlainErrors.write(response, callback, HttpStatus.BAD_REQUEST_400, String.valueOf(wrong.getMessage()));
        } catch (NotAllowedException refused) {
            PlainErrors.write(response, callback, HttpStatus.FORBIDDEN_403, String.valueOf(refused.getMessage()));
        } catch (TimeoutException late) {
            PlainErrors.write(response, callback, HttpStatus.GATEWAY_TIMEOUT_504, "The engine did not answer in time.");
        } catch (ExecutionException failed) {
            Throwable cause = failed.getCause() == null ? failed : failed.getCause();
            if (cause instanceof TooMuchException) {
                PlainErrors.write(
                        response, callback, HttpStatus.TOO_MANY_REQUESTS_429, String.valueOf(cause.getMessage()));
                return;
            }
            PlainErrors.write(response, callback, HttpStatus.CONFLICT_409, String.valueOf(cause.getMessage()));
        } catch (IOException e) {
            throw e;
        } catch (Exception fault) {
            LOG.log(System.Logger.Level.WARNING, "a request met a fault", fault);
            PlainErrors.write(response, callback, HttpStatus.INTERNAL_SERVER_ERROR_500, "The engine met a fault.");
        }
    }

    private JsonNode body(Request request) throws IOException {
        try (InputStream in = Content.Source.asInputStream(request)) {
            byte[] bytes = in.readNBytes(limits.messageBytes() + 1);
            if (bytes.length > limits.messageBytes()) {
                throw new BadCallException("At most " + limits.messageBytes() + " bytes are taken.");
            }
            return WireReader.tree(new String(bytes, StandardCharsets.UTF_8));
        }
    }
}
