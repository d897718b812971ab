/// HTTP in, HTML out. [passo.web.Routes] is the table of contents.
///
/// A handler is a class with its needs in the constructor and one `handle`: read the form, ask, save, show. A view record
/// holds printable values only, and its template has the same name. Every template is given the [passo.web.Page] it stands on,
/// which knows the language, and its view.
///
/// There is no session framework: which learner asks stands in one signed cookie, which teacher in a pass of which the database has
/// the hash. There is no script from elsewhere and no inline script or style: the Content-Security-Policy forbids both. A write is accepted from our own pages or from programs without
/// a cookie, and from nobody else. Where the browser knows Trusted Types, only our own page.js makes a
/// policy, and what it lets through is what our own server has sent, escaped by jte.
package passo.web;
