package passo.aws.dynamodb;

import passo.json.Json;

/// Why a request is not done.
///
/// @param code on the wire, such as `ValidationException`
/// @param more members of the error besides its message, which only the SDKs show
record Refusal(String code, String message, Json.Obj more) {

    static final String VALIDATION = "ValidationException";

    static Refusal invalid(String message) {
        return new Refusal(VALIDATION, message, Json.Obj.EMPTY);
    }

    static Refusal noTable() {
        return new Refusal("ResourceNotFoundException", "Requested resource not found", Json.Obj.EMPTY);
    }

    /// The tables' own actions name the one that is missing.
    static Refusal noTable(String name) {
        return new Refusal("ResourceNotFoundException", "Requested resource not found: Table: " + name + " not found", Json.Obj.EMPTY);
    }
}
