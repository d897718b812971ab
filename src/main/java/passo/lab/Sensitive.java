package passo.lab;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Knows how things look that somebody may not want to show to everybody: keys, tokens, and numbers of people and companies.
///
/// It works on text, whatever that is the text of. Numbers that have check digits must pass them, numbers that have none must stand
/// where such a number stands, and what is known to be an example is none: better to miss a rare thing than to cry at each id.
public final class Sensitive {

    /// What it looks like.
    public enum Kind { ACCOUNT, ACCESS_KEY, SECRET_KEY, PRIVATE_KEY, TOKEN, EMAIL, CPF, CNPJ, CARD, PHONE }

    /// A place in a text.
    ///
    /// @param line counted from 1
    /// @param from where it begins, in characters; `to` is behind its end
    /// @param text what stands there
    /// @param example what could stand there instead, of the same form and nobody's
    public record Finding(Kind kind, int line, int from, int to, String text, String example) {

        /// The text it was found in, with the example in its place.
        public String mended(String whole) {
            return whole.substring(0, from) + example + whole.substring(to);
        }
    }

    /// @param pattern the group `it` is what is found
    private record Rule(Kind kind, Pattern pattern, Predicate<String> holds, UnaryOperator<String> example) {}

    /// Who is shown so many knows enough.
    private static final int MOST = 100;
    private static final String BEFORE = "(?<![\\w.+-])";
    private static final String AFTER = "(?![\\w-]|\\.\\d)";
    private static final String OUR_ACCOUNT = "111122223333";

    /// The first that fits wins.
    private static final List<Rule> RULES = List.of(
            rule(Kind.PRIVATE_KEY, "(?s)(?<it>-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----[^\"']*?(?:-----END (?:[A-Z]+ )*PRIVATE KEY-----|(?=[\"'])|\\z))",
                    _ -> true, "EXAMPLE PRIVATE KEY"),
            rule(Kind.TOKEN, "(?<![\\w-])(?<it>eyJ[\\w-]{10,}\\.eyJ[\\w-]{10,}\\.[\\w-]*)", _ -> true, "example-token"),
            rule(Kind.ACCESS_KEY, "(?<!\\w)(?<it>(?:AKIA|ASIA)[A-Z0-9]{16})(?!\\w)", key -> !key.endsWith("EXAMPLE"), "AKIAIOSFODNN7EXAMPLE"),
            rule(Kind.SECRET_KEY, "(?<![A-Za-z0-9/+])(?<it>[A-Za-z0-9/+]{40})(?![A-Za-z0-9/+=])", Sensitive::isSecretKey,
                    "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"),
            rule(Kind.ACCOUNT, "arn:aws[\\w-]*:[\\w-]*:[\\w-]*:(?<it>\\d{12}):", Sensitive::isAccount, OUR_ACCOUNT),
            rule(Kind.ACCOUNT, "amazonaws\\.com/(?<it>\\d{12})/", Sensitive::isAccount, OUR_ACCOUNT),
            rule(Kind.ACCOUNT, "(?<!\\d)(?<it>\\d{12})\\.(?:dkr\\.ecr|signin\\.aws)\\.", Sensitive::isAccount, OUR_ACCOUNT),
            rule(Kind.ACCOUNT, "(?i)(?:account|conta)(?:[ _-]?(?:id|number|aws))?[\"']?\\s*[:=]\\s*[\"']?(?<it>\\d{12})(?!\\d)", Sensitive::isAccount, OUR_ACCOUNT),
            rule(Kind.EMAIL, "(?<![\\w.+-])(?<it>[\\w.+-]{1,64}@(?:[A-Za-z0-9-]{1,63}\\.)+[A-Za-z]{2,24})(?![\\w-])", Sensitive::isSomebodys, "ana@example.com"),
            new Rule(Kind.CPF, Pattern.compile(BEFORE + "(?<it>\\d{3}\\.\\d{3}\\.\\d{3}-\\d{2}|\\d{11})" + AFTER),
                    Sensitive::isCpf, found -> likeIt(found, "111.444.777-35")),
            new Rule(Kind.CNPJ, Pattern.compile(BEFORE + "(?<it>[0-9A-Z]{2}\\.[0-9A-Z]{3}\\.[0-9A-Z]{3}/[0-9A-Z]{4}-\\d{2}|\\d{14})" + AFTER),
                    Sensitive::isCnpj, found -> likeIt(found, "11.222.333/0001-81")),
            new Rule(Kind.CARD, Pattern.compile(BEFORE + "(?<it>\\d{15,16}|\\d{4}([ -])\\d{4}\\2\\d{4}\\2\\d{4}|\\d{4}([ -])\\d{6}\\3\\d{5})" + AFTER),
                    Sensitive::isCard, found -> likeIt(found, "4111 1111 1111 1111")),
            rule(Kind.PHONE, BEFORE + "(?<it>\\+\\d{1,3}[ .-]?\\(?\\d{1,4}\\)?(?:[ .-]?\\d{2,5}){2,4})" + AFTER, Sensitive::isPhone, "+55 11 90000-0000"),
            rule(Kind.PHONE, "(?<!\\w)(?<it>\\(\\d{2}\\) ?9?\\d{4}[ -]?\\d{4})(?!\\d)", Sensitive::isPhone, "(11) 90000-0000"),
            rule(Kind.PHONE, BEFORE + "(?<it>\\d{2} 9\\d{4}-\\d{4})" + AFTER, Sensitive::isPhone, "11 90000-0000"),
            rule(Kind.PHONE, "(?i)(?:phone|fone|celular|whatsapp|mobile)\\w*[\"']?\\s*[:=]\\s*[\"']?(?<it>\\d{10,13})(?!\\d)", Sensitive::isPhone, "11900000000"));

    private Sensitive() {}

    /// What in a text looks so, in its order; a hundred places at most.
    public static List<Finding> in(String text) {
        List<Finding> found = new ArrayList<>();
        for (Rule rule : RULES) {
            Matcher matcher = rule.pattern().matcher(text);
            while (found.size() < MOST && matcher.find()) {
                String it = matcher.group("it");
                int from = matcher.start("it");
                int to = matcher.end("it");
                if (!rule.holds().test(it) || found.stream().anyMatch(other -> other.from() < to && from < other.to())) continue;
                found.add(new Finding(rule.kind(), line(text, from), from, to, it, rule.example().apply(it)));
            }
        }
        found.sort(Comparator.comparingInt(Finding::from));
        return List.copyOf(found);
    }

    private static Rule rule(Kind kind, String pattern, Predicate<String> holds, String example) {
        return new Rule(kind, Pattern.compile(pattern), holds, _ -> example);
    }

    private static int line(String text, int offset) {
        return 1 + (int) text.substring(0, offset).chars().filter(character -> character == '\n').count();
    }

    /// The example with separators where the original has some, without where it has none.
    private static String likeIt(String found, String example) {
        return found.chars().allMatch(Character::isDigit) ? digits(example) : example;
    }

    private static String digits(String text) {
        return text.replaceAll("\\D", "");
    }

    /// Forty characters of chance have letters of both sizes, several digits and few slashes; hashes and paths do not.
    private static boolean isSecretKey(String text) {
        return !text.endsWith("EXAMPLEKEY") && text.matches(".*[A-Z].*") && text.matches(".*[a-z].*")
                && digits(text).length() > 1 && text.chars().filter(character -> character == '/').count() <= 3;
    }

    /// None of those that AWS's documentation uses.
    private static boolean isAccount(String number) {
        return !List.of(OUR_ACCOUNT, "123456789012", "444455556666", "777788889999", "999999999999", "000000000000").contains(number);
    }

    private static boolean isSomebodys(String email) {
        String domain = email.substring(email.indexOf('@') + 1).toLowerCase(Locale.ROOT);
        return !domain.matches("(?:.*\\.)?(?:example|exemplo)(?:\\..*)?|.*\\.(?:test|invalid)");
    }

    private static boolean isCpf(String text) {
        String number = digits(text);
        return !number.equals("11144477735") && !isOneDigit(number) && checks(number, 9, 11) && checks(number, 10, 11);
    }

    /// Since 2026 a CNPJ may have letters, too; a letter counts as much as its code lies behind that of the digit 0.
    private static boolean isCnpj(String text) {
        String number = text.replaceAll("\\W", "");
        return !number.equals("11222333000181") && !isOneDigit(number) && !isInstant(number) && checks(number, 12, 9) && checks(number, 13, 9);
    }

    /// Is the digit at this place the one that those before it ask for? They weigh 2, 3, 4 … from right to left.
    ///
    /// @param heaviest the weight after which it begins with 2 again
    private static boolean checks(String number, int place, int heaviest) {
        int sum = 0;
        for (int i = 0; i < place; i++) sum += (number.charAt(i) - '0') * (2 + (place - 1 - i) % (heaviest - 1));
        int rest = sum % 11;
        return number.charAt(place) - '0' == (rest < 2 ? 0 : 11 - rest);
    }

    private static boolean isOneDigit(String number) {
        return number.chars().distinct().count() == 1;
    }

    private static boolean isInstant(String number) {
        return number.matches("(?:19|20)\\d\\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])(?:[01]\\d|2[0-3])[0-5]\\d[0-5]\\d");
    }

    /// As the companies that give cards begin their numbers.
    private static boolean isCard(String text) {
        String number = digits(text);
        return number.matches("(?:4\\d|5[0-5]|2[2-7]|6\\d)\\d{14}|3[47]\\d{13}") && passesLuhn(number) && !number.equals("4111111111111111");
    }

    private static boolean passesLuhn(String number) {
        int sum = 0;
        for (int i = 0; i < number.length(); i++) {
            int digit = number.charAt(number.length() - 1 - i) - '0';
            sum += i % 2 == 0 ? digit : digit * 2 - (digit > 4 ? 9 : 0);
        }
        return sum % 10 == 0;
    }

    /// Neither our example nor one of the numbers that films use.
    private static boolean isPhone(String text) {
        String number = digits(text);
        return number.length() >= 10 && number.length() <= 15 && !number.endsWith("11900000000") && !number.matches("\\d*55501\\d\\d") && !isOneDigit(number);
    }
}
