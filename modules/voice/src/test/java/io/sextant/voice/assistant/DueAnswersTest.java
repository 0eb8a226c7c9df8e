package io.sextant.voice.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.forecast.DueBoard;
import io.sextant.domain.forecast.DueSkill;
import io.sextant.domain.forecast.DueSkill.Word;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.request.DeskState;
import io.sextant.domain.request.Query;
import io.sextant.voice.command.SpokenInstruments;
import io.sextant.voice.command.Vocabulary;
import io.sextant.voice.language.Language;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** How good forecasts were in a time that was asked about. */
class DueAnswersTest extends RecommendedDesk {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    /** A Wednesday. */
    private static final ZonedDateTime WEDNESDAY = ZonedDateTime.of(2026, 11, 18, 15, 30, 0, 0, PARIS);

    private final List<Query.DueForecasts> asked = new ArrayList<>();
    private Optional<Long> since = Optional.empty();
    private List<DueSkill> skills = List.of(
            new DueSkill("naive", 1, 40, 1, 1, 0.775, Double.NaN, 30, Word.NAIVE),
            new DueSkill("ridge", 1, 40, 0.912, 0.934, 0.825, 0.0312, 30, Word.BETTER),
            new DueSkill("ridge", 10, 31, 1.04, 1.02, 0.71, Double.NaN, 100, Word.TOO_FEW),
            new DueSkill("tree", 1, 40, 1.2, 1.1, 0.6, 1, 30, Word.WORSE),
            new DueSkill("tree", 5, 40, 1.2, 1.1, 0.6, 0.4, 50, Word.CHANCE));

    private Object answered(Query<?> query) {
        if (query instanceof Query.DueForecasts due) {
            asked.add(due);
            return new DueBoard(due.instrument(), due.timeframe(), due.fromNanos(), due.toNanos(), since, skills);
        }
        return answer(query);
    }

    private Said ask(Language language, String question) {
        now = nanos(WEDNESDAY);
        return new Assistant(
                        new AnsweringEngine(this::answered),
                        language,
                        Vocabulary.of(language, SpokenInstruments.usual()),
                        Timeframe.H1,
                        PARIS)
                .answer(question);
    }

    private static long nanos(ZonedDateTime time) {
        return time.toEpochSecond() * 1_000_000_000L;
    }

    private static Map<String, String> facts(Said said) {
        return said.facts().stream().collect(Collectors.toMap(Fact::name, Fact::value, (one, other) -> one));
    }

    @Test
    void aMonthThatIsAskedForIsJudgedByItselfBeforeAllThatCouldBeChecked() {
        Said said = ask(Language.ENGLISH, "How good were your bitcoin forecasts this month?");

        assertThat(asked)
                .containsExactly(new Query.DueForecasts(
                        COIN, Timeframe.H1, nanos(ZonedDateTime.of(2026, 11, 1, 0, 0, 0, 0, PARIS)), now));
        assertThat(facts(said))
                .containsEntry("due.forecasts.ahead1", "40")
                .containsEntry("due.rmseOverNaive.ahead1", "0.912")
                .containsEntry("due.maeOverNaive.ahead1", "0.934")
                .containsEntry("due.coverage80.ahead1", "82.5%")
                .containsEntry("due.pValue.ahead1", "0.031")
                .containsEntry("due.forecasts.ahead10", "31")
                .containsEntry("due.needed.ahead10", "100")
                .containsEntry("skill.forecasts", "400");
        assertThat(said.text())
                .containsSubsequence("ridge, bars ahead 1", "more than chance", "bars ahead 10", "too few", "In all")
                .contains("tree, bars ahead 1")
                .as("of others only the next bar")
                .doesNotContain("bars ahead 5");
        assertThat(said.facts()).allMatch(fact -> fact.source().startsWith("forecast:BTC-USDT"));
    }

    @Test
    void itIsSaidFromWhenOnItIsKnownAndThatNothingCameDue() {
        since = Optional.of(nanos(WEDNESDAY.minusHours(3)));
        assertThat(ask(Language.FRENCH, "Que valaient vos pronostics sur le bitcoin cette semaine ?")
                        .text())
                .contains("noté que depuis", "barres d’avance 1", "C’est trop peu pour distinguer", "En tout");
        since = Optional.empty();
        skills = List.of();
        assertThat(ask(Language.ENGLISH, "How wrong were you about bitcoin last week?")
                        .text())
                .startsWith("No forecast of BTC-USDT, 1h, that this desk noted came due from");
    }

    @Test
    void withoutATimeOnlyWhatIsKnownInAllIsTold() {
        assertThat(ask(Language.ENGLISH, "How accurate are your bitcoin forecasts?")
                        .text())
                .startsWith("Of BTC-USDT, 1h, ridge made 400 forecasts");
        assertThat(asked).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ENGLISH | How good were your bitcoin forecasts today? | 2026-11-18T00:00 | 2026-11-18T15:30",
                "ENGLISH | How accurate were you on bitcoin yesterday? | 2026-11-17T00:00 | 2026-11-18T00:00",
                "ENGLISH | How good were your bitcoin forecasts this week? | 2026-11-16T00:00 | 2026-11-18T15:30",
                "ENGLISH | How wrong were you about bitcoin last week? | 2026-11-09T00:00 | 2026-11-16T00:00",
                "ENGLISH | How accurate were you on bitcoin last month? | 2026-10-01T00:00 | 2026-11-01T00:00",
                "FRENCH | Tes prévisions du bitcoin ont-elles été bonnes aujourd'hui ? | 2026-11-18T00:00 | 2026-11-18T15:30",
                "FRENCH | Tes prévisions du bitcoin ont-elles été bonnes hier ? | 2026-11-17T00:00 | 2026-11-18T00:00",
                "FRENCH | Tes prévisions du bitcoin ont-elles été bonnes cette semaine ? | 2026-11-16T00:00 | 2026-11-18T15:30",
                "FRENCH | Tes prévisions du bitcoin ont-elles été bonnes la semaine dernière ? | 2026-11-09T00:00 | 2026-11-16T00:00",
                "FRENCH | Tes prévisions du bitcoin ont-elles été bonnes ce mois-ci ? | 2026-11-01T00:00 | 2026-11-18T15:30",
                "FRENCH | Que valaient vos prévisions du bitcoin le mois dernier ? | 2026-10-01T00:00 | 2026-11-01T00:00"
            })
    void timesAreThoseOfThePlacesCalendar(Language language, String question, String from, String until) {
        var unused = ask(language, question);
        assertThat(asked).singleElement().satisfies(each -> {
            assertThat(at(each.fromNanos())).hasToString(from);
            assertThat(at(each.toNanos())).hasToString(until);
        });
    }

    private static Object at(long nanos) {
        return Instant.ofEpochSecond(nanos / 1_000_000_000L).atZone(PARIS).toLocalDateTime();
    }

    @ParameterizedTest
    @EnumSource
    void theWeeksReportTellsTheWeekOfEachModelAndStepAlone(Language language) {
        now = nanos(WEDNESDAY);
        Asking engine = new Asking(new AnsweringEngine(this::answered));
        DeskState desk = (DeskState) answer(new Query.Desk());
        long week = 7 * 24 * HOUR;
        Briefer.Period period = new Briefer.Period(
                desk, now - week, Optional.empty(), List.of(), Map.of(), List.of(InstrumentId.of("BTC-USDT")));
        Chapter chapter = new BriefedDesk(
                        engine, new MarketAnswers(engine, Timeframe.H1), new DueAnswers(engine, Timeframe.H1), period)
                .skill(new Chapter("skill", new Templates(language), language, ZoneOffset.UTC));

        assertThat(asked).containsExactly(new Query.DueForecasts(COIN, Timeframe.H1, now - week, now));
        List<String> told = chapter.section().facts().stream().map(Fact::name).toList();
        assertThat(told).filteredOn(name -> name.startsWith("due.forecasts")).hasSize(5);
        assertThat(told).contains("due.coverage80.ahead10", "skill.forecasts");
    }
}
