package passo.web.watch;

import java.util.List;

/// What CloudWatch has of a run, and its bill. The fragment `watch.jte` prints it.
///
/// @param group the log group of the state machine
/// @param log what the state machine would write at level `ALL`, the first lines
/// @param more how many further lines there are
/// @param functions the log groups of functions
/// @param pricesChecked when the prices were last compared with AWS's, as a date
/// @param estimated are executions of a Map Run counted by those that were kept?
/// @param couldBeExpress would an Express machine do what this run did?
public record WatchView(String group, List<LogRow> log, int more, List<FunctionLogView> functions, List<MetricRow> metrics, List<AlarmView> alarms,
        List<BillView> bills, String pricesChecked, boolean estimated, boolean couldBeExpress) {

    /// @param level the quietest level at which the line is written
    /// @param at on the run's clock
    public record LogRow(String level, String at, String type, String about) {}

    public record FunctionLogView(String group, List<String> lines) {}

    /// @param about whose metric it is
    /// @param value the sum of counts, else the average
    public record MetricRow(String name, String about, String value) {}

    /// @param status `data-status`, which is also the name of the icon
    /// @param word CloudWatch's name of the state
    public record AlarmView(String name, String status, String word, List<ChangeRow> changes) {}

    public record ChangeRow(String at, String status, String word, String reason) {}

    /// What the machine costs as one of the types.
    ///
    /// @param type Standard or Express
    /// @param own is it the type of the run?
    /// @param arithmetic of one run, line by line
    /// @param months for each number of runs a month what they cost together
    public record BillView(String type, boolean own, List<String> arithmetic, String run, List<String> months) {}

    /// For how many runs a month the bills say what they cost.
    public static final List<Long> RUNS = List.of(1_000L, 100_000L, 10_000_000L);
}
