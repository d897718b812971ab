/// The least-privilege meter of a run: what its roles were used for, what they allow beyond, and the smallest policy that would do. A panel
/// beside a run's others.
package passo.web.permissions;
