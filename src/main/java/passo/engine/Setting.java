package passo.engine;

/// What all executions of one run share.
///
/// @param root what the run's own execution starts from
record Setting(StartExecution root, Services services, Agenda agenda, Budget budget, Decisions decisions) {

    Setting with(Budget other) {
        return new Setting(root, services, agenda, other, decisions);
    }
}
