package passo.web.classes;

import io.nayuki.qrcodegen.QrCode;
import java.util.ArrayList;
import java.util.List;

/// The QR code of a text, row by row. Printed by `classes/qr.jte`.
///
/// @param size how many squares it is wide and high, with the margin that a camera needs
/// @param bars the dark ones, side by side in one
public record Qr(int size, List<Bar> bars) {

    private static final int MARGIN = 4;

    /// Dark squares side by side.
    public record Bar(int x, int y, int width) {}

    static Qr of(String text) {
        QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        List<Bar> bars = new ArrayList<>();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                int from = x;
                while (code.getModule(x, y)) x++;
                if (x > from) bars.add(new Bar(from + MARGIN, y + MARGIN, x - from));
            }
        }
        return new Qr(code.size + 2 * MARGIN, List.copyOf(bars));
    }
}
