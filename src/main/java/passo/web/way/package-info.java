/// The data's way through a state, as a picture: its stages, what each did to the data, and where a value came from and goes.
package passo.web.way;
