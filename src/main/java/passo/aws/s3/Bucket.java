package passo.aws.s3;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/// A bucket of one run. Where it keeps versions, each key has several, the newest first; elsewhere one.
final class Bucket {

    private final String name;
    private final boolean versioned;
    private final NavigableMap<String, List<Stored>> objects = new TreeMap<>();

    Bucket(String name, boolean versioned) {
        this.name = name;
        this.versioned = versioned;
    }

    String name() {
        return name;
    }

    boolean isVersioned() {
        return versioned;
    }

    /// Keys in their order as text, each with its versions.
    NavigableMap<String, List<Stored>> objects() {
        return Collections.unmodifiableNavigableMap(objects);
    }

    /// The newest version of a key; perhaps the marker of a deletion.
    Optional<Stored> newest(String key) {
        return versions(key).stream().findFirst();
    }

    List<Stored> versions(String key) {
        return objects.getOrDefault(key, List.of());
    }

    /// The newest version that is an object.
    Optional<Stored> current(String key) {
        return newest(key).filter(object -> !object.marker());
    }

    Optional<Stored> version(String key, String versionId) {
        return versions(key).stream().filter(object -> object.versionId().equals(versionId)).findFirst();
    }

    void put(String key, Stored object) {
        var versions = new ArrayList<Stored>();
        versions.add(object);
        versions(key).stream().filter(old -> versioned && !old.versionId().equals(object.versionId())).forEach(versions::add);
        objects.put(key, List.copyOf(versions));
    }

    /// Puts an older version behind those that are there.
    void putBehind(String key, Stored object) {
        var versions = new ArrayList<>(versions(key));
        versions.add(object);
        objects.put(key, List.copyOf(versions));
    }

    /// The same version with something different about it.
    void replace(String key, Stored object) {
        objects.put(key, versions(key).stream().map(old -> old.versionId().equals(object.versionId()) ? object : old).toList());
    }

    void remove(String key, String versionId) {
        List<Stored> rest = versions(key).stream().filter(object -> !object.versionId().equals(versionId)).toList();
        if (rest.isEmpty()) objects.remove(key);
        else objects.put(key, rest);
    }
}
