package passo.asl.catalogue;

/// What a Task state calls. AWS, "Integrating services".
public sealed interface Resource {

    /// As it stands in the definition.
    String arn();

    /// Has a task that calls it a token? AWS: a job has one as well, and whoever answers it ends the task before the job.
    default boolean hasToken() {
        return switch (this) {
            case Activity _ -> true;
            case Service service -> service.pattern() != Pattern.REQUEST_RESPONSE;
            case Function _ -> false;
        };
    }

    /// A Lambda function by its own ARN.
    record Function(String arn) implements Resource {
        /// The function's name, without account, version or alias.
        public String name() {
            String rest = arn.substring(arn.indexOf(":function:") + ":function:".length());
            return rest.contains(":") ? rest.substring(0, rest.indexOf(':')) : rest;
        }
    }

    /// An activity, worked on by someone outside.
    record Activity(String arn) implements Resource {
        public String name() {
            return arn.substring(arn.lastIndexOf(':') + 1);
        }
    }

    /// An integration with a service: optimized (`lambda`, `invoke`) or through the SDK (`s3`, `getObject`).
    record Service(String arn, boolean sdk, String service, String action, Pattern pattern) implements Resource {
        /// As a history's `resourceType` prints it: `lambda`, `aws-sdk:s3`.
        public String resourceType() {
            return sdk ? "aws-sdk:" + service : service;
        }

        /// As a history's `resource` prints it: `invoke`, `sendMessage.waitForTaskToken`.
        public String resource() {
            return action + pattern.suffix();
        }
    }

    /// How long the state waits for the service. AWS, "Service integration patterns".
    enum Pattern {
        REQUEST_RESPONSE(""), SYNC(".sync"), SYNC_2(".sync:2"), WAIT_FOR_TASK_TOKEN(".waitForTaskToken");

        private final String suffix;

        Pattern(String suffix) {
            this.suffix = suffix;
        }

        public String suffix() {
            return suffix;
        }
    }
}
