package passo.web.teach;

import java.util.List;

/// Asks before a teacher is removed. Printed by `teach/remove.jte`.
///
/// @param address where it is done
/// @param classes that go with them
public record RemoveView(String name, String address, List<String> classes) {}
