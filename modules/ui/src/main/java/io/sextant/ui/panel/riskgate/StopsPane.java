package io.sextant.ui.panel.riskgate;

import io.sextant.domain.order.KillScope;
import io.sextant.domain.request.GateStatus;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.parts.Columns;
import io.sextant.ui.parts.LiveRow;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/** Who is stopped and why, and how a person stops somebody or lets go. */
final class StopsPane extends VBox {

    private static final double ROW_HEIGHT = 26;

    private final Texts texts;
    private final TableView<LiveRow<RiskGateModel.Stop>> table = new TableView<>();
    private final ComboBox<KillScope> scope = new ComboBox<>();
    private final TextField reason = new TextField();
    private final Button engage = new Button();
    private final Button release = new Button();

    StopsPane(RiskGateModel model, Texts texts) {
        this.texts = texts;
        Columns<RiskGateModel.Stop> columns = new Columns<>(texts);
        table.setId("gate-stops");
        table.getStyleClass().add("dense");
        table.setFixedCellSize(ROW_HEIGHT);
        table.accessibleTextProperty().bind(texts.bind("gate.kills"));
        table.getColumns()
                .setAll(List.of(
                        columns.words("gate.column.stopped", 170, row -> name(row.scope())),
                        columns.words(
                                "gate.column.why",
                                260,
                                row -> row.throttled() ? texts.get("gate.throttled") : row.reason())));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_SUBSEQUENT_COLUMNS);
        table.setItems(model.stops());
        Label none = new Label();
        none.textProperty().bind(texts.bind("gate.kill.none"));
        table.setPlaceholder(none);
        VBox.setVgrow(table, Priority.ALWAYS);
        scope.setId("gate-kill-scope");
        scope.accessibleTextProperty().bind(texts.bind("gate.kill.scope"));
        scope.getItems().setAll(KillScope.ALL);
        scope.setValue(KillScope.ALL);
        scope.setConverter(new StringConverter<>() {
            @Override
            public String toString(KillScope value) {
                return value == null ? "" : name(value);
            }

            @Override
            public KillScope fromString(String text) {
                return scope.getValue();
            }
        });
        reason.setId("gate-kill-reason");
        reason.promptTextProperty().bind(texts.bind("gate.kill.reason"));
        engage.setId("gate-kill-engage");
        engage.textProperty().bind(texts.bind("gate.kill.engage"));
        engage.getStyleClass().add("danger");
        engage.disableProperty().bind(reason.textProperty().isEmpty());
        release.setId("gate-kill-release");
        release.textProperty().bind(texts.bind("gate.kill.release"));
        release.disableProperty()
                .bind(reason.textProperty()
                        .isEmpty()
                        .or(table.getSelectionModel().selectedItemProperty().isNull()));
        FlowPane bar = new FlowPane(8, 4, scope, reason, engage, release);
        bar.setAlignment(Pos.CENTER_LEFT);
        setSpacing(6);
        getStyleClass().add("gate-page");
        bar.setMinHeight(USE_PREF_SIZE);
        getChildren().addAll(bar, table);
        model.status().addListener((property, before, now) -> now.ifPresent(this::offer));
    }

    TableView<LiveRow<RiskGateModel.Stop>> table() {
        return table;
    }

    ComboBox<KillScope> scope() {
        return scope;
    }

    TextField reason() {
        return reason;
    }

    Button engage() {
        return engage;
    }

    Button release() {
        return release;
    }

    private void offer(GateStatus status) {
        List<KillScope> scopes = new ArrayList<>();
        scopes.add(KillScope.ALL);
        scopes.add(new KillScope.OneAccount(status.accountName()));
        status.strategies().forEach(one -> scopes.add(new KillScope.OneStrategy(one.name())));
        if (!scopes.equals(scope.getItems())) {
            scope.getItems().setAll(scopes);
            scope.setValue(KillScope.ALL);
        }
    }

    private String name(KillScope whom) {
        return switch (whom) {
            case KillScope.Everybody ignored -> texts.get("gate.kill.all");
            case KillScope.OneAccount(String account) -> texts.get("gate.kill.account", account);
            case KillScope.OneStrategy(String strategy) -> texts.get("gate.kill.strategy", strategy);
        };
    }
}
