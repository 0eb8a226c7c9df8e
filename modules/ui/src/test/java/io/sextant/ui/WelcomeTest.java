package io.sextant.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.market.Side;
import io.sextant.domain.money.Currency;
import io.sextant.domain.money.Money;
import io.sextant.domain.money.Price;
import io.sextant.domain.money.Quantity;
import io.sextant.domain.order.Order;
import io.sextant.domain.order.OrderDraft;
import io.sextant.domain.order.OrderId;
import io.sextant.domain.order.OrderOrigin;
import io.sextant.domain.order.OrderState;
import io.sextant.domain.order.OrderType;
import io.sextant.domain.order.TimeInForce;
import io.sextant.domain.session.LastTime;
import io.sextant.ui.i18n.Language;
import io.sextant.ui.shell.DeskChoice;
import io.sextant.ui.shell.DeskOpener;
import io.sextant.ui.shell.Persona;
import io.sextant.ui.shell.SextantWindow;
import io.sextant.ui.testing.FakeEngine;
import io.sextant.ui.testing.FakeInstruments;
import io.sextant.ui.testing.Pictures;
import io.sextant.ui.testing.SamplePanel;
import io.sextant.ui.testing.TestDesk;
import io.sextant.ui.theme.Themes;
import io.sextant.ui.welcome.ReaderMemory;
import io.sextant.ui.welcome.ReaderNotes;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Who comes for the first time, and who comes as somebody else. */
@ExtendWith(ApplicationExtension.class)
class WelcomeTest {

    private FakeEngine engine = new FakeEngine();
    private volatile Optional<LastTime> lastTime = Optional.empty();
    private final List<DeskChoice> asked = new CopyOnWriteArrayList<>();
    private volatile boolean newcomer;
    private final AtomicReference<ReaderNotes> kept = new AtomicReference<>();
    private final ReaderMemory memory = new ReaderMemory() {
        @Override
        public boolean isNewcomer() {
            return newcomer;
        }

        @Override
        public Optional<ReaderNotes> find() {
            return Optional.ofNullable(kept.get());
        }

        @Override
        public Optional<String> lastServer() {
            return Optional.empty();
        }

        @Override
        public void keep(ReaderNotes notes) {
            kept.set(notes);
        }
    };
    private volatile String profile = "";
    private final SextantApplication.Profiles profiles = new SextantApplication.Profiles() {
        @Override
        public String current() {
            return profile;
        }

        @Override
        public List<String> names() {
            return List.of("Ada", "desk 2");
        }

        @Override
        public boolean mayBeCalled(String name) {
            return name.chars().allMatch(Character::isLetter) && !name.isEmpty();
        }

        @Override
        public SextantApplication.Launch launch(String name) {
            profile = name;
            return WelcomeTest.this.launch();
        }
    };
    private volatile CompletableFuture<SextantWindow> ready = new CompletableFuture<>();
    private final SextantApplication application = new SextantApplication();
    private Stage stage;

    @Start
    void keep(Stage primary) {
        stage = primary;
    }

    @Test
    void asksANewcomerOnceOpensTheirDeskAsTheySaidAndShowsThemAround(FxRobot robot) throws Exception {
        newcomer = true;
        SextantApplication.handOver(launch());
        robot.interact(() -> application.start(stage));
        robot.clickOn("#welcome-language-fr").clickOn("#welcome-theme-LIGHT").clickOn("#welcome-persona-observer");
        robot.clickOn("#welcome-persona-observer");
        assertThat(robot.lookup("#welcome-begin").queryAs(Labeled.class).getText())
                .isEqualTo("Commencer");
        Pictures.take(stage, "welcome-fr-light");
        assertThat(asked).as("no desk before the choices").isEmpty();
        robot.interact(
                () -> robot.lookup("#welcome-begin").queryAs(Button.class).requestFocus());
        robot.push(KeyCode.ENTER);
        SextantWindow window = ready.get(120, TimeUnit.SECONDS);
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(kept.get())
                .isEqualTo(new ReaderNotes(Language.FRENCH, Themes.Shade.LIGHT, Optional.of(Persona.OBSERVER)));
        assertThat(window.context().texts().language()).isEqualTo(Language.FRENCH);
        assertThat(window.context().themes().shadeProperty().get()).isEqualTo(Themes.Shade.LIGHT);
        assertThat(robot.lookup("#tour-title").queryAs(Labeled.class).getText()).isEqualTo("Où vont vos ordres");
        robot.push(KeyCode.ESCAPE);
        assertThat(robot.lookup("#tour-card").query().getParent().isVisible()).isFalse();
        robot.interact(() -> window.context().themes().shadeProperty().set(Themes.Shade.DARK));
        robot.interact(application::stop);
        assertThat(kept.get().shade()).as("the window notes how it was left").isEqualTo(Themes.Shade.DARK);
        assertThat(kept.get().persona()).contains(Persona.OBSERVER);
    }

    @Test
    void goesOnWithAnotherProfileThatHasATasteOfItsOwn(FxRobot robot) throws Exception {
        SextantApplication.handOver(launch());
        robot.interact(() -> application.start(stage));
        SextantWindow first = ready.get(120, TimeUnit.SECONDS);
        ready = new CompletableFuture<>();
        engine = new FakeEngine();
        robot.interact(() -> first.context().desk().run("profile.open"));
        Button open = robot.lookup("#profile-open").queryAs(Button.class);
        assertThat(open.isDisabled()).as("the one that is open").isTrue();
        Pictures.take(stage, "profiles-en");
        TextField name = robot.lookup("#profile-name").queryAs(TextField.class);
        robot.interact(() -> name.setText("../x"));
        assertThat(open.isDisabled()).isTrue();
        robot.interact(() -> name.setText("Zoë"));

        robot.interact(open::fire);
        SextantWindow second = ready.get(120, TimeUnit.SECONDS);

        assertThat(profile).isEqualTo("Zoë");
        assertThat(kept.get()).as("the first reader’s taste was noted before").isNotNull();
        assertThat(second).isNotSameAs(first);
        robot.interact(application::stop);
    }

    @Test
    void saysWhatWorkedWhenTheDeskWasNotClosedLastTime(FxRobot robot) throws Exception {
        Path report = Path.of("/home/ada/.local/share/sextant/crashes/crash-20261120-142958-004.txt");
        lastTime = Optional.of(new LastTime(
                FakeEngine.START_NANOS - 3_600_000_000_000L,
                FakeEngine.START_NANOS,
                1_204,
                List.of(
                        order(
                                7,
                                OrderDraft.limit(
                                        FakeInstruments.BTC,
                                        Side.BUY,
                                        Quantity.parse("0.5"),
                                        Price.parse("60000"),
                                        OrderOrigin.TICKET)),
                        order(9, stop())),
                1,
                2,
                Optional.of(report)));
        SextantApplication.handOver(launch());
        robot.interact(() -> application.start(stage));
        ready.get(120, TimeUnit.SECONDS);
        WaitForAsyncUtils.waitForFxEvents();
        Pictures.take(stage, "last-time-en");

        assertThat(robot.lookup("#last-working").queryAs(Labeled.class).getText())
                .isEqualTo("2 orders worked then and work again:");
        assertThat(robot.lookup("#last-card .label").queryAllAs(Labeled.class))
                .extracting(Labeled::getText)
                .anyMatch(text -> text.contains("7: buy 0.5 BTC-USDT"))
                .anyMatch(text -> text.endsWith("which protects a position"))
                .noneMatch(text -> text.contains("venue"));
        assertThat(robot.lookup("#last-report").queryAs(TextField.class).getText())
                .isEqualTo(report.toString());
        robot.push(KeyCode.ENTER);
        assertThat(robot.lookup("#last-card").tryQuery()).isEmpty();
        robot.interact(application::stop);
    }

    private static OrderDraft stop() {
        OrderDraft market =
                OrderDraft.market(FakeInstruments.BTC, Side.SELL, Quantity.parse("0.25"), OrderOrigin.TICKET);
        return new OrderDraft(
                market.instrument(),
                market.side(),
                new OrderType.Stop(Price.parse("58000")),
                market.quantity(),
                TimeInForce.GOOD_TILL_CANCELLED,
                market.handling(),
                market.origin(),
                market.link(),
                "");
    }

    private static Order order(long number, OrderDraft draft) {
        Money nothing = Money.zero(Currency.USDT);
        return new Order(
                new OrderId(number),
                draft,
                draft.type().waits() ? OrderState.WAITING : OrderState.ACCEPTED,
                Quantity.ZERO,
                nothing,
                FakeEngine.START_NANOS,
                FakeEngine.START_NANOS);
    }

    private SextantApplication.Launch launch() {
        return new SextantApplication.Launch(
                new DeskChoice.Simulated(),
                (choice, mending, language) -> {
                    asked.add(choice);
                    return new DeskOpener.OpenDesk(engine, Optional.empty(), List.of(), lastTime);
                },
                List.of(),
                Optional.empty(),
                Optional.empty(),
                SamplePanel.all(),
                memory,
                Optional.of(profiles),
                failure -> Optional.empty(),
                () -> FakeEngine.START_NANOS,
                Language.ENGLISH,
                TestDesk.ZONE,
                window -> ready.complete(window));
    }
}
