/// Lay a machine out in the plane and colour it by a trace.
///
/// A machine becomes a `Diagram` (where everything stands), a trace becomes a `Replay` (which state was visited when), and
/// of the replay an `Overlay` is made for any instant (how every state and edge stands then). A `Drawing` is the two together,
/// ready to print; an `Outline` says the same as a nested list. All of it is values: the same machine is the same drawing on
/// every server.
///
/// The layout itself is ELK's layered algorithm: `Graph` tells it what there is, `Placement` reads back what it found, and nothing
/// else knows of it. It does not scale by itself, since an edge is a node in every layer that it passes: an edge over more than
/// eight `Layers` is cut, and a `Sign` stands at both ends. What is inside a container may be folded away (`Folding`).
package passo.diagram;
