package io.sextant.remote.server;

import io.sextant.domain.command.Command;
import io.sextant.domain.command.CommandKey;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.request.Answer;
import io.sextant.domain.request.BarReading;
import io.sextant.domain.request.EngineClient;
import io.sextant.domain.request.Job;
import io.sextant.domain.request.Query;
import io.sextant.domain.risk.RiskShock;
import io.sextant.remote.identity.Principal;
import io.sextant.remote.protocol.ResultTypes;
import io.sextant.remote.protocol.Role;
import io.sextant.remote.wire.Payload;
import io.sextant.remote.wire.WireReader;
import io.sextant.remote.wire.WireWriter;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import tools.jackson.databind.node.JsonNodeFactory;

/** What programs can ask for and have done, by paths. All of it goes through the same door and the same roles as a window's. */
final class Routes {

    private static final int PATIENCE_SECONDS = 60;
    private static final int MOST_ROWS = 100_000;
    private static final int USUAL_ROWS = 1_000;
    private static final double CONFIDENCE = 0.95;

    private final Questions questions;
    private final CommandKeys keys;
    private final AuditTrail audit;
    private final RestJobs jobs;
    private final List<Route> all = new ArrayList<>();

    Routes(EngineClient engine, Questions questions, CommandKeys keys, AuditTrail audit) {
        this.questions = questions;
        this.keys = keys;
        this.audit = audit;
        jobs = new RestJobs(engine);
        reading();
        doing();
    }

    List<Route> all() {
        return all;
    }

    void close() {
        jobs.close();
    }

    private void reading() {
        question(
                "/v1/desk",
                "The desk now: account, positions, working orders, limits, health.",
                List.of(),
                call -> new Query.Desk());
        question("/v1/instruments", "What can be traded.", List.of(), call -> new Query.Instruments());
        question("/v1/gate", "The checks before each order and their limits.", List.of(), call -> new Query.Gate());
        question(
                "/v1/orders",
                "The newest orders with what became of them.",
                List.of(limit()),
                call -> new Query.OrderHistory(rows(call)));
        question("/v1/fills", "The newest fills.", List.of(limit()), call -> new Query.Fills(rows(call)));
        question(
                "/v1/events",
                "The newest facts, newest first.",
                List.of(limit()),
                call -> new Query.NewestEvents(rows(call)));
        question("/v1/equity", "The equity curve.", List.of(limit()), call -> new Query.Equity(0, rows(call)));
        question(
                "/v1/market",
                "Price, depth and tape of an instrument.",
                List.of(symbol()),
                call -> new Query.Market(instrument(call)));
        question(
                "/v1/bars",
                "The newest bars of an instrument.",
                List.of(symbol(), timeframe(), limit()),
                call -> new Query.Bars(
                        instrument(call), timeframe(call), Long.MAX_VALUE, rows(call), BarReading.PLAIN));
        question(
                "/v1/forecasts",
                "Forecasts of an instrument with their measured skill and intervals.",
                List.of(symbol(), timeframe()),
                call -> new Query.Forecasts(instrument(call), timeframe(call)));
        question(
                "/v1/regimes",
                "Regimes of an instrument.",
                List.of(symbol(), timeframe()),
                call -> new Query.Regimes(instrument(call), timeframe(call)));
        question(
                "/v1/risk",
                "Value at risk and expected shortfall of the desk.",
                List.of(),
                call -> new Query.Risk(CONFIDENCE, RiskShock.NONE));
        question("/v1/strategies", "Strategies that the desk runs.", List.of(), call -> new Query.HostedStrategies());
        all.add(new Route(
                "POST",
                "/v1/ask",
                "Any question of the engine's.",
                List.of(),
                Optional.of(Query.class),
                Payload.class,
                call -> {
                    Query<?> query = (Query<?>) WireReader.read(call.body(), Query.class);
                    return new Payload(WireWriter.tree(now(questions.ask(call.who(), query)), ResultTypes.of(query)));
                }));
    }

    private void doing() {
        all.add(new Route(
                "POST",
                "/v1/commands",
                "Any command, an order included: through the risk gate like all others. The same key sent twice is done once.",
                List.of(new Route.Parameter(
                        "Idempotency-Key",
                        "header",
                        String.class,
                        true,
                        "Your own name for the command, 1 to 64 characters.")),
                Optional.of(Command.class),
                Answer.class,
                call -> command(call)));
        all.add(new Route(
                "POST",
                "/v1/jobs",
                "Long work: a backtest, a verdict, a sweep, an import.",
                List.of(),
                Optional.of(Job.class),
                RestJobs.Standing.class,
                call -> {
                    Job<?> job = (Job<?>) WireReader.read(call.body(), Job.class);
                    NotAllowedException.check(call.who(), Permissions.needed(job));
                    return jobs.start(call.who(), job);
                }));
        Route.Parameter id = new Route.Parameter("id", "path", String.class, true, "The job's number.");
        all.add(new Route(
                "GET",
                "/v1/jobs/{id}",
                "How far a job is, and its result.",
                List.of(id),
                Optional.empty(),
                RestJobs.Standing.class,
                call -> jobs.standing(call.who(), call.text("id"))));
        all.add(new Route(
                "DELETE",
                "/v1/jobs/{id}",
                "Cancels a job.",
                List.of(id),
                Optional.empty(),
                RestJobs.Standing.class,
                call -> jobs.cancel(call.who(), call.text("id"))));
    }

    private Answer command(Route.Call call) throws Exception {
        Command command = (Command) WireReader.read(call.body(), Command.class);
        Principal who = call.who();
        Role needed = Permissions.needed(command);
        if (!who.role().covers(needed)) {
            audit.refused(who, command);
            NotAllowedException.check(who, needed);
        }
        CommandKey key;
        try {
            key = new CommandKey(call.text("Idempotency-Key"));
        } catch (IllegalArgumentException wrong) {
            throw new BadCallException("The header Idempotency-Key: " + wrong.getMessage() + ".");
        }
        Trail.done(audit, who, command);
        return now(keys.submit(who, key, command));
    }

    private <R> void question(
            String path, String summary, List<Route.Parameter> parameters, Function<Route.Call, Query<R>> query) {
        all.add(new Route(
                "GET",
                path,
                summary,
                parameters,
                Optional.empty(),
                answerOf(path, query),
                call -> now(questions.ask(call.who(), query.apply(call)))));
    }

    /** Asked once with parameters that any question takes. */
    private static <R> Type answerOf(String path, Function<Route.Call, Query<R>> query) {
        return ResultTypes.of(query.apply(new Route.Call(
                new Principal(path, Role.VIEW),
                Map.of("symbol", "BTC-USDT", "timeframe", "1h", "limit", "1"),
                JsonNodeFactory.instance.missingNode())));
    }

    private static <T> T now(CompletionStage<T> stage) throws Exception {
        return stage.toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    private static Route.Parameter limit() {
        return new Route.Parameter(
                "limit", "query", int.class, false, "How many at most; " + USUAL_ROWS + " if not given.");
    }

    private static Route.Parameter symbol() {
        return new Route.Parameter("symbol", "query", String.class, true, "As in BTC-USDT.");
    }

    private static Route.Parameter timeframe() {
        return new Route.Parameter("timeframe", "query", String.class, true, "As in 1m, 1h, 1d.");
    }

    private static int rows(Route.Call call) {
        return call.number("limit", USUAL_ROWS, MOST_ROWS);
    }

    private static InstrumentId instrument(Route.Call call) {
        try {
            return InstrumentId.of(call.text("symbol"));
        } catch (IllegalArgumentException wrong) {
            throw new BadCallException("The parameter symbol is no instrument: " + wrong.getMessage() + ".");
        }
    }

    private static Timeframe timeframe(Route.Call call) {
        String label = call.text("timeframe");
        for (Timeframe one : Timeframe.values()) {
            if (one.label().equals(label)) {
                return one;
            }
        }
        throw new BadCallException("The parameter timeframe is none: " + label + ".");
    }
}
