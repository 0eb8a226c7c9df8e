package io.sextant.ui.life;

import io.sextant.domain.chronicle.Chapter;

/** A chapter as it is shown; without a record it is a line of the passport, and its time is the topic. */
record LifeLine(String time, String record, String sentence, Weight weight) {

    /** How much it matters to the reader. */
    enum Weight {
        PLAIN,
        GOOD,
        ALARM;

        static Weight of(Chapter chapter) {
            return switch (chapter) {
                case Chapter.Filled filled -> GOOD;
                case Chapter.Moved moved ->
                    switch (moved.order().state()) {
                        case REJECTED, UNKNOWN -> ALARM;
                        case WAITING,
                                SUBMITTED,
                                ACCEPTED,
                                PARTLY_FILLED,
                                CANCEL_PENDING,
                                AMEND_PENDING,
                                FILLED,
                                CANCELLED,
                                EXPIRED -> PLAIN;
                    };
                case Chapter.Asked asked -> PLAIN;
                case Chapter.Passed passed -> PLAIN;
                case Chapter.Amended amended -> PLAIN;
            };
        }
    }

    String text() {
        return record.isEmpty() ? time + "  " + sentence : time + "  " + record + "  " + sentence;
    }
}
