package passo.web.teach;

/// Where teachers sign in. Printed by `teach/signIn.jte`.
///
/// @param to where they wanted to go, an address without the language
/// @param name as it was typed
/// @param amiss why they were not let in; empty where nobody tried
/// @param left have they just signed out?
public record SignInView(String to, String name, String amiss, boolean left) {}
