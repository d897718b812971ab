package passo.engine;

import java.time.Duration;
import passo.engine.semantics.Outcome;
import passo.json.Json;
import passo.json.Pointer;

/// What someone outside does to a run: data too, and the last of the values that a run is made from. A decision stands at an
/// event; since the beginning of a run is the same each time, one more decision at its end changes nothing before it.
public sealed interface Decision {

    /// The answer to a task that waits.
    ///
    /// @param execution the ARN of an execution that the run has started; empty for the run's own
    /// @param eventId of the event that waits: `TaskSubmitted` or `ActivityScheduled`
    /// @param after how long after that event. Nobody hears an answer that comes when the task waits no more
    record Answer(String execution, int eventId, Duration after, Agenda.Answer answer) implements Decision {}

    /// Stops the execution. AWS, StopExecution.
    ///
    /// @param eventId of any event
    /// @param after how long after that event
    record Stop(int eventId, Duration after, String error, String cause) implements Decision {}

    /// Goes on from where the execution failed, timed out or was stopped. AWS, RedriveExecution.
    ///
    /// @param after how long after the execution's end
    /// @param world what is different in the world from then on
    record Redrive(Duration after, Json.Obj world) implements Decision {}

    /// Delivers the start of an asynchronous Express execution a second time, so that all its work is done twice. AWS runs it
    /// "at least once": nobody decides this there, and a workflow must be able to bear it.
    ///
    /// @param after how long after the first delivery
    record Repeat(Duration after) implements Decision {}

    /// Looks at the run before its end: what comes later has not happened yet. The last of them counts.
    ///
    /// @param after how long after the beginning
    record Until(Duration after) implements Decision {}

    /// Changes what a state is given: no such thing on AWS, where nobody can go back in time.
    ///
    /// @param eventId of the state's Entered event
    /// @param pointer the place in the state's input
    record Change(int eventId, Pointer pointer, Json value) implements Decision {}

    /// Gives a variable that a state sees another value: from the state's entry on, in its branch.
    ///
    /// @param eventId of the state's Entered event
    record Assign(int eventId, String variable, Json value) implements Decision {}

    /// Answers the call of a Task state instead of the service, which is not asked: what it would have done in the world is not done.
    ///
    /// @param eventId of the state's Entered event
    /// @param attempt from 1
    /// @param after how long after the call
    record Reply(int eventId, int attempt, Duration after, Outcome outcome) implements Decision {}
}
