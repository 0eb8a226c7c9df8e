package io.sextant.voice.assistant;

import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.request.GateStatus;
import io.sextant.domain.request.Query;
import io.sextant.domain.risk.RiskBoard;
import io.sextant.domain.risk.RiskBoard.Crisis;
import io.sextant.domain.risk.RiskBoard.Measured;
import io.sextant.domain.risk.RiskBoard.Part;
import io.sextant.domain.risk.RiskShock;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** How bad it can get, from what, and what the gate still lets pass. */
final class RiskAnswers {

    private static final double CONFIDENCE = 0.95;
    private static final String SOURCE = "risk";
    private static final int BIGGEST = 3;
    private static final double NEAR = 0.5;

    private final Asking engine;

    RiskAnswers(Asking engine) {
        this.engine = engine;
    }

    private Optional<Measured> measured(RiskShock shock, Speaking speaking) {
        RiskBoard board = engine.ask(new Query.Risk(CONFIDENCE, shock));
        return switch (board) {
            case Measured measured -> Optional.of(measured);
            case RiskBoard.NothingHeld nothing -> {
                speaking.say(
                        "risk.nothing",
                        "fall",
                        speaking.percent("risk.drawdown", nothing.fall().current(), 1, SOURCE));
                yield Optional.empty();
            }
            case RiskBoard.TooLittleHistory few -> {
                speaking.say(
                        "risk.few",
                        "days",
                        speaking.count("risk.days", few.days(), SOURCE),
                        "needed",
                        speaking.count("risk.daysNeeded", few.neededDays(), SOURCE));
                yield Optional.empty();
            }
        };
    }

    void risk(Speaking speaking) {
        measured(RiskShock.NONE, speaking).ifPresent(board -> {
            tail(board, speaking);
            speaking.say(
                    "risk.fall",
                    "now",
                    speaking.percent("risk.drawdown", board.fall().current(), 1, SOURCE),
                    "deepest",
                    speaking.percent("risk.deepestDrawdown", board.fall().deepest(), 1, SOURCE));
        });
    }

    private static void tail(Measured board, Speaking speaking) {
        String currency = board.currency().code();
        speaking.say(
                "risk",
                "chance",
                speaking.percent("risk.tail", 1 - board.confidence(), 0, SOURCE),
                "var",
                speaking.estimate("risk.var", board.historical().valueAtRisk(), currency, SOURCE),
                "share",
                speaking.percent("risk.varOfEquity", board.historical().valueAtRisk() / board.equity(), 2, SOURCE),
                "cvar",
                speaking.estimate("risk.cvar", board.historical().expectedShortfall(), currency, SOURCE));
    }

    /** The positions that bring most of the shortfall. */
    void biggest(Speaking speaking) {
        measured(RiskShock.NONE, speaking).ifPresent(board -> {
            List<Part> parts = largest(board);
            speaking.say("risk.biggest");
            for (Part part : parts.subList(0, Math.min(BIGGEST, parts.size()))) {
                part(board, part, speaking);
            }
            board.crises().stream()
                    .min(Comparator.comparingDouble(Crisis::result))
                    .filter(crisis -> crisis.result() < 0)
                    .ifPresent(worst -> crisis(board, worst, speaking));
        });
    }

    private static List<Part> largest(Measured board) {
        return board.parts().stream()
                .sorted(Comparator.comparingDouble(part -> -part.shortfallComponent()))
                .toList();
    }

    private static void part(Measured board, Part part, Speaking speaking) {
        String source = "risk:" + part.instrument().symbol();
        speaking.say(
                "risk.part",
                "instrument",
                part.instrument().symbol(),
                "share",
                speaking.percent(
                        "risk.part.share",
                        part.shortfallComponent() / board.historical().expectedShortfall(),
                        0,
                        source),
                "exposure",
                speaking.estimate(
                        "risk.part.exposure", part.exposure(), board.currency().code(), source));
    }

    /** What it is made of now; the past day's own figure beside it where the desk told one. */
    void why(Speaking speaking) {
        measured(RiskShock.NONE, speaking).ifPresent(board -> {
            tail(board, speaking);
            if (!board.told().isEmpty()) {
                RiskBoard.PastDay before = board.told().getLast();
                speaking.say(
                        "risk.before",
                        "day",
                        speaking.time("risk.told.day", before.dayNanos(), SOURCE),
                        "var",
                        speaking.estimate(
                                "risk.told.var",
                                before.valueAtRisk(),
                                board.currency().code(),
                                SOURCE));
            }
            List<Part> parts = largest(board);
            if (!parts.isEmpty()) {
                speaking.say("risk.mostly");
                part(board, parts.getFirst(), speaking);
            }
        });
    }

    void crisis(Optional<Integer> year, Speaking speaking) {
        measured(RiskShock.NONE, speaking).ifPresent(board -> {
            List<Crisis> like = board.crises().stream()
                    .filter(crisis -> year.isEmpty()
                            || (Integer.parseInt(crisis.fromDay().substring(0, 4)) <= year.get()
                                    && year.get()
                                            <= Integer.parseInt(crisis.toDay().substring(0, 4))))
                    .toList();
            if (like.isEmpty()) {
                speaking.say("crisis.unknown");
            }
            like.stream()
                    .sorted(Comparator.comparingDouble(Crisis::result))
                    .limit(BIGGEST)
                    .forEach(crisis -> crisis(board, crisis, speaking));
            if (!like.isEmpty()) {
                speaking.say("crisis.assumption");
            }
        });
    }

    private static void crisis(Measured board, Crisis crisis, Speaking speaking) {
        String source = "risk:crisis:" + crisis.fromDay();
        speaking.say(
                "crisis",
                "from",
                speaking.text("crisis.from", crisis.fromDay(), source),
                "to",
                speaking.text("crisis.to", crisis.toDay(), source),
                "move",
                speaking.percent("crisis.indexMove", crisis.indexMove(), 1, source),
                "result",
                speaking.estimate(
                        "crisis.result", crisis.result(), board.currency().code(), source),
                "share",
                speaking.percent("crisis.resultOfEquity", crisis.result() / board.equity(), 1, source));
    }

    /** Of one instrument what its exposure makes of the move, of all what the sandbox does. */
    void whatIf(Optional<InstrumentId> instrument, BigDecimal percent, Speaking speaking) {
        double move = percent.doubleValue() / 100;
        if (instrument.isPresent()) {
            one(instrument.get(), move, speaking);
            return;
        }
        measured(new RiskShock(Math.max(-1, move), 1, 0), speaking)
                .ifPresent(board -> speaking.say(
                        "whatif",
                        "move",
                        speaking.percent("whatif.move", move, 1, SOURCE),
                        "result",
                        speaking.estimate(
                                "whatif.result",
                                board.shocked().result(),
                                board.currency().code(),
                                SOURCE),
                        "share",
                        speaking.percent(
                                "whatif.resultOfEquity", board.shocked().result() / board.equity(), 1, SOURCE)));
    }

    private void one(InstrumentId instrument, double move, Speaking speaking) {
        measured(RiskShock.NONE, speaking).ifPresent(board -> {
            double exposure = board.parts().stream()
                    .filter(part -> part.instrument().equals(instrument))
                    .mapToDouble(Part::exposure)
                    .sum();
            String source = "risk:" + instrument.symbol();
            speaking.say(
                    "whatif.one",
                    "instrument",
                    instrument.symbol(),
                    "move",
                    speaking.percent("whatif.move", move, 1, source),
                    "result",
                    speaking.estimate(
                            "whatif.result", move * exposure, board.currency().code(), source),
                    "share",
                    speaking.percent("whatif.resultOfEquity", move * exposure / board.equity(), 1, source));
        });
    }

    void limits(Speaking speaking) {
        GateStatus gate = engine.ask(new Query.Gate());
        speaking.say("gate." + gate.state().name());
        List<GateStatus.Light> near = gate.lights().stream()
                .filter(light -> light.share() >= NEAR && !light.limit().isEmpty())
                .sorted(Comparator.comparingDouble(light -> -light.share()))
                .limit(BIGGEST)
                .toList();
        if (near.isEmpty()) {
            speaking.say("limits.far");
        }
        near.forEach(light -> speaking.say(
                "limits.near",
                "control",
                speaking.words("control." + light.control().name()),
                "share",
                speaking.percent(
                        "gate.share",
                        light.share(),
                        0,
                        "gate:" + light.control().name()),
                "used",
                speaking.text(
                        "gate.used", light.used(), "gate:" + light.control().name()),
                "limit",
                speaking.text(
                        "gate.limit", light.limit(), "gate:" + light.control().name())));
    }
}
