package io.sextant.voice.assistant;

import io.sextant.domain.hosting.HostedStrategy;
import io.sextant.domain.request.DeskState;
import io.sextant.domain.request.Query;
import java.util.List;

/** What runs on the desk, and whether it is well. */
final class DeskAnswers {

    private static final int MOST_TOLD = 5;

    private final Asking engine;

    DeskAnswers(Asking engine) {
        this.engine = engine;
    }

    void strategies(Speaking speaking) {
        List<HostedStrategy> hosted = engine.ask(new Query.HostedStrategies()).strategies();
        if (hosted.isEmpty()) {
            speaking.say("strategies.none");
            return;
        }
        speaking.say("strategies", "count", speaking.count("strategies", hosted.size(), "strategies"));
        hosted.stream()
                .limit(MOST_TOLD)
                .forEach(each -> speaking.say(
                        "strategies.one",
                        "name",
                        each.terms().name(),
                        "stage",
                        speaking.words("stage." + each.stage().name()),
                        "since",
                        speaking.time(
                                "strategy.since",
                                each.sinceNanos(),
                                "strategy:" + each.terms().name())));
    }

    void health(Speaking speaking) {
        DeskState desk = engine.ask(new Query.Desk());
        speaking.say("mode." + desk.mode().name());
        speaking.say("feed." + desk.health().feedStatus().name());
        if (desk.killSwitchEngaged()) {
            speaking.say("kill.on", "reason", speaking.text("kill.reason", desk.killSwitchReason(), "gate"));
        }
        if (desk.paused()) {
            speaking.say("paused");
        }
    }
}
