package passo.asl;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.zip.InflaterInputStream;

/// The services of AWS and their actions, as AWS's own service models tell them.
///
/// They stand in one resource, each part of it compressed by itself: the length of the catalogue, the catalogue, then the shapes
/// of one service after the other. The catalogue is read when it is first asked for, and kept; shapes are read again each time.
public final class SdkCatalogue {

    private static final String RESOURCE = "/passo/aws/model/services";
    private static final int LENGTH = Integer.BYTES;

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

    /// The service's model as it was written: what each action answers, then the shapes.
    public static List<String> model(SdkService service) {
        return text(service.from(), service.to());
    }

    private static SequencedMap<String, SdkService> load() {
        int catalogue = length();
        var services = new LinkedHashMap<String, SdkService>();
        int from = LENGTH + catalogue;
        for (String line : text(LENGTH, from)) {
            SdkService service = SdkService.of(Arrays.asList(line.split("\t")), from);
            services.put(service.name(), service);
            from = service.to();
        }
        return Collections.unmodifiableSequencedMap(services);
    }

    private static int length() {
        try (var in = new DataInputStream(SdkCatalogue.class.getResourceAsStream(RESOURCE))) {
            return in.readInt();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static List<String> text(int from, int to) {
        try (var in = SdkCatalogue.class.getResourceAsStream(RESOURCE)) {
            in.skipNBytes(from);
            byte[] packed = in.readNBytes(to - from);
            return new String(new InflaterInputStream(new ByteArrayInputStream(packed)).readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
