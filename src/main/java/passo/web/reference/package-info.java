/// The reference of the language: a list of its topics, and a page a topic.
///
/// An example runs where it stands, as it is or changed, and opens in the playground at an address of its own. Without scripts its form
/// answers with the whole page, in which the run stands under the example; with them with the run alone.
package passo.web.reference;
