package io.sextant.ui.parts;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.command.AmendOrder;
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
import io.sextant.ui.i18n.Language;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.testing.FakeInstruments;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class AmendPopOverTest {

    private static final Order ORDER = new Order(
            new OrderId(1),
            OrderDraft.limit(
                    FakeInstruments.BTC, Side.BUY, Quantity.parse("0.5"), Price.parse("60000"), OrderOrigin.TICKET),
            OrderState.ACCEPTED,
            Quantity.ZERO,
            Money.zero(Currency.USDT),
            0,
            0);

    private final Texts texts = new Texts(Language.ENGLISH, ZoneOffset.UTC);
    private final AmendModel model = new AmendModel(
            ORDER, Price.parse("59000"), FakeInstruments.CATALOG.getInstrument(FakeInstruments.BTC), texts);
    private final List<AmendOrder> sent = new ArrayList<>();

    @Start
    void open(Stage stage) {
        Pane owner = new Pane();
        stage.setScene(new Scene(owner, 600, 500));
        stage.sizeToScene();
        stage.show();
        new AmendPopOver(model, texts, (command, popOver) -> sent.add(command)).showAt(owner);
    }

    @Test
    void sendsNothingMoreWhileAnAnswerIsPending(FxRobot robot) throws Exception {
        awaitFocus(robot, "#amend-limit");
        robot.push(KeyCode.ENTER).push(KeyCode.ENTER);
        assertThat(sent).containsExactly(new AmendOrder(ORDER.id(), Quantity.parse("0.5"), Price.parse("59000")));
        assertThat(robot.lookup("#amend-apply").query().isDisabled()).isTrue();

        robot.interact(() -> model.refused("no"));
        robot.push(KeyCode.ENTER);
        assertThat(sent).hasSize(2);
    }

    @Test
    void enterOnAButtonDoesWhatTheButtonSays(FxRobot robot) throws Exception {
        awaitFocus(robot, "#amend-limit");
        robot.push(KeyCode.TAB).push(KeyCode.TAB);
        awaitFocus(robot, "#amend-apply");
        robot.push(KeyCode.ENTER);
        assertThat(sent).hasSize(1);

        robot.interact(() -> model.refused("no"));
        robot.interact(() -> robot.lookup("#amend-leave").query().requestFocus());
        robot.push(KeyCode.ENTER);
        WaitForAsyncUtils.waitFor(
                30,
                TimeUnit.SECONDS,
                () -> robot.lookup("#amend-leave").tryQuery().isEmpty());
        assertThat(sent).hasSize(1);
    }

    private static void awaitFocus(FxRobot robot, String id) throws Exception {
        WaitForAsyncUtils.waitFor(
                30,
                TimeUnit.SECONDS,
                () -> robot.lookup(id).tryQuery().filter(Node::isFocused).isPresent());
    }
}
