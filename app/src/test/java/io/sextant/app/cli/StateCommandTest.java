package io.sextant.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.app.session.DeskOptions;
import io.sextant.app.session.DeskSession;
import io.sextant.domain.command.ChangeRiskLimits;
import io.sextant.domain.command.Command;
import io.sextant.domain.command.CommandKey;
import io.sextant.domain.command.EngageKillSwitch;
import io.sextant.domain.order.AccountLimits;
import io.sextant.domain.order.Breaker;
import io.sextant.domain.order.KillScope;
import io.sextant.domain.order.RiskLimits;
import io.sextant.domain.request.Answer;
import io.sextant.domain.request.EngineClient;
import io.sextant.domain.request.GateStatus;
import io.sextant.domain.request.Query;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the gate was when the desk was closed, as somebody reads it who did not open it. */
class StateCommandTest {

    @TempDir
    Path data;

    private int keys;

    /** A limit of no loss at all is reached by losing nothing. */
    @BeforeEach
    void stopEverybodyAndTripABreaker() throws Exception {
        try (DeskSession desk = DeskSession.open(DeskOptions.in(data), said -> {})) {
            EngineClient client = desk.client();
            RiskLimits limits =
                    client.ask(new Query.Desk()).toCompletableFuture().get().limits();
            done(
                    client,
                    new ChangeRiskLimits(
                            limits.withAccount(noLoss(limits.findAccount().orElseThrow()))));
            done(client, new EngageKillSwitch("enough"));
            done(client, new EngageKillSwitch("audit", new KillScope.OneAccount("Simulated market")));
            done(client, new EngageKillSwitch("runs away", new KillScope.OneStrategy("maker")));
            while (tripped(client).isEmpty()) {
                LockSupport.parkNanos(1_000_000);
            }
            assertThat(tripped(client)).containsExactly(Breaker.LOSS);
        }
    }

    @Test
    void tellsPeopleWhatTheGateLetsPassAndWhoIsStopped() {
        assertThat(state())
                .contains("Gate REDUCING, because of: LOSS, since 20")
                .containsPattern("TRIPPED +VALUE +LIMIT +SINCE\\RLOSS +0.00 USD +0.00 USD +20")
                .containsPattern("everybody +enough")
                .containsPattern("account Simulated market +audit")
                .containsPattern("strategy maker +runs away");
    }

    @Test
    void tellsProgramsTheSame() {
        JsonNode gate = JsonMapper.builder().build().readTree(state("--json")).get("gate");

        assertThat(gate.get("state").asString()).isEqualTo("REDUCING");
        assertThat(gate.get("reason").asString()).isEqualTo("LOSS");
        assertThat(gate.get("breakers").size()).isEqualTo(Breaker.values().length);
        assertThat(gate.get("breakers").get(0).get("tripped").asBoolean()).isTrue();
        assertThat(gate.get("breakers").get(1).get("tripped").asBoolean()).isFalse();
        assertThat(gate.get("killSwitches")
                        .valueStream()
                        .map(one -> one.get("scope").asString() + " "
                                + one.get("reason").asString()))
                .containsExactly("ALL enough", "ACCOUNT audit", "STRATEGY runs away");
        assertThat(gate.get("killSwitches").get(2).get("name").asString()).isEqualTo("maker");
    }

    private static List<Breaker> tripped(EngineClient client) throws Exception {
        return client.ask(new Query.Gate()).toCompletableFuture().get().breakers().stream()
                .filter(GateStatus.BreakerLight::tripped)
                .map(GateStatus.BreakerLight::breaker)
                .toList();
    }

    private static AccountLimits noLoss(AccountLimits limits) {
        return new AccountLimits(
                limits.maxGrossExposure(),
                limits.maxLeverageHundredths(),
                limits.orders(),
                limits.cancels(),
                limits.executions(),
                limits.duplicateWindowNanos(),
                limits.preventSelfMatch(),
                limits.maxPriceAgeNanos(),
                limits.maxClockSkewNanos(),
                0,
                limits.maxDrawdown(),
                limits.cancelOnDisconnect(),
                List.of(),
                limits.breakers());
    }

    private void done(EngineClient client, Command command) throws Exception {
        assertThat(client.submit(new CommandKey("test-" + ++keys), command)
                        .toCompletableFuture()
                        .get())
                .isInstanceOf(Answer.Done.class);
    }

    private String state(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        String[] all = arguments.length == 0
                ? new String[] {"--data", data.toString(), "state"}
                : new String[] {"--data", data.toString(), "state", arguments[0]};
        int code = SextantCommand.execute(
                all,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        assertThat(code).as(err.toString(StandardCharsets.UTF_8)).isZero();
        return out.toString(StandardCharsets.UTF_8);
    }
}
