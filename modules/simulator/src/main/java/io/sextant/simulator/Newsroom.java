package io.sextant.simulator;

import io.sextant.domain.instrument.Equity;
import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.instrument.InstrumentCatalog;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.instrument.SpotPair;
import io.sextant.domain.journal.StateReader;
import io.sextant.domain.journal.StateWriter;
import io.sextant.domain.market.Headline;
import io.sextant.simulator.process.Draws;
import io.sextant.simulator.process.Season;
import io.sextant.simulator.process.ShockListener;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;

/**
 * Puts shocks of worth into words, and adds gossip that means nothing, so that a reader cannot take every headline for a
 * signal. Sources do not exist. The sentences of both languages are in the bundle {@code simulator.headlines}; a headline's
 * template is its key there.
 */
final class Newsroom implements ShockListener {

    static final String BUNDLE = "simulator.headlines";

    private static final double GOSSIP_SECONDS = 420;
    private static final int LARGEST_MILLIONS = 900;
    private static final int LEAST_MILLIONS = 20;
    private static final String[] SOURCES = {
        "Plover Wire (simulated)", "The Tidewater Courier (simulated)", "Harbour Ledger (simulated)"
    };

    private final InstrumentCatalog catalog;
    private final SimulatedInstruments instruments;
    private final Draws draws;
    private final ResourceBundle english = ResourceBundle.getBundle(BUNDLE, Locale.ROOT);

    private Optional<Story> waiting = Optional.empty();

    private record Story(List<InstrumentId> about, String family, List<String> names) {}

    Newsroom(InstrumentCatalog catalog, SimulatedInstruments instruments, Draws draws) {
        this.catalog = catalog;
        this.instruments = instruments;
        this.draws = draws;
    }

    @Override
    public void onGroupShock(Season group, double size) {
        List<InstrumentId> about = new ArrayList<>();
        for (int i = 0; i < catalog.size(); i++) {
            if (instruments.valueProfile(i).season() == group) {
                about.add(catalog.get(i).id());
            }
        }
        String family = switch (group) {
            case CRYPTO -> "crypto";
            case STOCKS -> "stocks";
        };
        waiting = Optional.of(new Story(about, family + tone(size), List.of()));
    }

    @Override
    public void onOwnShock(int instrument, double size) {
        Instrument subject = catalog.get(instrument);
        String family = subject instanceof Equity ? "company" : "coin";
        waiting = Optional.of(new Story(List.of(subject.id()), family + tone(size), List.of(shortName(subject))));
    }

    private static String tone(double size) {
        return size > 0 ? ".good" : ".bad";
    }

    /** The headline of what just happened, or now and then gossip. */
    Optional<Headline> takeHeadline(long nowNanos, double stepSeconds) {
        boolean gossip = draws.happens(stepSeconds / GOSSIP_SECONDS);
        if (waiting.isEmpty() && gossip) {
            Instrument subject = catalog.get(draws.below(catalog.size()));
            waiting = Optional.of(new Story(List.of(subject.id()), "gossip", List.of(shortName(subject))));
        }
        Optional<Headline> headline = waiting.map(story -> write(story, nowNanos));
        waiting = Optional.empty();
        return headline;
    }

    private Headline write(Story story, long nowNanos) {
        int variants = 0;
        while (english.containsKey(story.family() + "." + (variants + 1))) {
            variants++;
        }
        String template = story.family() + "." + (1 + draws.below(variants));
        List<String> arguments = new ArrayList<>(story.names());
        arguments.add(Integer.toString(LEAST_MILLIONS + draws.below(LARGEST_MILLIONS)));
        String text = new MessageFormat(english.getString(template), Locale.ROOT).format(arguments.toArray());
        String source = SOURCES[draws.below(SOURCES.length)];
        return new Headline(nowNanos, story.about(), template, arguments, text, source);
    }

    /** Without what the catalog adds in brackets or after a slash. */
    private static String shortName(Instrument instrument) {
        String name = instrument.name();
        int end = name.indexOf(" (");
        String plain = end < 0 ? name : name.substring(0, end);
        return instrument instanceof SpotPair ? plain.substring(0, plain.indexOf(" /")) : plain;
    }

    void save(StateWriter out) {
        draws.save(out);
    }

    void load(StateReader in) {
        draws.load(in);
    }
}
