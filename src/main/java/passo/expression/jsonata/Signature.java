package passo.expression.jsonata;

import com.dashjoin.jsonata.Functions;
import com.dashjoin.jsonata.Utils;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a function takes, `<s-nn?:s>`, as JSONata's documentation writes it. The library's own reading takes `null` for an argument
/// that is not given, and counts wrong which argument does not fit.
final class Signature {

    private static final Pattern PARAMETER = Pattern.compile("(\\(\\w+\\)|\\w)(?:<(\\w)[^>]*>)?([-?+]?)");

    private final String function;
    private final List<Parameter> parameters = new ArrayList<>();
    private final Pattern pattern;

    /// @param symbols the kinds of value that fit, as a regular expression
    /// @param item the kind of an array's items; `x` for any
    /// @param mark `-` for one that the context stands for, `?` for one that may be left out, `+` for one or more
    private record Parameter(String symbols, boolean isArray, char item, String mark) {

        String pattern() {
            return "(" + symbols + (mark.equals("-") ? "?" : mark) + ")";
        }
    }

    Signature(String function, String signature) {
        this.function = function;
        int result = signature.lastIndexOf(':');
        Matcher parameter = PARAMETER.matcher(signature.substring(1, result < 0 ? signature.length() - 1 : result));
        var all = new StringBuilder();
        while (parameter.find()) {
            String type = parameter.group(1);
            boolean isArray = type.equals("a");
            char item = isArray && parameter.group(2) != null ? parameter.group(2).charAt(0) : 'x';
            parameters.add(new Parameter(symbols(type), isArray, item, parameter.group(3)));
            all.append(parameters.getLast().pattern());
        }
        pattern = Pattern.compile(all.toString());
    }

    private static String symbols(String type) {
        return switch (type) {
            case "a", "x" -> "[asnblfom]";
            case "j" -> "[asnblom]";
            case "f" -> "f";
            default -> "[" + type.replaceAll("[()]", "") + "m]";
        };
    }

    /// The arguments as the function gets them: one for each parameter, a single value as an array of it where an array is meant.
    ///
    /// @param context what stands for an argument that is not given, where the signature allows that
    List<?> arguments(List<?> given, @Nullable Object context) {
        var kinds = new StringBuilder();
        for (Object argument : given) kinds.append(kind(argument));
        Matcher match = pattern.matcher(kinds);
        if (!match.matches()) throw JsonataError.argument(firstUnfit(kinds) + 1, function);
        List<@Nullable Object> arguments = new ArrayList<>();
        int at = 0;
        for (int i = 0; i < parameters.size(); i++) {
            Parameter parameter = parameters.get(i);
            int count = match.end(i + 1) - match.start(i + 1);
            if (count == 0 && parameter.mark.equals("-")) arguments.add(context(parameter, context, at));
            else if (count == 0) arguments.add(null);
            for (int n = 0; n < count; n++, at++) arguments.add(parameter.isArray ? array(given.get(at), parameter, at) : given.get(at));
        }
        return arguments;
    }

    private int firstUnfit(CharSequence kinds) {
        var pattern = new StringBuilder();
        int fit = 0;
        for (Parameter parameter : parameters) {
            Matcher match = Pattern.compile(pattern.append(parameter.pattern()).toString()).matcher(kinds);
            if (!match.lookingAt()) return fit;
            fit = match.end();
        }
        return fit;
    }

    private @Nullable Object context(Parameter parameter, @Nullable Object context, int index) {
        if (!String.valueOf(kind(context)).matches(parameter.symbols)) throw JsonataError.context(index + 1, function);
        return context;
    }

    private @Nullable Object array(@Nullable Object argument, Parameter parameter, int index) {
        if (argument == null) return null;
        List<?> items = argument instanceof List<?> list ? list : new ArrayList<>(List.of(argument));
        if (parameter.item != 'x' && items.stream().anyMatch(item -> kind(item) != parameter.item)) {
            throw JsonataError.items(index + 1, function, parameter.item);
        }
        return items;
    }

    private static char kind(@Nullable Object value) {
        if (value == null) return 'm';
        if (Utils.isFunction(value) || Functions.isLambda(value) || value instanceof Pattern) return 'f';
        return switch (value) {
            case String _ -> 's';
            case Number _ -> 'n';
            case Boolean _ -> 'b';
            case List<?> _ -> 'a';
            case Map<?, ?> _ -> 'o';
            default -> value == com.dashjoin.jsonata.Jsonata.NULL_VALUE ? 'l' : 'm';
        };
    }
}
