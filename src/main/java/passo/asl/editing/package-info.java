/// Help for someone who is writing a definition: what may stand at the cursor, and another name for a state.
///
/// `Completion` works on texts that are broken, as they are while someone writes: `Sketch` and `YamlSketch` guess the structure, the
/// tables of `Shape` say what fits there. `Rename` wants a text that could be read.
package passo.asl.editing;
