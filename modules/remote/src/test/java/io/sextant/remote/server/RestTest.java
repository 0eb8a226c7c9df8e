package io.sextant.remote.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.command.Command;
import io.sextant.domain.time.SystemClock;
import io.sextant.remote.certificate.Tls;
import io.sextant.remote.client.Proof;
import io.sextant.remote.protocol.Role;
import io.sextant.remote.wire.WireReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The paths for programs, over a real socket. */
class RestTest {

    private static final String SETTING = "{\"type\":\"ChangeSetting\",\"key\":\"a\",\"value\":\"1\"}";

    @TempDir
    private Path folder;

    private Served served;

    @BeforeEach
    void serve() {
        served = new Served(folder);
    }

    @AfterEach
    void close() {
        served.close();
    }

    private HttpResponse<String> call(Proof proof, String method, String path, String body, Map<String, String> headers)
            throws Exception {
        Optional<KeyStore> own =
                proof instanceof Proof.ByCertificate(var store) ? Optional.of(store) : Optional.empty();
        try (HttpClient client = HttpClient.newBuilder()
                .sslContext(Tls.context(Tls.trusted(List.of(served.authority.certificate())), own))
                .build()) {
            HttpRequest.Builder request = HttpRequest.newBuilder(
                            URI.create("https://127.0.0.1:" + served.server.port() + path))
                    .method(method, HttpRequest.BodyPublishers.ofString(body));
            headers.forEach(request::header);
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    private HttpResponse<String> get(Proof proof, String path) throws Exception {
        return call(proof, "GET", path, "", Map.of());
    }

    @Test
    void aCommandIsDoneOnceForOneKeyAndStandsInTheTrail() throws Exception {
        Proof ada = served.certified("ada", Role.ADMIN);
        for (int i = 0; i < 2; i++) {
            HttpResponse<String> answer = call(ada, "POST", "/v1/commands", SETTING, Map.of("Idempotency-Key", "one"));
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            assertThat(answer.body()).contains("\"type\":\"Done\"");
        }
        assertThat(served.engine.done).isEqualTo(1);
        assertThat(served.audited).contains("ada did ChangeSetting");

        HttpResponse<String> asked = call(ada, "POST", "/v1/ask", "{\"type\":\"Settings\"}", Map.of());
        assertThat(asked.body()).isEqualTo("{\"a\":\"1\"}");
    }

    @Test
    void aRoleAnUnknownAndABadWordAreRefusedEachInItsWay() throws Exception {
        Proof bob = served.certified("bob", Role.VIEW);
        assertThat(call(bob, "POST", "/v1/commands", SETTING, Map.of("Idempotency-Key", "one"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(call(bob, "POST", "/v1/jobs", "{\"type\":\"RebuildTables\"}", Map.of())
                        .statusCode())
                .isEqualTo(403);
        Proof ada = served.certified("ada", Role.ADMIN);
        assertThat(call(ada, "POST", "/v1/commands", SETTING, Map.of()).body()).contains("Idempotency-Key");
        assertThat(call(ada, "POST", "/v1/commands", "{\"type\":\"Runtime\"}", Map.of("Idempotency-Key", "two"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(get(ada, "/v1/bars?symbol=BTC-USDT&timeframe=7q").body()).contains("timeframe");
        assertThat(get(ada, "/v1/fills?limit=0").statusCode()).isEqualTo(400);
        assertThat(get(ada, "/v1/nothing").statusCode()).isEqualTo(404);
        for (String path : List.of("/v1/desk", "/v1/openapi.json", "/metrics")) {
            HttpResponse<String> nobody = get(new Proof.ByPassword("nobody", ""), path);
            assertThat(nobody.statusCode()).as(path).isEqualTo(401);
            assertThat(nobody.body()).doesNotContain("Exception");
        }
        assertThat(served.engine.done).isZero();
    }

    @Test
    void aTokenStandsForAPasswordForManyRequests() throws Exception {
        served.withPassword("ada", Role.VIEW);
        Proof none = new Proof.ByPassword("ada", "");
        String body = "{\"user\":\"ada\",\"password\":\"" + Served.PASSWORD + "\"}";
        String token = WireReader.tree(
                        call(none, "POST", "/v1/token", body, Map.of()).body())
                .get("token")
                .asString();
        for (int i = 0; i < 2; i++) {
            assertThat(call(
                                    none,
                                    "POST",
                                    "/v1/ask",
                                    "{\"type\":\"Settings\"}",
                                    Map.of("Authorization", "Bearer " + token))
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void aJobIsFollowedAndCancelledByWhoBeganIt() throws Exception {
        Proof ada = served.certified("ada", Role.ADMIN);
        JsonNode begun = WireReader.tree(call(ada, "POST", "/v1/jobs", "{\"type\":\"RebuildTables\"}", Map.of())
                .body());
        String path = "/v1/jobs/" + begun.get("id").asString();
        assertThat(get(ada, path).body()).contains("\"isOver\":false").contains("0.25");
        assertThat(get(served.certified("bob", Role.ADMIN), path).statusCode()).isEqualTo(400);
        served.engine.job.complete(42L);
        assertThat(get(ada, path).body()).contains("\"isOver\":true").contains("\"result\":42");
        assertThat(call(ada, "DELETE", path, "", Map.of()).statusCode()).isEqualTo(200);
    }

    @Test
    void theDocumentSaysEachPathAndEachWordThatItsTypesHave() throws Exception {
        JsonNode document = WireReader.tree(
                get(served.certified("ada", Role.VIEW), "/v1/openapi.json").body());

        CommandKeys keys = new CommandKeys(served.engine);
        List<Route> routes = new Routes(served.engine, new Questions(served.engine), keys, null).all();
        for (Route route : routes) {
            assertThat(document.at("/paths")
                            .get(route.path())
                            .has(route.method().toLowerCase(Locale.ROOT)))
                    .as(route.path())
                    .isTrue();
        }
        assertThat(document.at("/paths").propertyNames())
                .containsExactlyInAnyOrderElementsOf(
                        new TreeSet<>(routes.stream().map(Route::path).toList()));
        JsonNode schemas = document.at("/components/schemas");
        assertThat(references(document))
                .isNotEmpty()
                .allSatisfy(reference -> assertThat(schemas.has(reference.substring("#/components/schemas/".length())))
                        .as(reference)
                        .isTrue());
        for (Class<?> command : Command.class.getPermittedSubclasses()) {
            assertThat(schemas.has(command.getSimpleName()))
                    .as(command.getName())
                    .isTrue();
            for (var component : command.getRecordComponents()) {
                assertThat(schemas.get(command.getSimpleName())
                                .get("properties")
                                .has(component.getName()))
                        .as(command.getSimpleName() + "." + component.getName())
                        .isTrue();
            }
        }
    }

    @Test
    void everySchemaAllowsWhatIsReallyWritten() throws Exception {
        JsonNode document = WireReader.tree(
                get(served.certified("ada", Role.VIEW), "/v1/openapi.json").body());
        SchemaCheck check = new SchemaCheck(document);
        for (Route route :
                new Routes(served.engine, new Questions(served.engine), new CommandKeys(served.engine), null).all()) {
            check.drawnValuesFit(route.answer());
            route.body().ifPresent(check::drawnValuesFit);
        }
        assertThat(check.count()).isGreaterThan(100);
    }

    @Test
    void whoWatchesIsToldThatItLivesAndWhoIsKnownTheFigures() throws Exception {
        Proof nobody = new Proof.ByPassword("nobody", "");
        assertThat(get(nobody, "/health/live").statusCode()).isEqualTo(200);
        // The scripted engine has no desk: it lives, and is not ready.
        assertThat(get(nobody, "/health/ready").statusCode()).isEqualTo(503);
        assertThat(get(served.certified("prometheus", Role.VIEW), "/metrics").statusCode())
                .isEqualTo(503);
    }

    @Test
    void whoIsShutOutOrChangedWhileHisLineIsOpenLosesIt() {
        var remote = served.connect(served.certified("ada", Role.ADMIN));
        EngineServerTest.await(() -> served.server.lines() == 1);
        served.users.remove("ada");
        EngineServerTest.await(() -> served.server.lines() == 0);
        assertThat(served.audited).anyMatch(line -> line.contains("not known any more"));
        remote.close();
    }

    @Test
    void whoAsksTooOftenIsToldSo() throws Exception {
        served.server.close();
        served.server = served.serve(
                served.authority.forServer(List.of("127.0.0.1"), Instant.now(), Served.LASTS),
                true,
                new ServerTerms.Limits(8, 8, 64, 10_000, 1, 3, Duration.ofSeconds(5), Duration.ofSeconds(5)),
                new SystemClock());
        Proof ada = served.certified("ada", Role.VIEW);
        int refused = 0;
        for (int i = 0; i < 12; i++) {
            refused += call(ada, "POST", "/v1/ask", "{\"type\":\"Settings\"}", Map.of())
                                    .statusCode()
                            == 429
                    ? 1
                    : 0;
        }
        assertThat(refused).isPositive();
    }

    private static List<String> references(JsonNode document) {
        return document.findValuesAsString("$ref");
    }
}
