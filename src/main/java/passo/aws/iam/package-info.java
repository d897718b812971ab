/// Who may do what: roles with their policies, and what each call of a run needs.
///
/// A `Role` decides on an `Access` — an action on a resource, with what is known of the request — and its `Verdict` names the statement
/// that decided. `PolicyText` reads policies and says what is wrong with them. `Needs` knows which accesses a call asks for, `Refusal` how
/// each integration tells that it was refused, `Guard` stands before every call of one run, and `Meter` keeps what was asked, from which
/// `PermissionsUsed` is made: what a role was used for, what it allows beyond that, and the smallest policy that would do.
///
/// A machine or a function to which the world gives no role may do everything, so nobody meets IAM before they want to.
/// `Policy`, `Role` and all they are made of are values, and pure: an exercise can ask them without a run (`Roles`).
package passo.aws.iam;
