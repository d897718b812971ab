package passo.web.executions;

import java.util.List;
import java.util.Optional;
import passo.web.parts.Sentence;

/// The executions of a machine as who watches over them sees them. Printed by `executions/monitor.jte`.
///
/// @param base the address of the machine
/// @param clock how late it is
/// @param waiting how many tasks wait for an answer, of all machines
/// @param range which time is looked at
/// @param said what was just done, or why not
/// @param guide the task of the checklist
public record MonitorView(String machine, String base, boolean express, String clock, int waiting, RangeView range, List<Sentence> said, GuideStrip guide,
        List<MetricView> metrics, Listed list, List<TypeRow> types, List<Sentence> twice, LogPanel log, List<AlarmView> alarms, AlarmForm alarm) {

    /// @param key `part` where a part of it was chosen
    /// @param label from when to when
    /// @param keys what may be chosen
    /// @param query the same in an address, such as `range=24h`
    public record RangeView(String key, String label, List<String> keys, String query) {}

    /// @param did what the learner does by looking at this very page, for who remembers it: `peak`, `runs`, `log`, `alarm`
    public record GuideStrip(Sentence task, String did) {}

    /// @param big the figure; `small` what it is
    /// @param legend what the colours mean; with an address where it chooses executions
    /// @param rows the same as a table: of each period with something in it
    public record MetricView(String name, String big, String small, Chart chart, List<Legend> legend, List<String> columns, List<PeriodRow> rows) {}

    public record Legend(String css, String text, String href) {}

    public record PeriodRow(String from, String href, List<String> values) {}

    /// @param tabs by status
    /// @param find what is searched for
    /// @param newer the address of the rows before; empty where there are none, so `older`
    public record Listed(List<StatusTab> tabs, String status, String find, List<ExecutionRow> rows, int first, int all, String newer, String older) {}

    public record StatusTab(String key, String label, int count, String href, boolean here) {}

    /// @param badge `data-status` and icon of its status
    /// @param where it ended or stands
    /// @param open the address of this page with its log
    public record ExecutionRow(String name, String badge, String word, String href, String started, String duration, int steps, String where, String open,
            boolean here, boolean running, boolean redrivable) {}

    /// One type beside the other, for the same executions.
    ///
    /// @param own is it the machine's?
    /// @param arithmetic of the price
    public record TypeRow(String type, boolean own, String history, String each, String longest, String median, String price, List<String> arithmetic) {}

    /// @param open the execution whose log it is alone
    /// @param shown lines of `all`
    /// @param wrong is the filter none?
    /// @param note what is to be known about the execution
    public record LogPanel(Optional<Opened> open, String level, String own, String filter, boolean wrong, int shown, int all, int executions, List<LogLine> lines,
            Optional<Sentence> note) {}

    /// @param href of its trace
    public record Opened(String name, String href, boolean running, boolean redrivable) {}

    /// @param silence how long nothing happened; of a line of its own, which has no more
    /// @param level `INFO`, `WARN` or `ERROR`
    /// @param href of the trace at its step
    /// @param about what stands out
    public record LogLine(String at, String level, String text, String about, String href, String execution, String silence, boolean last) {}

    /// @param status `data-status`
    /// @param word CloudWatch's name of the state
    public record AlarmView(String name, String status, String word, String rule, List<Change> changes) {}

    public record Change(String at, String status, String word, String reason) {}

    public record AlarmForm(List<String> metrics, boolean refused) {}
}
