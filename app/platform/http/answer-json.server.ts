/**
 * JSON that says how long it is: an answer that does not is compressed however short, and setting up the compressor takes longer than a short answer
 * itself. For what is asked with every key.
 */
export function answerJson(body: unknown): Response {
  const json = JSON.stringify(body)
  return new Response(json, {
    headers: { 'Content-Type': 'application/json; charset=utf-8', 'Content-Length': String(Buffer.byteLength(json)) },
  })
}
