package passo.asl;

import java.util.Random;

/// Spoils good texts.
public final class Broken {

    private static final String SPICE = "{}[]\",:.$%x1 \n-\\";

    private Broken() {}

    /// The text with a few letters taken out, put in, or exchanged, or its end cut off.
    public static String one(String text, Random random) {
        var broken = new StringBuilder(text);
        for (int change = random.nextInt(4); change >= 0 && !broken.isEmpty(); change--) {
            int place = random.nextInt(broken.length());
            switch (random.nextInt(5)) {
                case 0 -> broken.deleteCharAt(place);
                case 1 -> broken.insert(place, SPICE.charAt(random.nextInt(SPICE.length())));
                case 2 -> broken.setCharAt(place, SPICE.charAt(random.nextInt(SPICE.length())));
                case 3 -> broken.delete(place, Math.min(broken.length(), place + random.nextInt(20)));
                default -> {
                    if (random.nextInt(10) == 0) broken.setLength(place);
                }
            }
        }
        return broken.toString();
    }
}
