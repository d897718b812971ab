package passo.web.panel;

import passo.web.school.ClassHead;

/// What has changed on the panel. Printed by `panel/live.jte`.
public record LiveView(ClassHead head, Board board) {}
