package passo.aws.jobs;

/// The times in the life of a job.
enum Phase {
    PENDING, RUNNING, SUCCEEDED, FAILED, STOPPED;

    boolean isEnd() {
        return this != PENDING && this != RUNNING;
    }
}
