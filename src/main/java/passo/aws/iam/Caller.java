package passo.aws.iam;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.UUID;

/// Who makes a call, with a role.
///
/// @param who the name of a function, or the ARN of an execution
record Caller(Role role, String account, String who) {

    /// As a refusal names it: a session of the role. AWS: that of an execution is called by 32 hexadecimal digits, that of a function like
    /// the function.
    String arn() {
        String session = who.startsWith("arn:") ? UUID.nameUUIDFromBytes(who.getBytes(UTF_8)).toString().replace("-", "") : who;
        return "arn:aws:sts::" + account + ":assumed-role/" + role.name() + "/" + session;
    }
}
