/// The player: a run along its time, and all that the browser needs to repaint the run at any of its instants without asking.
package passo.web.player;
