/// A run as who watches it from outside sees it: its log, its metrics and alarms, and what it costs. A panel beside a run's others.
package passo.web.watch;
