/// Where a field was lost: told for the path that a run asked for in vain, and for any other, with the trail up to the crack.
package passo.web.lost;
