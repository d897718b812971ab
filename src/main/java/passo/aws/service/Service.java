package passo.aws.service;

import passo.json.Json;

/// A service of AWS as one run has it: it answers from its own part of the world, and keeps what the run changes there. Made for
/// one run, on one thread.
public interface Service {

    /// What can be asked of it; every other action answers automatically.
    Actions actions();

    /// Its part of the world as it now is; empty where it has none, or nothing that a run changes.
    default Json.Obj world() {
        return Json.Obj.EMPTY;
    }
}
