/// The executions of a machine of one's own: starting, watching, deciding.
///
/// A row keeps what an execution is made from, and a summary. Whoever opens one makes it again (`Remake`), as far as the clock of
/// the machine's console: what is due later has not happened, so tasks wait there for answers though nobody's time passes. The
/// clock goes on when something is started or decided, by a minute at most, and when the learner lets time pass (`Operations`).
///
/// Lists and charts are made of summaries alone (`Figures`), logs of a few executions made again.
package passo.web.executions;
