package passo.asl.catalogue;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;
import java.util.zip.InflaterInputStream;

/// The services of AWS and their actions, as AWS's own service models tell them. They are not all that there are: what AWS has added
/// since the models were made is not here.
///
/// They stand in one resource, each part of it packed by itself: the length of the catalogue, the catalogue, then one service's model
/// after the other. The catalogue is read when it is first asked for, and kept; a model is read each time.
public final class SdkCatalogue {

    private static final String RESOURCE = "/passo/asl/model/services";

    /// The packages of those services whose optimized integrations have another name.
    private static final Map<String, String> PACKAGES = Map.of("states", "sfn", "events", "eventbridge", "elasticmapreduce", "emr");

    /// Loaded at the first question.
    private static final class Loaded {
        static final SequencedMap<String, SdkService> SERVICES = load();
    }

    private SdkCatalogue() {}

    /// All of them, by name.
    public static SequencedMap<String, SdkService> services() {
        return Loaded.SERVICES;
    }

    public static Optional<SdkService> find(String service) {
        return Optional.ofNullable(Loaded.SERVICES.get(service));
    }

    /// The service that a resource calls, whichever integration it names.
    public static Optional<SdkService> called(Resource.Service resource) {
        String name = resource.service();
        if (resource.sdk()) return find(name);
        return find(name.equals("bedrock") && resource.action().equals("invokeModel") ? "bedrockruntime" : packageOf(name));
    }

    /// What the SDK calls a service that has optimized integrations.
    static String packageOf(String optimized) {
        return PACKAGES.getOrDefault(optimized, optimized.replace("-", ""));
    }

    /// The service's model as it was written: a line for each action, with its errors, an empty line, then its shapes.
    public static List<String> model(SdkService service) {
        return lines(service.from(), service.to());
    }

    public static boolean knows(String service, String action) {
        return find(service).filter(found -> found.actions().contains(action)).isPresent();
    }

    /// Is one of the names surely a slip, such as `getObjekt`? What is merely unknown may be newer than the models.
    static boolean isSlip(String service, String action) {
        return Spelling.isSlip(service, services().keySet()) || find(service).filter(found -> Spelling.isSlip(action, found.actions())).isPresent();
    }

    /// The action that may have been meant by names that are wrong: of the service that is called so, in a policy or nearly, the action
    /// that is called so or nearly.
    public static Optional<String> nearest(String service, String action) {
        String name = Character.toLowerCase(action.charAt(0)) + action.substring(1);
        return candidates(service).flatMap(found -> found.actions().contains(name) ? Stream.of(found.name() + ":" + name)
                : Spelling.nearest(name, found.actions()).stream().map(near -> found.name() + ":" + near)).findFirst();
    }

    private static Stream<SdkService> candidates(String service) {
        String name = service.toLowerCase(Locale.ROOT).replace("-", "");
        return Stream.of(find(name).stream(), services().values().stream().filter(each -> each.iam().equals(service)),
                Spelling.nearest(name, services().keySet()).flatMap(SdkCatalogue::find).stream()).flatMap(each -> each);
    }

    private static SequencedMap<String, SdkService> load() {
        int from = Integer.BYTES + lengthOfCatalogue();
        var services = new LinkedHashMap<String, SdkService>();
        for (String line : lines(Integer.BYTES, from)) {
            SdkService service = SdkService.of(List.of(line.split("\t")), from);
            services.put(service.name(), service);
            from = service.to();
        }
        return Collections.unmodifiableSequencedMap(services);
    }

    private static int lengthOfCatalogue() {
        try (var in = new DataInputStream(SdkCatalogue.class.getResourceAsStream(RESOURCE))) {
            return in.readInt();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static List<String> lines(int from, int to) {
        try (var in = SdkCatalogue.class.getResourceAsStream(RESOURCE)) {
            in.skipNBytes(from);
            var packed = new ByteArrayInputStream(in.readNBytes(to - from));
            return new String(new InflaterInputStream(packed).readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
