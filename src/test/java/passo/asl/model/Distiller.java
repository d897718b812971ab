package passo.asl.model;

import static java.util.stream.Collectors.joining;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import passo.json.Json;
import passo.json.JsonText;

/// Makes the resource that [passo.asl.catalogue.SdkCatalogue] reads, of the models that AWS gives out with its SDKs. The profile `models` of
/// the build runs it. The same models give the same bytes.
final class Distiller {

    /// Former names of services that have another one for Step Functions.
    private static final Set<String> FORMER = Set.of("cloudwatchevents");

    private Distiller() {}

    /// @param arguments the resource to write, then where the models are: archives of them, or single ones
    public static void main(String... arguments) throws IOException {
        var distilled = new TreeMap<String, DistilledService>();
        for (String source : List.of(arguments).subList(1, arguments.length)) {
            for (Json.Obj model : models(Path.of(source))) {
                var service = new DistilledService(model);
                if (!FORMER.contains(service.name())) distilled.putIfAbsent(service.name(), service);
            }
        }
        write(Path.of(arguments[0]), List.copyOf(distilled.values()));
    }

    private static List<Json.Obj> models(Path source) throws IOException {
        if (!source.toString().endsWith(".jar")) return List.of(model(source));
        try (var archive = FileSystems.newFileSystem(source); Stream<Path> files = Files.list(archive.getPath("models"))) {
            var models = new ArrayList<Json.Obj>();
            for (Path file : files.filter(file -> file.toString().endsWith("-model.json")).sorted().toList()) models.add(model(file));
            return models;
        }
    }

    private static Json.Obj model(Path file) throws IOException {
        return (Json.Obj) JsonText.parse(Files.readString(file));
    }

    private static void write(Path resource, List<DistilledService> services) throws IOException {
        List<byte[]> shapes = services.stream().map(service -> packed(service.model())).toList();
        var catalogue = new ArrayList<String>();
        for (int i = 0; i < services.size(); i++) catalogue.add(services.get(i).catalogued(shapes.get(i).length));
        byte[] packedCatalogue = packed(catalogue.stream().collect(joining("\n")));
        Files.createDirectories(resource.getParent());
        try (var out = new DataOutputStream(Files.newOutputStream(resource))) {
            out.writeInt(packedCatalogue.length);
            out.write(packedCatalogue);
            for (byte[] block : shapes) out.write(block);
        }
    }

    private static byte[] packed(String text) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DeflaterOutputStream(bytes, new Deflater(Deflater.BEST_COMPRESSION))) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return bytes.toByteArray();
    }
}
