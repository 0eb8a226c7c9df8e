package io.sextant.ui.panel.algos;

import io.sextant.domain.command.Command;
import io.sextant.domain.command.PlaceAlgo;
import io.sextant.domain.command.PlaceBracket;
import io.sextant.domain.order.Refusal;
import io.sextant.domain.parent.AlgoTerms;
import io.sextant.domain.parent.BracketTerms;
import io.sextant.ui.exits.ExitsEntry;

/** What the fields of the form amount to. */
sealed interface StartEntry {

    /** Something that can be begun. */
    sealed interface Ready extends StartEntry {

        Command command();
    }

    record Bracket(BracketTerms terms) implements Ready {

        @Override
        public Command command() {
            return new PlaceBracket(terms);
        }
    }

    record Algo(AlgoTerms terms) implements Ready {

        @Override
        public Command command() {
            return new PlaceAlgo(terms);
        }
    }

    /** The exits of a bracket are not whole. */
    record Unguarded(ExitsEntry.Gap gap) implements StartEntry {}

    /** The instrument's own rules say no already. */
    record Refused(Refusal refusal) implements StartEntry {}

    /** A field is empty, cannot be read, or does not fit the others. */
    record Incomplete() implements StartEntry {}
}
