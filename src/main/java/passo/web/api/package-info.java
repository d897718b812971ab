/// The product for programs: JSON in, JSON out, under `/api/v1`.
///
/// The same run is the same bytes, on any server: nothing is stored, a page of a long history is the run made again. What AWS
/// refuses is answered as AWS answers (`apiError`); what only we refuse is a problem as RFC 9457 writes it. A refusal is no
/// result: it is never an error of the States Language.
package passo.web.api;
