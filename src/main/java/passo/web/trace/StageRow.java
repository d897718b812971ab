package passo.web.trace;

import passo.web.parts.Sentence;

/// A stage of the data's way as a row.
///
/// @param stage its name in an address
/// @param field AWS's name of the stage, or whoever is called
/// @param inner what stands behind the name, such as the function called
/// @param detail what the stage does here
/// @param size of the data after it; empty where nothing came of it
/// @param lost how many fields were cut off; empty where none
/// @param unchanged did it leave the data as they were?
/// @param afterResult does the first rail carry the result by now?
/// @param chosen are its data shown below?
public record StageRow(String stage, String field, String inner, Sentence detail, String size, String lost, Rail rail, boolean unchanged,
        boolean afterResult, boolean chosen) {}
