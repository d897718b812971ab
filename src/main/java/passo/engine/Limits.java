package passo.engine;

import java.util.function.BooleanSupplier;

/// How far a run may go before it is refused: a refusal is no result, and none of these make an error of the States
/// Language. All but `overdue` are counted, so that the same run is refused at the same event everywhere.
///
/// @param events that the run keeps, of all its executions together; those of a distributed Map's children that are let go do not count
/// @param bytes of the distinct values that the run keeps, as their JSON text
/// @param overdue has the request used up its real time? Asked now and then
public record Limits(int events, long bytes, BooleanSupplier overdue) {

    public static final Limits NORMAL = new Limits(200_000, 64L << 20, () -> false);

    /// The same limits with a guard of real time.
    public Limits until(BooleanSupplier overdue) {
        return new Limits(events, bytes, overdue);
    }
}
