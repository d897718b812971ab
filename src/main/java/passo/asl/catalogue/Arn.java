package passo.asl.catalogue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the ARN in the `Resource` of a Task state. AWS, "Integrating services".
public final class Arn {

    /// Region and account, of which AWS checks no more than the letters: an example's `your-account-id` passes.
    private static final String PLACE = "[A-Za-z0-9_-]*:[A-Za-z0-9_-]*";
    private static final Pattern FUNCTION = Pattern.compile("arn:aws[a-z-]*:lambda:" + PLACE + ":function:[A-Za-z0-9_-]+(:[A-Za-z0-9_$-]+)?");
    private static final Pattern ACTIVITY = Pattern.compile("arn:aws[a-z-]*:states:" + PLACE + ":activity:\\S+");
    private static final Pattern SERVICE = Pattern.compile("arn:aws[a-z-]*:states:" + PLACE + ":(aws-sdk:)?([a-z0-9-]+):"
            + "([a-z][A-Za-z0-9]*)(\\.sync|\\.sync:2|\\.waitForTaskToken)?");
    /// What looks like an action of a service, whatever its case.
    private static final Pattern ACTION = Pattern.compile("arn:aws[a-z-]*:states:" + PLACE + ":(aws-sdk:)?([A-Za-z0-9-]+):([A-Za-z][A-Za-z0-9]*)"
            + "(\\.[A-Za-z0-9:]+)?");

    private Arn() {}

    /// What the ARN names; nothing where that is nothing a task could call.
    public static Optional<Resource> callable(String arn) {
        if (FUNCTION.matcher(arn).matches()) return Optional.of(new Resource.Function(arn));
        if (ACTIVITY.matcher(arn).matches()) return Optional.of(new Resource.Activity(arn));
        return service(arn).filter(Arn::exists).map(service -> service);
    }

    /// The service and action that an ARN names, known or not.
    public static Optional<Resource.Service> service(String arn) {
        return Optional.of(SERVICE.matcher(arn)).filter(Matcher::matches).map(matcher -> new Resource.Service(arn, matcher.group(1) != null,
                matcher.group(2), matcher.group(3), pattern(suffix(matcher))));
    }

    private static Resource.Pattern pattern(String suffix) {
        return Arrays.stream(Resource.Pattern.values()).filter(each -> each.suffix().equals(suffix)).findFirst().orElseThrow();
    }

    private static String suffix(Matcher matcher) {
        return matcher.group(4) == null ? "" : matcher.group(4);
    }

    private static boolean exists(Resource.Service service) {
        if (!service.sdk()) return Integration.exists(service);
        return service.pattern() != Resource.Pattern.SYNC && service.pattern() != Resource.Pattern.SYNC_2
                && !SdkCatalogue.isSlip(service.service(), service.action());
    }

    /// The integration that was probably meant: one of that very name comes before those that are called nearly so.
    public static Optional<String> meant(String arn) {
        Matcher matcher = ACTION.matcher(arn);
        List<String> optimized = Integration.arns();
        if (!matcher.matches()) return Spelling.nearest(arn, optimized);
        boolean sdk = matcher.group(1) != null;
        String action = matcher.group(2) + ":" + matcher.group(3);
        String suffix = suffix(matcher);
        if (optimized.contains(Integration.PREFIX + action + suffix)) return Optional.of(Integration.PREFIX + action + suffix);
        if (!sdk && optimized.contains(Integration.PREFIX + action)) return Optional.of(Integration.PREFIX + action);
        Optional<String> other = SdkCatalogue.nearest(matcher.group(2), matcher.group(3))
                .map(near -> Integration.SDK + near + (suffix.equals(Resource.Pattern.WAIT_FOR_TASK_TOKEN.suffix()) ? suffix : ""));
        if (sdk || other.filter(near -> near.endsWith(":" + matcher.group(3) + suffix)).isPresent()) return other;
        List<String> actions = optimized.stream().map(each -> each.substring(Integration.PREFIX.length())).toList();
        return Spelling.nearest(action + suffix, actions).map(Integration.PREFIX::concat).or(() -> other);
    }
}
