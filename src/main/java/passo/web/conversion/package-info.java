/// JSONPath turned into JSONata, shown beside its proof: the dialog of the playground.
package passo.web.conversion;
