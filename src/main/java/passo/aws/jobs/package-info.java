/// What AWS works on for a while after a call was answered: ECS tasks, Glue runs, queries, builds, transcriptions.
///
/// All of them are one thing with another vocabulary, so there is no class for any service: `Kind` is a row of `kinds.yaml`, which says by
/// what call one is started, how it is asked about, and what its description has at each time of its life; the rest of the description
/// comes of AWS's model and of the request. `Jobs` starts them and tells how they stand, whoever asks: a state that waits for the end
/// (`.sync`) sees the same job as a loop that polls. A world may say by a `Plan` how long one takes and how it ends.
package passo.aws.jobs;
