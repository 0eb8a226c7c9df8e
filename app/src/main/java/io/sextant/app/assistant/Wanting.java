package io.sextant.app.assistant;

import io.sextant.ui.assistant.AssistantNews;
import io.sextant.ui.assistant.AssistantNews.Who;
import io.sextant.ui.shell.PanelIds;
import io.sextant.voice.command.Instruction;

/** Shows or answers what was asked for; nothing of it changes anything. */
final class Wanting {

    private final Telling telling;
    private final Answering answering;

    Wanting(Telling telling, Answering answering) {
        this.telling = telling;
        this.answering = answering;
    }

    void show(Tongue known, Instruction instruction) {
        switch (instruction) {
            case Instruction.ShowPanel(String panel) -> shown(known, new AssistantNews.ShowPanel(panel));
            case Instruction.ShowChart(var instrument, var timeframe) ->
                shown(known, new AssistantNews.ShowChart(instrument, timeframe));
            case Instruction.ShowTimeframe(var timeframe) -> shown(known, new AssistantNews.ShowTimeframe(timeframe));
            case Instruction.Rebalance _ -> {
                telling.tell(Who.ASSISTANT, known.text().say("rebalance"));
                telling.show(new AssistantNews.ShowPanel(PanelIds.OPTIMISER));
            }
            case Instruction.RunBacktest(String strategy, var instrument) -> {
                boolean can = known.isTestable(strategy);
                telling.tell(Who.ASSISTANT, known.text().say(can ? "backtest.runs" : "backtest.unknown", strategy));
                if (can) {
                    telling.show(new AssistantNews.RunBacktest(strategy, instrument));
                }
            }
            default -> answering.answer(known, instruction);
        }
    }

    private void shown(Tongue known, AssistantNews wish) {
        telling.tell(Who.ASSISTANT, known.text().say("shown"));
        telling.show(wish);
    }
}
