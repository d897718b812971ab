/// How far a learner is: questions put to the curriculum and to what the learner has done. Every answer is a value made from values;
/// nothing here knows a database, a clock or a page.
///
/// An *item* is one of the six lines `C1` to `C6` of the checklist; it is done after two exercises and one *twin*. A twin is an
/// exercise that is like another and is done without help; it is *due* from the day after its original was passed. A *path* is a choice
/// of exercises (`Curriculum.Way`), and a learner who already knows a track skips it: that opens the way, and counts for no item.
package passo.lab.progress;
