package io.sextant.app.cli;

import io.sextant.store.journal.JournalProof;
import io.sextant.store.journal.JournalProof.BadRecord;
import io.sextant.store.journal.JournalProof.TornTail;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** A journal's proof for people and for programs. */
final class JournalText {

    private JournalText() {}

    static void print(PrintWriter out, JournalProof proof) {
        out.println(verdict(proof));
        proof.bad().ifPresent(bad -> print(out, bad));
        proof.tornTail().ifPresent(torn -> print(out, torn));
        for (String note : proof.notes()) {
            out.println("Note: " + note);
        }
        if (proof.linked() > 0 && proof.firstChained() > 0) {
            out.println();
            out.println(
                    "To notice later even a journal that was rewritten whole, write this down elsewhere and give it to");
            out.println("--expect then:");
            out.println(proof.linked() + ":" + proof.link());
        }
        out.flush();
    }

    private static String verdict(JournalProof proof) {
        String records = String.format(Locale.ENGLISH, "%,d", proof.records());
        return switch (proof.verdict()) {
            case EMPTY -> "The journal has no records.";
            case WHOLE -> "The journal is whole: all " + records + " records are as they were written, in their order.";
            case TORN_TAIL ->
                "The journal is whole: all " + records
                        + " records that were acknowledged are as they were written, in their" + " order.";
            case NOT_WHOLE ->
                "THE JOURNAL IS NOT AS IT WAS WRITTEN. Records before the first bad one: " + records + ".";
            case NOT_ANCHORED ->
                "NOT PROVEN: the " + records
                        + " records fit together, but the chain's file is missing or unreadable, so"
                        + " records may have been removed from the end.";
            case NOT_CHAINED ->
                "NOT PROVEN: the " + records
                        + " records were written by a version without a chain. It begins when the desk"
                        + " is next run.";
        };
    }

    private static void print(PrintWriter out, BadRecord bad) {
        out.println();
        out.println("  First bad record  " + bad.position() + ", " + bad.change());
        out.println("  Because           " + bad.detail());
        out.println("  Where             " + bad.segment().getFileName() + ", byte " + bad.offset());
        if (bad.isItsOwn()) {
            out.println("  What it says      " + bad.what());
        }
        if (bad.timeNanos() != 0) {
            out.println((bad.isItsOwn() ? "  Step and time     " : "  After step, time  ") + bad.sequence() + ", "
                    + UtcText.of(bad.timeNanos()));
        }
        out.println();
    }

    private static void print(PrintWriter out, TornTail torn) {
        out.println(
                "Behind them lie " + torn.bytes() + " bytes of a write that was not finished ("
                        + torn.segment().getFileName() + " from byte " + torn.offset() + ": " + torn.detail()
                        + "). Nobody was told of it; this is what a crash leaves, not tampering. The next opening sets them aside.");
    }

    static Map<String, Object> map(JournalProof proof) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("verdict", proof.verdict().name());
        map.put("proven", proof.isProven());
        map.put("records", proof.records());
        map.put("firstChainedRecord", proof.firstChained());
        map.put("anchoredTo", proof.anchoredTo());
        map.put("linkedRecord", proof.linked());
        map.put("link", proof.link());
        proof.bad().ifPresent(bad -> map.put("firstBadRecord", map(bad)));
        proof.tornTail().ifPresent(torn -> map.put("tornTail", map(torn)));
        map.put("notes", proof.notes());
        return map;
    }

    private static Map<String, Object> map(BadRecord bad) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("record", bad.position());
        map.put("change", bad.change().name());
        map.put("detail", bad.detail());
        map.put("segment", String.valueOf(bad.segment().getFileName()));
        map.put("offset", bad.offset());
        map.put("sequence", bad.sequence());
        map.put("time", bad.timeNanos() == 0 ? "" : UtcText.of(bad.timeNanos()));
        map.put("sequenceAndTimeOf", bad.isItsOwn() ? "THE_RECORD" : "THE_LAST_GOOD_ONE");
        map.put("what", bad.what());
        return map;
    }

    private static Map<String, Object> map(TornTail torn) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("segment", String.valueOf(torn.segment().getFileName()));
        map.put("offset", torn.offset());
        map.put("bytes", torn.bytes());
        map.put("detail", torn.detail());
        return map;
    }
}
