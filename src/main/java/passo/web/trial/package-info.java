/// One state of a run, tried by itself with what a form says: the tab of the playground beside a step's data.
package passo.web.trial;
