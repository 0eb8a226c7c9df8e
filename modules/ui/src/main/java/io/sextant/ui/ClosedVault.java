package io.sextant.ui;

import io.sextant.domain.vault.VaultException;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.keys.KeysController;
import io.sextant.ui.keys.KeysView;
import io.sextant.ui.shell.LiveOffer;
import io.sextant.ui.shell.StartView;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Asks for the vault that a desk needs; the desk is tried again as soon as it is open. */
final class ClosedVault {

    private ClosedVault() {}

    static void ask(
            SextantApplication.Launch launch,
            Texts texts,
            StartView start,
            VaultException problem,
            List<StartView.WayOut> waysOut,
            Runnable again) {
        KeysController controller = new KeysController(launch.keys().orElseThrow(), texts);
        controller.whenOpened(again);
        Map<String, String> names =
                launch.venues().stream().collect(Collectors.toMap(LiveOffer::venue, LiveOffer::name));
        start.showKeys(new KeysView(texts, controller, names).view(), waysOut);
        controller.tell(problem);
    }
}
