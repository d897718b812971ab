package passo.aws.service;

import passo.engine.Agenda;

/// Who is told of every object that was created or deleted, such as an event bus whose rules wait for it.
@FunctionalInterface
public interface ObjectListener {

    /// @param request the call that did it
    void happened(ObjectEvent event, Request request, Agenda agenda);
}
