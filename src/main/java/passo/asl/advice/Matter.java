package passo.asl.advice;

import java.util.Locale;
import java.util.regex.Pattern;

/// What advice can be about. The name is its code; the sentences are `advice.choiceWithoutDefault` and
/// `advice.choiceWithoutDefault.hint`.
enum Matter {
    /// No rule may fit, and then the execution fails.
    CHOICE_WITHOUT_DEFAULT,
    /// Some states are called by their kind; one alone tells enough.
    KIND_AS_NAME,
    NO_PAYLOAD,
    /// The items come from an ItemReader.
    ITEMS_PATH_IGNORED,
    /// Nobody can answer whom the token was not sent to.
    TOKEN_NOT_SENT,
    /// Of the AWS SDK; it may be newer than the models are.
    UNKNOWN_ACTION,
    /// A Map that is not distributed has no use for the field.
    DISTRIBUTED_FIELD_INLINE,
    /// AWS takes it, and fails when it runs.
    EMPTY_RESULT_WRITER,
    /// The state's time is up before a heartbeat could be missed.
    HEARTBEAT_NEVER_MISSED,
    /// Nothing, however often it is multiplied, is no pause.
    PAUSE_NEVER_GROWS,
    /// The machine's timeout is 0.
    NO_TIME,
    /// Two members of one object have the same name, and only the last is read.
    REPEATED_NAME,
    /// What stands in the text alone fills most of what a state may hand on.
    LARGE_LITERAL,
    /// A branch says that all is done while another may still fail.
    DONE_TOO_EARLY,
    /// It may be newer than the models are, or AWS looks at it only when the state runs.
    FIELD_NOT_IN_REQUEST,

    // Errors.

    ERROR_NEVER_CAUGHT,
    UNKNOWN_ERROR,
    /// As the API has it, or the other kind of integration.
    ERROR_SPELT_OTHERWISE,
    /// An earlier entry names the same errors.
    ENTRY_NEVER_REACHED,
    /// An error that is caught by its name is repeated before.
    EXPECTED_ERROR_RETRIED,
    FAILURE_SWALLOWED,

    // Ways.

    /// A loop asks for the end of a job that the state could wait for.
    POLLING,
    /// The presence of a field is asked after it was read.
    READ_BEFORE_IS_PRESENT,

    // Texts.

    PATH_WITHIN_TEXT,
    JSONATA_IN_JSONPATH,
    JSONPATH_IN_JSONATA,
    JSONATA_WITHIN_TEXT,
    JSONATA_WITHOUT_SIGNS,
    /// Of some items of a list one alone is no list.
    FILTER_AS_ITEMS,
    FILTER_AS_CONDITION,
    VARIABLE_NEVER_SET,

    // Of the data: {0} the path, {1} the state that made what it leads into, {2} the fields that are there, {3} a path that leads on.

    /// A service's answer took the place of the input.
    RESULT_REPLACED_INPUT,
    /// The Error Output took the place of the input.
    ERROR_REPLACED_INPUT,
    /// What a Lambda function returns stands in `Payload`.
    LAMBDA_ENVELOPE,
    /// A DynamoDB attribute is an object that says its type.
    ATTRIBUTE_TYPE,
    /// The path goes into a text, which may hold JSON and is a text all the same.
    PATH_INTO_TEXT,
    PARALLEL_GIVES_LIST,
    MAP_GIVES_LIST,
    /// `InputPath` leaves a Map nothing but the list.
    INPUT_PATH_ON_MAP,
    /// Whatever made the object made no such field.
    NO_SUCH_FIELD,
    /// A text never equals a number.
    TEXT_AGAINST_NUMBER,
    ATTRIBUTE_AGAINST_NUMBER,
    /// JSONata calculates with a text, and fails.
    TEXT_CALCULATED,
    /// JSONata compares a text with a number, which is never equal.
    TEXT_NEVER_EQUAL;

    private static final Pattern WORD = Pattern.compile("_([a-z])");

    String key() {
        return "advice." + WORD.matcher(name().toLowerCase(Locale.ROOT)).replaceAll(word -> word.group(1).toUpperCase(Locale.ROOT));
    }
}
