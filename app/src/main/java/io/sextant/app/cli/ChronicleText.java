package io.sextant.app.cli;

import io.sextant.app.session.DeskReport;
import io.sextant.domain.chronicle.Booking;
import io.sextant.domain.chronicle.Chapter;
import io.sextant.domain.chronicle.OrderChronicle;
import io.sextant.domain.instrument.InstrumentCatalog;
import io.sextant.domain.order.Fill;
import io.sextant.domain.order.Order;
import io.sextant.domain.order.OrderDraft;
import io.sextant.ui.i18n.Language;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.life.LifeWords;
import io.sextant.ui.life.PassportWords;
import java.io.PrintWriter;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The life of an order in the window's sentences for people, and in fields for programs. */
final class ChronicleText {

    private ChronicleText() {}

    static void print(PrintWriter out, OrderChronicle chronicle) {
        InstrumentCatalog unknown = new InstrumentCatalog(List.of());
        Texts texts = new Texts(Language.ENGLISH, ZoneOffset.UTC);
        LifeWords words = new LifeWords(unknown, texts);
        out.println(words.head(chronicle));
        out.println("Market times are UTC; # is the record of the journal.");
        out.println();
        for (Chapter chapter : chronicle.chapters()) {
            out.println(UtcText.of(chapter.timeNanos()) + "  #" + chapter.position() + "  "
                    + words.sentence(chapter, chronicle));
        }
        out.println();
        out.println(words.sum(chronicle));
        out.println();
        PassportWords passports = new PassportWords(unknown, texts);
        for (PassportWords.Entry entry : passports.say(chronicle)) {
            out.printf("%-12s %s%n", passports.heading(entry.topic()), entry.sentence());
        }
        out.flush();
    }

    static Map<String, Object> map(OrderChronicle chronicle) {
        Order order = chronicle.order();
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("order", order.id().value());
        map.put("mode", chronicle.mode().name());
        map.put("venue", chronicle.feed());
        map.put("state", order.state().name());
        map.put("filled", order.filled().toString());
        putTerms(map, order.terms());
        List<Map<String, Object>> chapters = new ArrayList<>();
        chronicle.chapters().forEach(chapter -> chapters.add(map(chapter)));
        map.put("chapters", chapters);
        chronicle.passport().ifPresent(passport -> map.put("passport", PassportFields.map(passport)));
        return map;
    }

    private static Map<String, Object> map(Chapter chapter) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("record", chapter.position());
        map.put("time", UtcText.of(chapter.timeNanos()));
        switch (chapter) {
            case Chapter.Asked asked -> {
                map.put("what", "ASKED");
                map.put("origin", asked.draft().origin().name());
                map.put("reason", asked.draft().reason());
                putTerms(map, asked.draft());
            }
            case Chapter.Passed ignored -> map.put("what", "PASSED_THE_GATE");
            case Chapter.Moved moved -> {
                map.put("what", "MOVED");
                map.put("from", moved.from().name());
                map.put("to", moved.order().state().name());
                map.put("filled", moved.order().filled().toString());
                map.put("reason", moved.reason());
            }
            case Chapter.Amended amended -> {
                map.put("what", "AMENDED");
                map.put("state", amended.order().state().name());
                map.put("reason", amended.reason());
                putTerms(map, amended.order().terms());
            }
            case Chapter.Filled filled -> {
                map.put("what", "FILLED");
                put(map, filled.fill());
                put(map, filled.booking());
            }
        }
        return map;
    }

    private static void putTerms(Map<String, Object> map, OrderDraft terms) {
        map.put("instrument", terms.instrument().symbol());
        map.put("side", terms.side().name());
        map.put("quantity", terms.quantity().toString());
        map.put("limit", StateCommand.limit(terms));
        map.put("timeInForce", terms.timeInForce().name());
    }

    private static void put(Map<String, Object> map, Fill fill) {
        map.put("trade", fill.tradeId());
        map.put("quantity", fill.quantity().toString());
        map.put("price", fill.price().toString());
        map.put("notional", DeskReport.amount(fill.notional()));
        map.put("currency", fill.notional().currency().code());
        map.put("fee", DeskReport.amount(fill.fee()));
        map.put("feeCurrency", fill.fee().currency().code());
        map.put("liquidity", fill.maker() ? "MAKER" : "TAKER");
    }

    private static void put(Map<String, Object> map, Booking booking) {
        map.put("positionAfter", booking.positionText());
        map.put("realisedByFill", DeskReport.amount(booking.realisedByFill()));
        map.put("realisedAfter", DeskReport.amount(booking.realised()));
        map.put("openCostAfter", DeskReport.amount(booking.openCost()));
        map.put("cashAfter", DeskReport.amount(booking.cash()));
    }
}
