package passo.web.coverage;

/// The page of a machine's coverage. `coveragePage.jte` prints it.
///
/// @param name of the machine
/// @param address of the machine
public record CoveragePage(String name, String address, CoverageView view) {}
