/// What several rooms of the web share: the form that a learner sends, read, with everything wrong with it in the words of a page;
/// and the values that pages print, as sentences, lines of JSON, figures with their units.
///
/// Texts of the content that are written in Markdown become HTML here and nowhere else.
///
/// Knows no page and no template. The rooms beside it know each other in one direction only: the playground shows what the
/// others make.
package passo.web.parts;
