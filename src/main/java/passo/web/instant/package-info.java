/// A run at one of its instants: the world, the variables and the log as they were when a step was just done.
///
/// The world is not kept for each instant: the run is made once more as far as the event of the instant, and its cloud is asked then.
package passo.web.instant;
