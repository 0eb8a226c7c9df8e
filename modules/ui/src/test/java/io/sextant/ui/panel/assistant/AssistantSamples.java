package io.sextant.ui.panel.assistant;

import io.sextant.ui.assistant.AssistantNews.Drafted;
import io.sextant.ui.assistant.AssistantNews.Line;
import io.sextant.ui.assistant.AssistantNews.ModelState;
import io.sextant.ui.assistant.AssistantNews.Part;
import io.sextant.ui.assistant.AssistantNews.Standing;
import io.sextant.ui.assistant.AssistantNews.Who;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** What the assistant is and says in these tests. */
final class AssistantSamples {

    static final Standing READY = new Standing(
            List.of("Desk microphone", "Headset"),
            ModelState.READY,
            "vosk-model-small-en-us-0.15",
            true,
            "computer",
            List.of("what is my risk", "help"));
    static final Standing NO_MODEL =
            new Standing(List.of(), ModelState.NONE, "", true, "computer", List.of("what is my risk", "help"));

    static final ModelPicker PICKER = new ModelPicker() {

        @Override
        public Optional<Path> zip(@Nullable Window owner) {
            return Optional.of(Path.of("model.zip"));
        }

        @Override
        public Optional<Path> paper(@Nullable Window owner, String name) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> folder(@Nullable Window owner) {
            return Optional.empty();
        }
    };

    private AssistantSamples() {}

    static Line answer() {
        return new Line(
                Who.ASSISTANT,
                List.of(
                        new Part.Words("On a bad day you could lose "),
                        new Part.Figure("risk.expectedShortfall", "1,240 USD", "risk"),
                        new Part.Words(", most of it in "),
                        new Part.Figure("risk.part", "ETH-USDT", "risk:ETH-USDT"),
                        new Part.Words(".")));
    }

    static Drafted draft(long id) {
        return new Drafted(
                id,
                List.of("Buy 0.25 BTC-USDT at 64,000.5 or less."),
                List.of(
                        "About 16,000.13 USDT at 64,000.5.",
                        "Fee about 16.00 USDT.",
                        "Position from 0 to 0.25.",
                        "Expected loss of the worst days (95%): 1,200 USD now, 1,500 USD after."),
                15_000);
    }
}
