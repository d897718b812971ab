/// What a Task can call: the integrations that AWS has, by name, their errors, and which of them was meant by a name that is wrong.
///
/// `Arn` reads what a definition names, as a `Resource`. The optimized integrations stand in `Integration`; the services of the SDK are
/// those of AWS's own models, and what is newer than these is let pass. Nothing here knows states.
package passo.asl.catalogue;
