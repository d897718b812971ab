package passo.aws.iam;

/// Who makes a call: a session of a role.
///
/// @param session its name: of an execution 32 hexadecimal digits, of a function the function's name
record Caller(Role role, String account, String session) {

    /// As a refusal names it.
    String arn() {
        return "arn:aws:sts::" + account + ":assumed-role/" + role.name() + "/" + session;
    }
}
