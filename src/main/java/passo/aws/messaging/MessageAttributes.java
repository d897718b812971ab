package passo.aws.messaging;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.TreeMap;
import passo.expression.Digest;
import passo.json.Json;
import passo.json.JsonText;

/// The attributes that a message of SQS or SNS may bring, as requests have them: `{name: {DataType, StringValue or BinaryValue}}`.
final class MessageAttributes {

    /// How the digest marks a text, and bytes.
    private static final int TEXT = 1;
    private static final int BYTES = 2;

    private MessageAttributes() {}

    /// What is wrong with them, in AWS's words.
    static Optional<String> problem(Json.Obj attributes) {
        for (int i = 0; i < attributes.size(); i++) {
            String name = attributes.name(i);
            if (!(attributes.value(i) instanceof Json.Obj attribute)) return Optional.of("The message attribute '" + name + "' must be an object.");
            String type = text(attribute, "DataType");
            if (type.isEmpty()) return Optional.of("The message attribute '" + name + "' must contain non-empty message attribute type.");
            if (!type.matches("(String|Number|Binary)(\\..+)?")) {
                return Optional.of("The message attribute '" + name + "' has an invalid message attribute type, the set of supported type prefixes is "
                        + "Binary, Number, and String.");
            }
            if (text(attribute, isBinary(attribute) ? "BinaryValue" : "StringValue").isEmpty()) {
                return Optional.of("The message attribute '" + name + "' must contain non-empty message attribute value for message attribute type '" + type + "'.");
            }
        }
        return Optional.empty();
    }

    /// How much of a message's size they make up.
    static long bytes(Json.Obj attributes) {
        long bytes = 0;
        for (int i = 0; i < attributes.size(); i++) {
            Json.Obj attribute = attributes.value(i) instanceof Json.Obj obj ? obj : Json.Obj.EMPTY;
            bytes += utf8(attributes.name(i)).length + utf8(text(attribute, "DataType")).length + value(attribute).length;
        }
        return bytes;
    }

    /// The MD5 digest that AWS and its SDKs make of them. AWS, "Calculating the MD5 message digest for message attributes".
    static String digest(Json.Obj attributes) {
        var sorted = new TreeMap<String, Json.Obj>();
        attributes.forEach((name, attribute) -> sorted.put(name, (Json.Obj) attribute));
        var bytes = new ByteArrayOutputStream();
        sorted.forEach((name, attribute) -> {
            append(bytes, utf8(name));
            append(bytes, utf8(text(attribute, "DataType")));
            bytes.write(isBinary(attribute) ? BYTES : TEXT);
            append(bytes, value(attribute));
        });
        return Digest.hex(bytes.toByteArray(), "MD5");
    }

    /// As JSON values, for a filter policy: a number as a number, a `String.Array` as an array.
    static Json.Obj values(Json.Obj attributes) {
        var values = Json.Obj.builder();
        attributes.forEach((name, attribute) -> {
            String type = text((Json.Obj) attribute, "DataType");
            String text = text((Json.Obj) attribute, "StringValue");
            boolean json = type.startsWith("Number") || type.equals("String.Array");
            values.put(name, json && JsonText.read(text) instanceof JsonText.Reading.Value(var value, _) ? value : Json.of(text));
        });
        return values.build();
    }

    /// As SNS tells of them: `{name: {Type, Value}}`.
    static Json.Obj told(Json.Obj attributes) {
        var told = Json.Obj.builder();
        attributes.forEach((name, attribute) -> told.put(name, Json.Obj.of("Type", Json.of(text((Json.Obj) attribute, "DataType")),
                "Value", Json.of(text((Json.Obj) attribute, isBinary((Json.Obj) attribute) ? "BinaryValue" : "StringValue")))));
        return told.build();
    }

    private static boolean isBinary(Json.Obj attribute) {
        return text(attribute, "DataType").startsWith("Binary");
    }

    private static byte[] value(Json.Obj attribute) {
        if (!isBinary(attribute)) return utf8(text(attribute, "StringValue"));
        try {
            return Base64.getDecoder().decode(text(attribute, "BinaryValue"));
        } catch (IllegalArgumentException plain) {
            return utf8(text(attribute, "BinaryValue"));
        }
    }

    private static void append(ByteArrayOutputStream bytes, byte[] part) {
        bytes.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).array());
        bytes.writeBytes(part);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(Json.Obj attribute, String name) {
        return switch (attribute.get(name)) {
            case null -> "";
            case Json.Str(var text) -> text;
            case Json other -> other.toString();
        };
    }
}
