package passo.asl;

import java.util.List;
import java.util.Optional;
import passo.asl.catalogue.Resource;
import passo.asl.catalogue.Spelling;
import passo.asl.text.Diagnostic.Phrase;
import passo.asl.text.Diagnostic.Severity;
import passo.asl.text.Node;
import passo.expression.Compiled;
import passo.expression.QueryLanguage;
import passo.json.JsonText;

/// Everything that can be wrong with a definition: AWS's code and words, and ours for learners.
///
/// @param hint `Phrase.NONE` unless the finder of the problem knows a way out
/// @param differs `Phrase.NONE` unless the documentation says something else
/// @param repair what may mend it
record Problem(Severity severity, String code, String message, Phrase explanation, Phrase hint, Phrase differs, Optional<Repair> repair) {

    static final String SYNTAX = "INVALID_JSON_DESCRIPTION";
    private static final String SCHEMA = "SCHEMA_VALIDATION_FAILED";
    private static final String TARGET = "MISSING_TRANSITION_TARGET";

    /// The same problem with a way out.
    Problem hint(String key, String... arguments) {
        return new Problem(severity, code, message, explanation, Phrase.of(key, arguments), differs, repair);
    }

    /// The same problem, of which the documentation says something else.
    Problem differs(String key) {
        return new Problem(severity, code, message, explanation, hint, Phrase.of(key), repair);
    }

    /// The same problem with what may mend it.
    Problem repair(Repair repair) {
        return new Problem(severity, code, message, explanation, hint, differs, Optional.of(repair));
    }

    /// The way out: of the finder's, or else the one of all such problems.
    Phrase wayOut() {
        return hasHint() ? hint : new Phrase("hint." + explanation.key().substring("explain.".length()), explanation.arguments());
    }

    boolean hasHint() {
        return !hint.equals(Phrase.NONE);
    }

    /// The same problem, with the name that was probably meant.
    Problem didYouMean(String written, Iterable<String> known) {
        return Spelling.nearest(written, known).map(name -> hint("hint.didYouMean", name).repair(new Repair.Meant(name))).orElse(this);
    }

    /// The same problem, where the value is the right one in quotes.
    Problem unquoted(Node value) {
        return value.text().filter(text -> text.matches("true|false|-?(0|[1-9]\\d{0,17})(\\.\\d{1,9})?"))
                .map(text -> repair(new Repair.Write(JsonText.parse(text)))).orElse(this);
    }

    private static Problem error(String code, String message, String explanation, String... arguments) {
        return new Problem(Severity.ERROR, code, message, Phrase.of("explain." + explanation, arguments), Phrase.NONE, Phrase.NONE,
                Optional.empty());
    }

    private static Problem warning(String code, String message, String explanation, String... arguments) {
        return new Problem(Severity.WARNING, code, message, Phrase.of("explain." + explanation, arguments), Phrase.NONE, Phrase.NONE,
                Optional.empty());
    }

    // The text.

    static Problem empty() {
        return error("MISSING_DESCRIPTION", "Definition cannot be empty", "emptyDefinition");
    }

    static Problem malformed(String reason) {
        return error(SYNTAX, reason, "malformed");
    }

    static Problem notAnObject() {
        return error(SCHEMA, "Definition must be a valid JSON object", "notAnObject");
    }

    // Fields and their values.

    static Problem required(List<String> fields) {
        return error(SCHEMA, "These fields are required: " + fields, "required", String.join(", ", fields));
    }

    static Problem requiredField(String field) {
        return error(SCHEMA, "The field '" + field + "' is required but was missing", "required", field);
    }

    static Problem unsupportedRequest(String words, String field) {
        return error(SCHEMA, words, "unsupportedRequest", field);
    }

    static Problem unsupported(String field) {
        return error(SCHEMA, "Field '" + field + "' is not supported", "unsupported", field);
    }

    static Problem otherLanguage(String field, QueryLanguage language) {
        QueryLanguage other = language == QueryLanguage.JSONATA ? QueryLanguage.JSONPATH : QueryLanguage.JSONATA;
        return error(SCHEMA, "The QueryLanguage is set to '%s', but field '%s' is only supported for the '%s' QueryLanguage"
                .formatted(language, field, other), "otherLanguage", field, language.toString(), other.toString());
    }

    static Problem backToJsonPath() {
        return error(SCHEMA, "'QueryLanguage' can not be 'JSONPath' if set to 'JSONata' for whole state machine", "backToJsonPath").differs("differs.backToJsonPath");
    }

    static Problem expected(String type) {
        return error(SCHEMA, "Expected value of type [" + type + "]", "expected." + type);
    }

    static Problem expectedInteger() {
        return error(SCHEMA, "Expected value of type Integer", "expected.INTEGER");
    }

    static Problem emptyValue() {
        return error(SCHEMA, "Value cannot be empty", "emptyValue");
    }

    static Problem belowMinimum(String minimum) {
        return error(SCHEMA, "Minimum value is " + minimum, "belowMinimum", plain(minimum));
    }

    static Problem aboveMaximum(String maximum) {
        return error(SCHEMA, "Maximum value is " + maximum, "aboveMaximum", plain(maximum));
    }

    private static String plain(String number) {
        return number.replaceFirst("\\.0$", "");
    }

    static Problem notOneOf(List<String> values) {
        return error(SCHEMA, "Value should be one of the following: " + values, "notOneOf", String.join(", ", values));
    }

    static Problem unknownType(List<String> types) {
        return error(SCHEMA, "The field 'Type' should have one of these values: " + types, "unknownType", String.join(", ", types));
    }

    static Problem notAllowed(String field, List<String> values) {
        return error(SCHEMA, "The field '" + field + "' does not match any of the allowed values", "notOneOf", String.join(", ", values));
    }

    static Problem tooMany(List<String> fields) {
        return error(SCHEMA, "There should only be one of the following fields: " + fields, "tooMany", String.join(", ", fields));
    }

    static Problem noneOf(List<String> fields) {
        return error(SCHEMA, "This object should have only one of the following fields: " + fields, "noneOf", String.join(", ", fields));
    }

    static Problem lacksAll(List<String> fields) {
        return error(SCHEMA, "This object should have at least one of the following fields: " + fields, "noneOf", String.join(", ", fields));
    }

    static Problem notATimestamp() {
        return error(SCHEMA, "String does not match RFC3339 timestamp", "notATimestamp");
    }

    // States.

    static Problem ruleKind(List<String> kinds) {
        return error(SCHEMA, "The object must have only one of the following fields, " + kinds, "ruleKind", String.join(", ", kinds));
    }

    static Problem notACondition() {
        return error(SCHEMA, "Must be a boolean or a valid JSONata expression", "notACondition");
    }

    static Problem statesAll() {
        return error(SCHEMA, "States.ALL must appear alone and at end of list", "statesAll").differs("differs.statesAll");
    }

    static Problem distributedExpress() {
        return error(SCHEMA, "The field 'Mode' with value 'DISTRIBUTED' is not supported inside 'EXPRESS' state machines",
                "distributedExpress");
    }

    // Expressions.

    static Problem notAPath() {
        return error(SCHEMA, "Value must be a valid JSONPath.", "notAPath");
    }

    static Problem notAReferencePath() {
        return error(SCHEMA, "Value is not a Reference Path: The path must name one place, without the operators @ .. , : ? *",
                "notAReferencePath");
    }

    static Problem contextPath() {
        return error(SCHEMA, "Value is not a Reference Path", "contextPath");
    }

    static Problem notAReference() {
        return error(SCHEMA, "Value is not a Reference Path: Reference path didn't start with '$'", "notAPath");
    }

    static Problem expression(Compiled.Bad<?> bad) {
        return switch (bad.code()) {
            case "INVALID_JSONATA_EXPRESSION" -> error(bad.code(), bad.message(), "jsonataSyntax", bad.message()).differs("differs.jsonata");
            case "UNSUPPORTED_JSONATA_EXPRESSION" -> error(bad.code(), bad.message(), "jsonataReference", bad.message()).differs("differs.jsonata")
                    .hint(bad.message().contains("$states.result") ? "hint.statesResult"
                            : bad.message().contains("$states.errorOutput") ? "hint.statesErrorOutput" : "hint.jsonataReference");
            default -> error(bad.code(), bad.message(), readAs(bad.message()), bad.message());
        };
    }

    /// What should stand there is known by AWS's words.
    private static String readAs(String message) {
        if (message.endsWith("didn't start with '$'")) return "notAPath";
        return message.startsWith("The value for the field") ? "computed" : "expression";
    }

    static Problem reservedVariable(String name) {
        return error("RESERVED_VARIABLE_NAME", "Cannot assign to reserved variable '$" + name + "'.", "reservedVariable", name);
    }

    static Problem variableName(String name) {
        return error("INVALID_VARIABLE_NAME", "Invalid variable name '" + name + "': the variable name contains invalid characters.",
                "variableName", name);
    }

    static Problem longVariableName(String name) {
        return error("INVALID_VARIABLE_NAME", "Invalid variable name '" + name + "': the variable name exceeds the 80-character limit.",
                "longVariableName", name);
    }

    // Resources.

    static Problem notAnArn() {
        return error(SCHEMA, "Value is not a valid resource ARN", "notAnArn");
    }

    static Problem unknownResource(String arn) {
        return error(SCHEMA, "The resource provided " + arn + " is not recognized. The value is not a valid resource ARN, or the resource"
                + " is not available in this region.", "unknownResource", arn);
    }

    static Problem expressActivity() {
        return error(SCHEMA, "Express state machine does not support Activity ARN", "expressActivity");
    }

    static Problem expressPattern(Resource.Pattern pattern) {
        // AWS prints a blank at the end of the second one.
        return pattern == Resource.Pattern.WAIT_FOR_TASK_TOKEN
                ? error(SCHEMA, "Express state machine does not support '.waitForTaskToken' service integration ", "expressPattern",
                        ".waitForTaskToken")
                : error(SCHEMA, "Express state machine does not support '.sync' service integration", "expressPattern", ".sync");
    }

    static Problem activityCredentials() {
        return error(SCHEMA, "The field 'Credentials' is not supported for activities", "activityCredentials");
    }

    static Problem parametersRequired(String field, String arn) {
        return error(SCHEMA, field + " field is required for resource ARN: " + arn, "parametersRequired", field, arn);
    }

    // The whole machine.

    static Problem missingTarget(String name) {
        return error(TARGET, "Missing 'Next' target: " + name, "missingTarget", name);
    }

    static Problem unreachable(String state) {
        return error(TARGET, "State \"" + state + "\" is not reachable.", "unreachable", state).differs("differs.unreachable");
    }

    static Problem noTerminalState() {
        return error("MISSING_END_STATE", "Workflow has no terminal state", "noTerminalState");
    }

    static Problem duplicateState(String name) {
        return error("DUPLICATE_STATE_NAME", "Duplicate State name: " + name, "duplicateState", name);
    }

    static Problem longStateName(String name) {
        return error("INVALID_STATE_NAME", "Invalid State name: " + name + " exceeds the 80-character limit allowed by the service",
                "longStateName", name);
    }

    static Problem duplicateLabel(String label) {
        return error("DUPLICATE_LABEL_NAME", "Duplicate Label name: " + label, "duplicateLabel", label);
    }

    static Problem longLabel(String label) {
        return error("INVALID_LABEL_NAME", "Invalid Label name: " + label + " exceeds the 40-character limit allowed by the service",
                "longLabel", label);
    }

    static Problem label(String label) {
        return error("INVALID_LABEL_NAME", "Invalid Label name: " + label + " contains invalid characters", "label", label);
    }

    static Problem tooDeep() {
        return error("TOO_DEEPLY_NESTED", "The states are too deeply nested", "tooDeep");
    }

    static Problem outerVariable(String name) {
        return error(SCHEMA, "Variable '" + name + "' is already assigned in an outer scope", "outerVariable", name);
    }

    // Not wrong, but hardly meant.

    static Problem noDollar(String field) {
        return warning("NO_DOLLAR", "No '.$' on field '" + field + "' that appears to be a JSONPath or Intrinsic Function", "noDollar", field).repair(new Repair.Rename(field + ".$"));
    }

    static Problem noPath(String field) {
        return warning("NO_PATH", "The value of field '" + field + "' looks like a path, but the field name does not end with 'Path'",
                "noPath", field).repair(new Repair.Rename(field + "Path"));
    }

    static Problem staticResult() {
        return warning("PASS_RESULT_IS_STATIC", "The Result of a Pass state is static: paths in it are not evaluated", "staticResult");
    }
}
