package io.sextant.marketdata.intake;

import io.sextant.domain.dataset.FileImport;
import io.sextant.domain.dataset.QuarantinedRow;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.Bar;
import io.sextant.domain.market.BarSeries;
import io.sextant.domain.market.Timeframe;
import io.sextant.marketdata.bar.BarLength;
import io.sextant.marketdata.bar.Resampler;
import io.sextant.marketdata.file.PriceFileTaker;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.function.Predicate;

/** Takes what is read from one file, hands the bars on to be stored, and remembers what a report says. */
final class FileIntake implements PriceFileTaker {

    private static final int QUARANTINED_SHOWN = 20;
    private static final int FIRST_BARS = 5;

    private final StoringThread storing;
    private final Quarantine quarantine;
    private final TradeSeams seams;
    private final Predicate<InstrumentId> reserved;
    private final ImportProgress progress;
    private final LongConsumer bytesRead;
    private final List<Text> texts = new ArrayList<>();

    FileIntake(
            StoringThread storing,
            Quarantine quarantine,
            TradeSeams seams,
            Predicate<InstrumentId> reserved,
            ImportProgress progress,
            LongConsumer bytesRead) {
        this.storing = storing;
        this.quarantine = quarantine;
        this.seams = seams;
        this.reserved = reserved;
        this.progress = progress;
        this.bytesRead = bytesRead;
    }

    /** One text of the file; an archive has several. */
    private static final class Text {
        private final String name;
        private String layout = "";
        private Timeframe timeframe = Timeframe.S1;
        private boolean trades;
        private Optional<BarLength> odd = Optional.empty();
        private Optional<String> problem = Optional.empty();
        private long rows;
        private long quarantinedRows;
        private final Map<String, SeriesTally> tallies = new LinkedHashMap<>();
        private final Map<String, List<BarSeries>> held = new LinkedHashMap<>();
        private final List<Bar> firstBars = new ArrayList<>();
        private final List<QuarantinedRow> quarantined = new ArrayList<>();
        private final List<String> notes = new ArrayList<>();

        Text(String name) {
            this.name = name;
        }
    }

    private Text newest() {
        return texts.getLast();
    }

    @Override
    public void begin(Understood understood) {
        Text text = new Text(understood.name());
        texts.add(text);
        text.layout = understood.layout();
        text.trades = understood.trades();
        BarLength length = understood.length().orElseThrow();
        text.timeframe =
                length.timeframe().orElseGet(() -> length.nextTimeframe().orElseThrow());
        if (length.timeframe().isEmpty()) {
            text.odd = Optional.of(length);
            text.notes.add("Bars of " + length + " were made into bars of " + text.timeframe.label() + ".");
        }
        if (!understood.hasVolume()) {
            text.notes.add("There is no column of volumes; they count as zero.");
        }
    }

    @Override
    public void bars(String symbol, BarSeries stretch) {
        Text text = newest();
        for (int i = 0; text.firstBars.size() < FIRST_BARS && text.tallies.size() <= 1 && i < stretch.size(); i++) {
            text.firstBars.add(stretch.get(i));
        }
        if (text.odd.isPresent()) {
            text.held.computeIfAbsent(symbol, name -> new ArrayList<>()).add(stretch);
        } else {
            store(text, symbol, text.trades ? seams.joined(symbol, stretch) : stretch);
        }
    }

    private void store(Text text, String symbol, BarSeries bars) {
        InstrumentId instrument = InstrumentId.of(symbol);
        if (reserved.test(instrument)) {
            String refused = symbol + " belongs to this desk's own market and was left alone; import it under another"
                    + " name with --symbol.";
            if (!text.notes.contains(refused)) {
                text.notes.add(refused);
            }
            text.problem = Optional.of(refused);
            return;
        }
        SeriesTally tally = text.tallies.computeIfAbsent(symbol, name -> new SeriesTally(instrument, text.timeframe));
        storing.store(tally, bars);
    }

    @Override
    public void quarantined(QuarantinedRow row) {
        if (newest().quarantined.size() < QUARANTINED_SHOWN) {
            newest().quarantined.add(row);
        }
        quarantine.setAside(row);
    }

    @Override
    public void progress(long rows) {
        progress.rows(rows);
        progress.checkCancelled();
    }

    @Override
    public void bytes(long more) {
        bytesRead.accept(more);
    }

    @Override
    public void end(long rows, long quarantinedRows) {
        Text text = newest();
        text.rows = rows;
        text.quarantinedRows = quarantinedRows;
        text.held.forEach((symbol, stretches) ->
                store(text, symbol, Resampler.resample(BarSeries.concat(stretches), text.timeframe)));
        text.held.clear();
    }

    @Override
    public void problem(String name, String sentence) {
        Text text = texts.isEmpty() || !newest().name.equals(name) ? new Text(name) : newest();
        if (texts.isEmpty() || newest() != text) {
            texts.add(text);
        }
        text.problem = Optional.of(sentence);
    }

    /** Of each text, once all is stored. */
    List<FileImport> results() {
        return texts.stream().map(FileIntake::result).toList();
    }

    private static FileImport result(Text text) {
        return new FileImport(
                text.name,
                text.layout,
                text.tallies.values().stream().map(SeriesTally::result).toList(),
                text.firstBars,
                text.rows,
                text.quarantinedRows,
                text.quarantined,
                text.notes,
                text.problem);
    }
}
