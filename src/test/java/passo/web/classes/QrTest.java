package passo.web.classes;

import static org.assertj.core.api.Assertions.assertThat;

import io.nayuki.qrcodegen.QrCode;
import org.junit.jupiter.api.Test;

class QrTest {

    static final String LINK = "https://passo.example/join/MKR-7Q4";

    @Test void itsBarsAreTheDarkSquaresWithinAMarginOfFour() {
        QrCode code = QrCode.encodeText(LINK, QrCode.Ecc.MEDIUM);
        Qr qr = Qr.of(LINK);
        var dark = new boolean[qr.size()][qr.size()];
        for (Qr.Bar bar : qr.bars()) for (int x = bar.x(); x < bar.x() + bar.width(); x++) dark[bar.y()][x] = true;

        assertThat(qr.size()).isEqualTo(code.size + 8);
        for (int y = 0; y < qr.size(); y++) for (int x = 0; x < qr.size(); x++) assertThat(dark[y][x]).isEqualTo(code.getModule(x - 4, y - 4));
    }

    @Test void noTwoBarsTouch() {
        assertThat(Qr.of(LINK).bars()).doesNotHaveDuplicates().noneMatch(bar ->
                Qr.of(LINK).bars().stream().anyMatch(other -> other.y() == bar.y() && other.x() == bar.x() + bar.width()));
    }
}
