/// Answers for what nobody described, and an example input: both are made of what the machine itself goes on to read.
///
/// `Needs` walks the data backwards through a machine and collects, for the input and for each state's result, a `Need`:
/// which members and items are read, and which values would get the machine on (`Progress`, `Wish`). `Filling` makes a
/// value of a need, on top of an `Example` where the service's model gives its answers a shape. All of it is a guess and says so:
/// the trace marks such an answer as automatic. Nothing here fails or takes long, whatever the machine: what is too much is left out.
package passo.aws.automatic;
