/// What AWS's services answer: the shapes of their own service models, against which a mocked answer is checked.
///
/// A shape is data, named as the models name it; recursive ones refer to each other by name. Nothing here calls anything.
package passo.aws.model;
