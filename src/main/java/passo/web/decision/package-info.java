/// What a learner decides about a run from outside: answers to tasks that wait, stop, redrive, another value in the middle.
package passo.web.decision;
