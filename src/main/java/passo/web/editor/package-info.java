/// What the editor asks while one types: what is wrong with the text, what may stand at the cursor, and what can be done to it
/// at once. Questions are forms, answers JSON with places counted in characters.
package passo.web.editor;
