package passo.aws.messaging;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A block of IPv4 addresses, such as `10.0.0.0/24`.
record Cidr(long network, int bits) {

    private static final Pattern ADDRESS = Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})(?:/(\\d{1,2}))?");

    /// Nothing for a text that is none.
    static Optional<Cidr> of(String text) {
        Matcher matcher = ADDRESS.matcher(text);
        if (!matcher.matches() || matcher.group(5) == null || Integer.parseInt(matcher.group(5)) > 32) return Optional.empty();
        return Optional.of(new Cidr(number(matcher), Integer.parseInt(matcher.group(5))));
    }

    boolean has(String address) {
        Matcher matcher = ADDRESS.matcher(address);
        return matcher.matches() && matcher.group(5) == null && number(matcher) >> 32 - bits == network >> 32 - bits;
    }

    private static long number(Matcher matcher) {
        long number = 0;
        for (int i = 1; i <= 4; i++) number = number << 8 | Integer.parseInt(matcher.group(i));
        return number;
    }
}
