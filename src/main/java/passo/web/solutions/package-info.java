/// The solutions of an exercise beside one's own answer, for who has passed it or has asked for a solution: their figures, two texts side by
/// side, each of them in the playground, and one idea in both query languages.
package passo.web.solutions;
