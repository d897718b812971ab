package passo.lab;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import passo.asl.Definition;
import passo.json.Json;
import passo.json.JsonText;

/// A workflow that somebody shares: everything its run is made from, and what is said about it. Immutable, and named by what it
/// is: the same content has the same [#id] on every server, and what an id names never changes.
///
/// The order of members is a part of the content, because a run can show it (`States.JsonToString`, the history). Spaces between
/// members are not, except in a definition that is given as text: that stays as it was written, with its comments.
///
/// @param definition its text, JSON or YAML; or its value, an object
/// @param world empty where everything exists
/// @param decisions that were made about the run, as JSON
/// @param title empty where it has none; so is `about`
/// @param step the one to look at first; 0 for the one that says most
public record Workflow(Definition.Type type, Json definition, Json input, Json.Obj world, Json.Arr decisions, String title, String about, int step) {

    /// Of the canonical form. Links never break: whoever makes a form 2 goes on reading this one.
    private static final int VERSION = 1;
    /// Of the id: 120 bits of the hash, which are 24 characters.
    private static final int BYTES = 15;

    public Workflow {
        if (!(definition instanceof Json.Str || definition instanceof Json.Obj)) throw new IllegalArgumentException("No definition: " + definition);
        if (step < 0) throw new IllegalArgumentException("No step: " + step);
    }

    /// The definition as one writes it.
    public String text() {
        return definition instanceof Json.Str(var text) ? text : JsonText.pretty(definition);
    }

    /// All of it as JSON, every member in its place.
    public Json.Obj json() {
        return Json.Obj.builder().put("type", type.name()).put("definition", definition).put("input", input).put("world", world)
                .put("decisions", decisions).put("title", title).put("about", about).put("step", step).build();
    }

    /// The one text of this content, from which its name is made and by which it is kept.
    public String canonical() {
        return Json.Obj.builder().put("version", VERSION).putAll(json()).build().toString();
    }

    /// In digits and small letters, safe in any address.
    public String id() {
        byte[] hash = sha256(canonical().getBytes(StandardCharsets.UTF_8));
        String digits = new BigInteger(1, Arrays.copyOf(hash, BYTES)).toString(32);
        return "0".repeat(BYTES * 8 / 5 - digits.length()) + digits;
    }

    /// Reads a canonical text.
    public static Workflow of(String canonical) {
        var json = (Json.Obj) JsonText.parse(canonical);
        if (!Json.of(VERSION).equals(json.get("version"))) throw new IllegalArgumentException("Not a form of a workflow that we know: " + json.get("version"));
        return new Workflow(Definition.Type.valueOf(text(json, "type")), json.get("definition"), json.get("input"), (Json.Obj) json.get("world"),
                (Json.Arr) json.get("decisions"), text(json, "title"), text(json, "about"), ((Json.Num) json.get("step")).value().intValueExact());
    }

    private static String text(Json.Obj json, String name) {
        return ((Json.Str) json.get(name)).value();
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
