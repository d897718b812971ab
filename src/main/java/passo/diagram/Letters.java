package passo.diagram;

import java.text.Normalizer;

/// How wide a text is in the typeface of the pages, in pixels: the server cannot ask a browser.
public final class Letters {

    /// The printable characters of ASCII in their order, in thousandths of the size.
    private static final int[] REGULAR = {
            280, 286, 301, 651, 592, 919, 731, 160, 299, 299, 485, 606, 210, 362, 210, 387, 648, 407, 548, 576, 614, 588, 598, 510,
            615, 595, 210, 210, 553, 628, 553, 480, 778, 626, 613, 645, 669, 569, 552, 694, 694, 392, 512, 631, 541, 824, 693, 714,
            592, 724, 614, 592, 558, 690, 593, 856, 623, 575, 607, 317, 387, 344, 552, 372, 243, 525, 566, 485, 564, 538, 314, 558,
            550, 252, 245, 492, 262, 845, 550, 548, 566, 574, 349, 471, 326, 540, 461, 684, 481, 449, 460, 344, 237, 344, 555};
    private static final int[] STRONG = {
            305, 299, 368, 737, 605, 956, 727, 198, 326, 326, 485, 597, 256, 370, 257, 427, 657, 432, 571, 594, 621, 603, 619, 530,
            622, 577, 257, 257, 565, 616, 565, 530, 780, 665, 636, 655, 684, 590, 562, 712, 700, 417, 549, 656, 549, 850, 711, 739,
            620, 749, 641, 605, 595, 687, 632, 879, 670, 631, 616, 334, 427, 344, 575, 393, 277, 545, 589, 504, 588, 557, 353, 584,
            566, 288, 255, 540, 304, 873, 566, 569, 589, 593, 369, 499, 363, 560, 513, 726, 525, 504, 494, 372, 250, 372, 542};
    private static final int OTHER = 600;
    private static final int IDEOGRAPH = 1000;
    private static final int FIRST_IDEOGRAPH = 0x1100;
    private static final double NAME = 13.5;
    private static final double SMALL = 12;
    /// A browser places letters on its own grid.
    private static final double SLACK = 1.03;

    private Letters() {}

    /// Of a state's name.
    public static int name(String text) {
        return width(text, STRONG, NAME);
    }

    /// Of what a state does.
    public static int detail(String text) {
        return width(text, REGULAR, SMALL);
    }

    /// Of what stands at an edge: heavy, as it is when the edge was taken.
    public static int label(String text) {
        return width(text, STRONG, SMALL);
    }

    private static int width(String text, int[] widths, double size) {
        long sum = Normalizer.normalize(text, Normalizer.Form.NFD).codePoints()
                .filter(letter -> Character.getType(letter) != Character.NON_SPACING_MARK)
                .mapToLong(letter -> letter >= ' ' && letter <= '~' ? widths[letter - ' '] : letter < FIRST_IDEOGRAPH ? OTHER : IDEOGRAPH).sum();
        return (int) Math.ceil(sum * size * SLACK / 1000);
    }
}
