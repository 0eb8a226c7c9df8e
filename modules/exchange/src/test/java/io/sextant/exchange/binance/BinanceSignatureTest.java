package io.sextant.exchange.binance;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.vault.Secret;
import org.junit.jupiter.api.Test;

class BinanceSignatureTest {

    @Test
    void signsTheExampleOfTheDocumentation() {
        String parameters = "symbol=LTCBTC&side=BUY&type=LIMIT&timeInForce=GTC&quantity=1&price=0.1&recvWindow=5000"
                + "&timestamp=1499827319559";
        Secret secret = Secret.of("NhqPtmdSJYdKjVHjA7PZj4Mge3R5YNiP1e3UZjInClVN65XAbvqqM6A7H5fATj0j");
        assertThat(BinanceTrading.sign(parameters, secret))
                .isEqualTo("c8db56825ae71d6d79447849e617115f4a920fa2acdcab2b053c4b2838bd6b71");
    }
}
