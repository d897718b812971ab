/// Tables and their items, as the API of DynamoDB shows them.
///
/// `Value` is what an attribute holds; `Parser` turns an expression into a `Condition`, `Clause`s or `Path`s once a request, and
/// these are then asked of many items. `Table` keeps the items, each `Index` in the order of its keys, so that a query looks up and
/// does not search. Nothing here throws for what a learner sends: the first thing wrong is a text, as DynamoDB words it.
package passo.aws.dynamodb;
