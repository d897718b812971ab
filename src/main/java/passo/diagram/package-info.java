/// Lay a machine out in the plane and colour it by a trace.
///
/// A machine becomes a `Diagram` (where everything stands), a trace becomes a `Replay` (which state was visited when), and
/// of the replay an `Overlay` is made for any instant (how every state and edge stands then). A `Drawing` is the two together,
/// ready to print; an `Outline` says the same as a nested list. All of it is values: the same machine is the same drawing on
/// every server. The layout itself is ELK's layered algorithm; nothing outside `Layout` and `Graph` knows of it.
package passo.diagram;
