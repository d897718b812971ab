package passo.web.learn;

import gg.jte.Content;
import java.util.List;
import passo.web.parts.Sentence;

/// The night on call. Printed by `learn/on-call.jte`.
///
/// @param told how the night goes
/// @param next the address of the first incident that is not over; empty after the last
public record OnCallView(String title, Content story, String told, boolean over, String next, List<Incident> incidents) {

    /// @param about kind and time of the exercise
    /// @param told what the learner has done about it
    /// @param now and `normal` what the machine takes as it is, and as it could be; empty where that is not the matter
    public record Incident(String at, Sentence alert, Sentence title, String address, String about, Stone stone, boolean over, String told, String now, String normal) {}
}
